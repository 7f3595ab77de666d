#include "engine/model/files/quantization.h"
#include "kernels/base/words.h"
#include "tests/engine/model/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using engine::QuantMethod;
using engine::readQuantization;

namespace {

Result<engine::Quantization> settings(std::string_view json)
{
    return readQuantization(words("{\"quantization_config\":", json, "}"));
}

} // namespace

class QuantizationTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void methodsAndTheirBlocksAreRead_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QuantMethod>("method");
        QTest::addColumn<int>("blockRows");
        QTest::addColumn<int>("group");
        const auto row = [](const char* name, const char* json, QuantMethod method, int blockRows,
                            int group) {
            QTest::newRow(name) << QByteArray(json) << method << blockRows << group;
        };
        using enum QuantMethod;
        row("none", "null", None, 1, 0);
        row("mxfp8", R"({"quant_method":"mxfp8","weight_block_size":[1,32],"fmt":"e4m3",
                        "scale_fmt":"ue8m0","activation_scheme":"dynamic"})",
            MxFp8, 1, 32);
        row("fp8 of one row and 32 columns", R"({"quant_method":"fp8","weight_block_size":[1,32]})",
            MxFp8, 1, 32);
        row("fp8", R"({"quant_method":"fp8","weight_block_size":[128,64]})", BlockFp8, 128, 64);
        row("gptq", R"({"quant_method":"gptq","bits":4,"group_size":128,"desc_act":false})", Gptq,
            1, 128);
        row("gptq of whole rows", R"({"quant_method":"gptq","bits":4,"group_size":-1})", Gptq, 1,
            0);
        row("awq", R"({"quant_method":"awq","w_bit":4,"q_group_size":64,"version":"GEMM"})", Awq, 1,
            64);
    }
    void methodsAndTheirBlocksAreRead()
    {
        QFETCH(QByteArray, json);
        QFETCH(QuantMethod, method);
        QFETCH(int, blockRows);
        QFETCH(int, group);
        const auto quantization = settings(json.toStdString());
        QVERIFY2(quantization.has_value(), quantization ? "" : quantization.error().text.c_str());
        QVERIFY(quantization->method == method);
        QCOMPARE(quantization->blockRows, blockRows);
        QCOMPARE(quantization->group, group);
    }

    void keptModulesHaveTheirReleasedNames()
    {
        const auto quantization = MUST(settings(
            R"({"quant_method":"mxfp8","weight_block_size":[1,32],
                "ignored_layers":["lm_head","language_model.model.layers.3.mlp.gate",
                "model.layers.4.self_attn.indexer.q_proj","vision_tower"]})"));
        QVERIFY(quantization.keeps("lm_head"));
        QVERIFY(quantization.keeps("model.layers.3.block_sparse_moe.gate"));
        QVERIFY(quantization.keeps("model.layers.4.self_attn.index_q_proj"));
        QVERIFY(!quantization.keeps("model.layers.3.block_sparse_moe.gate.weight"));
        QVERIFY(!quantization.keeps("model.layers.3"));
    }

    void whatIsNotReadIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* json, const char* says) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(says);
        };
        row("no object", "[]", "an object");
        row("no method", "{}", "quant_method is missing");
        row("another method", R"({"quant_method":"compressed-tensors"})", "compressed-tensors");
        row("a whole tensor a scale", R"({"quant_method":"fp8"})", "weight_block_size is missing");
        row("one number", R"({"quant_method":"fp8","weight_block_size":[128]})", "[128]");
        row("a block of nothing", R"({"quant_method":"fp8","weight_block_size":[0,128]})",
            "weight_block_size rows is 0");
        row("mxfp8 of other blocks", R"({"quant_method":"mxfp8","weight_block_size":[128,128]})",
            "[1, 32]");
        row("e5m2", R"({"quant_method":"fp8","weight_block_size":[8,8],"fmt":"e5m2"})", "e5m2");
        row("three bits", R"({"quant_method":"gptq","bits":3,"group_size":128})", "bits is 3");
        row("no group", R"({"quant_method":"gptq","bits":4})", "group_size is missing");
        row("a group of nothing", R"({"quant_method":"awq","bits":4,"group_size":0})",
            "group_size is 0");
        row("gptq version 2",
            R"({"quant_method":"gptq","bits":4,"group_size":8,"checkpoint_format":"gptq_v2"})",
            "gptq_v2");
        row("awq for vectors", R"({"quant_method":"awq","bits":4,"group_size":8,"version":"gemv"})",
            "gemv");
        row("awq without zeros",
            R"({"quant_method":"awq","bits":4,"group_size":8,"zero_point":false})", "zero_point");
    }
    void whatIsNotReadIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, says);
        const auto quantization = settings(json.toStdString());
        QVERIFY(!quantization.has_value());
        QVERIFY2(quantization.error().text.find(says.toStdString()) != std::string::npos,
                 quantization.error().text.c_str());
    }
};

std::unique_ptr<QObject> makeQuantizationTest()
{
    return test::make<QuantizationTest>();
}

#include "tst_quantization.moc"
