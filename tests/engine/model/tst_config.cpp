#include "engine/model/config.h"
#include "kernels/base/words.h"
#include "tests/engine/model/tests.h"
#include "tests/engine/model/tiny_checkpoint.h"
#include "tests/support/test_table.h"

using namespace tf;
using engine::readConfig;

namespace {

/// The same model as transformers' text class saves it: flat, with names of its own.
constexpr std::string_view kFlatConfig = R"({"architectures":["MiniMaxM3VLForCausalLM"],
"model_type":"minimax_m3_vl_text","hidden_act":"silu","hidden_size":64,"intermediate_size":32,
"dense_intermediate_size":96,"shared_intermediate_size":32,"num_hidden_layers":3,
"num_attention_heads":4,"num_key_value_heads":2,"head_dim":32,"vocab_size":40,
"max_position_embeddings":4096,"rms_norm_eps":1e-06,"rotary_dim":16,"swiglu_alpha":1.702,
"rope_parameters":{"rope_theta":5000000.0,"partial_rotary_factor":0.5,"rope_type":"default"},
"swiglu_limit":7.0,"num_local_experts":4,"num_experts_per_tok":2,"n_shared_experts":1,
"routed_scaling_factor":2.0,"layer_types":["full_attention","minimax_m3_sparse","minimax_m3_sparse"],
"mlp_layer_types":["dense","sparse","sparse"],"index_n_heads":2,"index_head_dim":32,
"index_block_size":8,"index_topk_blocks":2,"index_local_blocks":1})";

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const auto at = text.find(from);
    CHECK(at != std::string::npos, "nothing to replace");
    return text.replace(at, from.size(), to);
}

} // namespace

class ConfigTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nestedAndFlatSayTheSame_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nested") << QByteArray::fromStdString(test::tinyConfig());
        QTest::newRow("flat") << QByteArray(kFlatConfig.data(), kFlatConfig.size());
    }
    void nestedAndFlatSayTheSame()
    {
        QFETCH(QByteArray, text);
        const auto config = readConfig(text.toStdString());
        QVERIFY2(config.has_value(), config ? "" : config.error().text.c_str());
        QCOMPARE(config->hidden, 64);
        QCOMPARE(config->vocab, 40);
        QCOMPARE(config->heads, 4);
        QCOMPARE(config->kvHeads, 2);
        QCOMPARE(config->headDim, 32);
        QCOMPARE(config->rotaryDims, 16);
        QCOMPARE(config->ropeTheta, 5e6);
        QCOMPARE(config->normEpsilon, 1e-6);
        QCOMPARE(config->maxPositions, 4096);
        QCOMPARE(config->sparse.indexHeads, 2);
        QCOMPARE(config->sparse.indexDim, 32);
        QCOMPARE(config->sparse.block, 8);
        QCOMPARE(config->sparse.topK, 2);
        QCOMPARE(config->sparse.initBlocks, 0);
        QCOMPARE(config->sparse.localBlocks, 1);
        QCOMPARE(config->denseWidth, 96);
        QCOMPARE(config->expertWidth, 32);
        QCOMPARE(config->sharedWidth, 32);
        QCOMPARE(config->experts, 4);
        QCOMPARE(config->expertsPerToken, 2);
        QVERIFY(config->routingBias && config->qkNorm);
        QCOMPARE(config->routedScale, 2.0);
        QCOMPARE(config->swigluAlpha, 1.702);
        QCOMPARE(config->swigluLimit, 7.0);
        QCOMPARE(config->numLayers(), 3);
        for (std::size_t layerIdx = 0; layerIdx < 3; ++layerIdx) {
            QCOMPARE(config->layers[layerIdx].sparseAttention, layerIdx > 0);
            QCOMPARE(config->layers[layerIdx].experts, layerIdx > 0);
        }
    }

    void otherSpellingsAreRead_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        row("only rotary_dim", R"("partial_rotary_factor":0.5,)", "");
        row("only partial_rotary_factor", R"("rotary_dim":16,)", "");
        row("theta in rope_parameters", R"("rope_theta":5000000,)",
            R"("rope_parameters":{"rope_theta":5000000,"rope_type":"default"},)");
        row("theta as a fraction", "5000000", "5e6");
        row("no scaling", R"("rope_theta":5000000,)",
            R"("rope_theta":5000000,"rope_scaling":null,)");
        row("beta of one", R"("swiglu_alpha")", R"("swiglu_beta":1.0,"swiglu_alpha")");
        row("flags as booleans", R"("moe_layer_freq":[0,1,1])",
            R"("moe_layer_freq":[false,true,true])");
        row("both lists of layers", R"("moe_layer_freq":[0,1,1])",
            R"("moe_layer_freq":[0,1,1],"mlp_layer_types":["dense","sparse","sparse"])");
        row("only model_type", R"("architectures":["MiniMaxM3SparseForConditionalGeneration"],)",
            "");
        row("no index values said", R"(,
"sparse_disable_index_value":[0,1,1])",
            "");
    }
    void otherSpellingsAreRead()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const auto config =
            readConfig(replaced(test::tinyConfig(), from.toStdString(), to.toStdString()));
        QVERIFY2(config.has_value(), config ? "" : config.error().text.c_str());
        QCOMPARE(config->rotaryDims, 16);
        QCOMPARE(config->ropeTheta, 5e6);
        QVERIFY(config->layers[2].sparseAttention && config->layers[2].experts);
    }

    void wrongSizesAreRefused_data()
    {
        addColumns();
        wrong("hidden_size", "64", "0");
        wrong("hidden_size", "64", "-64");
        wrong("hidden_size", "64", "9223372036854775808");
        wrong("hidden_size", "64", "64.5");
        wrong("hidden_size", "64", "\"64\"");
        wrong("hidden_size", "64", "null", "text_config.hidden_size is missing");
        wrong("hidden_size", "64", "2097152");
        wrong("vocab_size", "40", "0");
        wrong("num_hidden_layers", "3", "0");
        wrong("num_hidden_layers", "3", "4", "as many entries as num_hidden_layers, 4, not 3");
        wrong("num_attention_heads", "4", "3", "num_key_value_heads is 2; expected a divisor");
        wrong("num_key_value_heads", "2", "4", "as many as num_key_value_heads, 4");
        wrong("head_dim", "32", "30", "rotary_dim is 16; expected 15");
        wrong("rotary_dim", "16", "15");
        wrong("rotary_dim", "16", "64");
        wrong("partial_rotary_factor", "0.5", "1.5");
        wrong("partial_rotary_factor", "0.5", "0.25", "expected 8");
        wrong("rope_theta", "5000000", "0");
        wrong("rope_theta", "5000000", "1e999");
        wrong("rope_theta", "5000000", "null", "rope_theta is missing");
        wrong("rms_norm_eps", "1e-06", "0");
        wrong("max_position_embeddings", "4096", "0");
        QTest::newRow("stretched positions")
            << QByteArray("\"rotary_dim\":16,")
            << QByteArray(R"("rotary_dim":16,"rope_scaling":{"type":"yarn","factor":4},)")
            << QByteArray("rope_scaling.type is \"yarn\"");
        QTest::newRow("two thetas")
            << QByteArray("\"rotary_dim\":16,")
            << QByteArray(R"("rotary_dim":16,"rope_parameters":{"rope_theta":10000},)")
            << QByteArray("rope_parameters.rope_theta is 10000; expected 5e+06");
    }
    void wrongSizesAreRefused() { checkRefused(); }

    void otherMathematicsIsRefused_data()
    {
        addColumns();
        wrong("hidden_act", "\"swigluoai\"", "\"silu\"");
        wrong("use_gemma_norm", "true", "false");
        wrong("use_qk_norm", "true", "false");
        wrong("use_qk_norm", "true", "1");
        wrong("qk_norm_type", "\"per_head\"", "\"per_layer\"");
        wrong("attention_output_gate", "false", "true");
        wrong("tie_word_embeddings", "false", "true");
        wrong("scoring_func", "\"sigmoid\"", "\"softmax\"");
        wrong("swiglu_limit", "7.0", "0");
        wrong("swiglu_limit", "7.0", "null", "swiglu_limit is missing");
        wrong("swiglu_alpha", "1.702", "null,\"swiglu_beta\":2.0", "swiglu_beta is 2.0");
        wrong("num_local_experts", "4", "0");
        wrong("num_local_experts", "4", "1", "num_experts_per_tok is 2; expected at most");
        wrong("num_experts_per_tok", "2", "0");
        wrong("n_shared_experts", "1", "2");
        wrong("intermediate_size", "32", "null", "intermediate_size is missing");
        wrong("shared_intermediate_size", "32", "0");
        wrong("dense_intermediate_size", "96", "null", "dense_intermediate_size is missing");
        wrong("routed_scaling_factor", "2.0", "null", "routed_scaling_factor is missing");
    }
    void otherMathematicsIsRefused() { checkRefused(); }

    void wrongLayersAreRefused_data()
    {
        addColumns();
        wrong("moe_layer_freq", "[0,1,1]", "[0,1]", "not 2");
        wrong("moe_layer_freq", "[0,1,1]", "[0,1,2]", "a list of 0 and 1");
        wrong("moe_layer_freq", "[0,1,1]", "1", "a list of 0 and 1");
        wrong("moe_layer_freq", "[0,1,1]", "null", "moe_layer_freq is missing");
        wrong("moe_layer_freq", "[0,1,1]",
              "[0,1,1],\"mlp_layer_types\":[\"dense\",\"dense\",\"sparse\"]",
              "the same layers as in moe_layer_freq");
        wrong("sparse_attention_freq", "[0,1,1]", "null", "sparse_attention_freq is missing");
        wrong("sparse_attention_freq", "[0,1,1]", "[0,1,1,1]", "not 4");
        wrong("sparse_disable_index_value", "[0,1,1]", "[0,1,0]", "1 for each sparse layer");
        wrong("use_sparse_attention", "true", "false");
        wrong("sparse_index_dim", "32", "8",
              "sparse_index_dim is 8; expected a whole number from 16");
        wrong("sparse_num_index_heads", "2", "1");
        wrong("sparse_topk_blocks", "2", "0");
        wrong("sparse_block_size", "8", "null", "sparse_block_size is missing");
        wrong("sparse_score_type", "\"max\"", "\"mean\"");
        wrong("sparse_init_block", "0", "2", "room for the 2 first and 1 last blocks");
        wrong("sparse_local_block", "1", "0");
        QTest::newRow("no sparse settings")
            << QByteArray("\"sparse_attention_config\"") << QByteArray("\"other\"")
            << QByteArray("text_config.sparse_attention_config is missing");
        QTest::newRow("layers without their settings")
            << QByteArray("\"sparse_attention_config\"")
            << QByteArray(R"("layer_types":["full_attention","minimax_m3_sparse",)"
                          R"("minimax_m3_sparse"],"other")")
            << QByteArray("sparse_num_index_heads is missing");
        QTest::newRow("another kind of layer")
            << QByteArray("\"sparse_attention_config\"")
            << QByteArray(R"("layer_types":["full_attention","linear","x"],"other")")
            << QByteArray("layer_types is [");
    }
    void wrongLayersAreRefused() { checkRefused(); }

    void anotherFamilyIsNamed()
    {
        const auto llama =
            readConfig(R"({"architectures":["LlamaForCausalLM"],"model_type":"llama"})");
        QVERIFY(llama.error().code == Code::Unsupported);
        QVERIFY2(llama.error().text.find("LlamaForCausalLM") != std::string::npos,
                 llama.error().text.c_str());
        const auto elder = readConfig(R"({"architectures":["MiniMaxM2ForCausalLM"]})");
        QVERIFY(elder.error().code == Code::Unsupported);
        QVERIFY(readConfig(R"({"model_type":"qwen3_moe"})").error().code == Code::Unsupported);
        QVERIFY(readConfig("{}").error().code == Code::BadInput);
        QVERIFY(readConfig("[]").error().code == Code::BadInput);
        QVERIFY(readConfig("").error().code == Code::BadInput);
    }

    void aModelOfDenseLayersMustSaySo()
    {
        auto text = replaced(test::tinyConfig(), R"("sparse_attention_freq":[0,1,1])",
                             R"("sparse_attention_freq":[0,0,0])");
        const auto config = MUST(readConfig(text));
        QCOMPARE(config.sparse.block, 0);
        QCOMPARE(config.block(), 128);
        QVERIFY(!config.layers[1].sparseAttention);
    }

private:
    static void addColumns()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("says");
    }

    /// A field with another value; the error names both unless it must say something else.
    static void wrong(const char* field, const char* was, const char* now, const char* says = "")
    {
        const auto name = words(field, " ", now);
        QTest::newRow(name.c_str())
            << QByteArray::fromStdString(words("\"", field, "\":", was))
            << QByteArray::fromStdString(words("\"", field, "\":", now))
            << (*says != 0 ? QByteArray(says)
                           : QByteArray::fromStdString(words(field, " is ", now)));
    }

    static void checkRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, says);
        const auto config =
            readConfig(replaced(test::tinyConfig(), from.toStdString(), to.toStdString()));
        QVERIFY(!config.has_value());
        QVERIFY2(config.error().text.find(says.toStdString()) != std::string::npos,
                 config.error().text.c_str());
        QVERIFY(config.error().code == Code::BadInput || config.error().code == Code::Unsupported);
    }

    static void row(const char* name, const char* from, const char* to)
    {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to);
    }
};

std::unique_ptr<QObject> makeConfigTest()
{
    return test::make<ConfigTest>();
}

#include "tst_config.moc"
