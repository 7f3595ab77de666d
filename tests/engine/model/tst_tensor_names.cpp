#include "engine/model/files/expected_weights.h"
#include "engine/model/files/tensor_names.h"
#include "kernels/base/words.h"
#include "tests/engine/model/released.h"
#include "tests/engine/model/tests.h"
#include "tests/support/test_table.h"

#include <set>

using namespace tf;
using engine::releasedName;

class TensorNamesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void exportersNamesBecomeReleasedOnes_data()
    {
        QTest::addColumn<QByteArray>("released");
        const auto row = [](const char* stored, const char* released) {
            QTest::newRow(stored) << QByteArray(released);
        };
        row("language_model.model.norm.weight", "model.norm.weight");
        row("language_model.lm_head.weight", "lm_head.weight");
        row("lm_head.weight", "lm_head.weight");
        row("model.language_model.embed_tokens.weight", "model.embed_tokens.weight");
        row("model.layers.3.self_attn.indexer.q_proj.weight_scale_inv",
            "model.layers.3.self_attn.index_q_proj.weight_scale_inv");
        row("model.language_model.layers.12.self_attn.indexer.k_norm.weight",
            "model.layers.12.self_attn.index_k_norm.weight");
        row("model.layers.3.mlp.gate.weight", "model.layers.3.block_sparse_moe.gate.weight");
        row("model.layers.3.mlp.gate.e_score_correction_bias",
            "model.layers.3.block_sparse_moe.e_score_correction_bias");
        row("model.layers.3.mlp.e_score_correction_bias",
            "model.layers.3.block_sparse_moe.e_score_correction_bias");
        row("model.layers.3.mlp.experts.127.gate_proj.qweight",
            "model.layers.3.block_sparse_moe.experts.127.w1.qweight");
        row("model.layers.3.mlp.experts.0.up_proj.weight",
            "model.layers.3.block_sparse_moe.experts.0.w3.weight");
        row("model.layers.3.mlp.experts.0.down_proj.weight",
            "model.layers.3.block_sparse_moe.experts.0.w2.weight");
        row("model.layers.3.block_sparse_moe.experts.0.w2.weight",
            "model.layers.3.block_sparse_moe.experts.0.w2.weight");
        row("model.layers.3.mlp.experts.gate_up_proj",
            "model.layers.3.block_sparse_moe.experts.gate_up_proj");
        row("model.layers.3.mlp.shared_experts.gate_up_proj.weight",
            "model.layers.3.block_sparse_moe.shared_experts.gate_up_proj.weight");
        row("model.layers.0.mlp.gate_proj.weight", "model.layers.0.mlp.gate_proj.weight");
        row("model.layers.0.mlp.gate_up_proj.weight", "model.layers.0.mlp.gate_up_proj.weight");
        row("model.layers.x.mlp.gate.weight", "model.layers.x.mlp.gate.weight");

        row("vision_tower.vision_model.pre_layrnorm.bias",
            "vision_tower.vision_model.pre_layrnorm.bias");
        row("model.vision_tower.embeddings.proj.weight",
            "vision_tower.vision_model.embeddings.patch_embedding.weight");
        row("model.vision_tower.pre_layrnorm.weight",
            "vision_tower.vision_model.pre_layrnorm.weight");
        row("model.vision_tower.layers.31.self_attn.out_proj.bias",
            "vision_tower.vision_model.encoder.layers.31.self_attn.out_proj.bias");
        row("model.multi_modal_projector.linear_1.bias", "multi_modal_projector.linear_1.bias");
        row("model.multi_modal_projector.merge_linear_2.weight", "patch_merge_mlp.linear_2.weight");
        row("", "");
    }
    void exportersNamesBecomeReleasedOnes()
    {
        QFETCH(QByteArray, released);
        const auto name = releasedName(QTest::currentDataTag());
        QVERIFY(name.has_value());
        QCOMPARE(*name, released.toStdString());
        QCOMPARE(releasedName(*name).value_or("nothing"), *name);
    }

    void otherPartsHaveNone_data()
    {
        QTest::addColumn<bool>("none");
        for (const char* stored :
             {"mtp.0.x", "language_model.mtp.0.x", "language_model.model.mtp.layers.0.x",
              "model.language_model.mtp.x"})
            QTest::newRow(stored) << true;
    }
    void otherPartsHaveNone() { QVERIFY(!releasedName(QTest::currentDataTag())); }

    void aModelHasTheTensorsOfTheSpecification()
    {
        engine::ModelConfig config = test::releasedConfig();
        constexpr std::int64_t kTextParameters = 426'174'572'928;
        QCOMPARE(countTensors(config), std::pair(std::size_t(23416 - 523), kTextParameters));
        engine::VisionConfig vision;
        vision.hidden = 1280;
        vision.width = 5120;
        vision.layers = 32;
        vision.heads = 16;
        vision.channels = 3;
        vision.patch = 14;
        vision.temporalPatch = 2;
        vision.merge = 2;
        vision.projectorWidth = 6144;
        config.vision = vision;
        QCOMPARE(countTensors(config),
                 std::pair(std::size_t(23416), kTextParameters + 865'567'232));
        QCOMPARE(vision.axisDims(), 26);
    }

private:
    /// How many tensors such a model has, each with a name of its own, and how many parameters.
    static std::pair<std::size_t, std::int64_t> countTensors(const engine::ModelConfig& config)
    {
        std::int64_t numParameters = 0;
        std::set<std::string> names;
        for (const auto& weight : engine::expectedWeights(config)) {
            numParameters += weight.numElements();
            names.insert(weight.name);
            CHECK(releasedName(weight.name) == weight.name, "a released name stays as it is");
        }
        return {names.size(), numParameters};
    }
};

std::unique_ptr<QObject> makeTensorNamesTest()
{
    return test::make<TensorNamesTest>();
}

#include "tst_tensor_names.moc"
