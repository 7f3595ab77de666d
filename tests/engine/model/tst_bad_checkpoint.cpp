#include "engine/model/checkpoint.h"
#include "kernels/base/words.h"
#include "tests/engine/model/tests.h"
#include "tests/engine/model/tiny_checkpoint.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <functional>

#include <unistd.h>

using namespace tf;
using engine::Checkpoint;
using engine::QuantMethod;
using test::TinyCheckpoint;
using test::TinyLayout;

namespace {

constexpr const char* kFirst = "model-00001-of-00002.safetensors";
constexpr const char* kSecond = "model-00002-of-00002.safetensors";
constexpr const char* kIndex = "model.safetensors.index.json";
constexpr const char* kQuery = "language_model.model.layers.1.self_attn.q_proj.weight";
constexpr const char* kRouter = "language_model.model.layers.1.block_sparse_moe.gate.weight";
constexpr const char* kExpert =
    "language_model.model.layers.1.block_sparse_moe.experts.2.w1.weight";

using Folder = std::filesystem::path;
using Change = std::function<void(TinyCheckpoint&)>; ///< before it is written
using Damage = std::function<void(const Folder&)>; ///< after

struct BadCase {
    TinyLayout layout = TinyLayout::Released;
    QuantMethod method = QuantMethod::None;
    Change change = {};
    Damage damage = {};
    Code code = Code::BadInput;
    std::vector<const char*> says = {};
};

void inFile(const Folder& file, std::string_view from, std::string_view to)
{
    auto text = test::readText(file);
    const auto at = text.find(from);
    CHECK(at != std::string::npos, "nothing to replace");
    test::writeText(file, text.replace(at, from.size(), to));
}

Damage written(const char* file, std::string text)
{
    return [=](const Folder& folder) { test::writeText(folder / file, text); };
}

Damage replacing(const char* file, std::string from, std::string to)
{
    return [=](const Folder& folder) { inFile(folder / file, from, to); };
}

Change changing(const char* tensor, std::function<void(test::TinyTensor&)> change)
{
    return [=](TinyCheckpoint& tiny) { change(tiny.at(tensor)); };
}

Change typed(const char* tensor, const char* type)
{
    return changing(tensor, [=](test::TinyTensor& t) { t.type = type; });
}

} // namespace
Q_DECLARE_METATYPE(BadCase)

class BadCheckpointTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aFolderWithoutConfigOrIndexIsRefused_data()
    {
        QTest::addColumn<BadCase>("bad");
        row("no folder",
            {.damage = [](const Folder& f) { std::filesystem::remove_all(f); },
             .code = Code::NotFound,
             .says = {"config.json"}});
        row("no config",
            {.damage = removed("config.json"), .code = Code::NotFound, .says = {"config.json"}});
        row("config is a folder",
            {.damage =
                 [](const Folder& f) {
                     std::filesystem::remove(f / "config.json");
                     std::filesystem::create_directory(f / "config.json");
                 },
             .says = {"config.json"}});
        row("config is no JSON",
            {.damage = written("config.json", "{\"a\":"), .says = {"config.json", "at byte"}});
        row("neither index nor single file",
            {.damage = removed(kIndex), .code = Code::NotFound, .says = {kIndex}});
        row("index is no JSON", {.damage = written(kIndex, "[]"), .says = {kIndex}});
        row("index is cut off",
            {.damage = written(kIndex, "{\"weight_map\":{\"a\":\"b"), .says = {kIndex, "at byte"}});
        row("no weight_map", {.damage = written(kIndex, "{}"), .says = {kIndex, "weight_map"}});
        row("index points outside",
            {.damage = written(kIndex, "{\"weight_map\":{\"a\":\"../b.safetensors\"}}"),
             .says = {kIndex, "../b.safetensors", "not in the folder"}});
    }
    void aFolderWithoutConfigOrIndexIsRefused() { check(); }

    void aShardThatIsNotWhatItWasIsRefused_data()
    {
        QTest::addColumn<BadCase>("bad");
        row("a shard is missing",
            {.damage = removed(kSecond),
             .code = Code::NotFound,
             .says = {"1 of its 2 files", kSecond, "incomplete download"}});
        row("a shard is a folder",
            {.damage =
                 [](const Folder& f) {
                     std::filesystem::remove(f / kSecond);
                     std::filesystem::create_directory(f / kSecond);
                 },
             .says = {kSecond}});
        row("an empty shard",
            {.damage = written(kFirst, ""), .code = Code::Corrupt, .says = {kFirst, "0 bytes"}});
        row("a shard cut in its weights",
            {.damage =
                 [](const Folder& f) {
                     std::filesystem::resize_file(f / kFirst,
                                                  std::filesystem::file_size(f / kFirst) - 1);
                 },
             .code = Code::Corrupt,
             .says = {kFirst, "tensor \"language_model.", "cut off"}});
        row("a shard cut in its header",
            {.damage = [](const Folder& f) { std::filesystem::resize_file(f / kFirst, 100); },
             .code = Code::Corrupt,
             .says = {kFirst, "ends after 92 of them"}});
        row("a web page instead of a shard",
            {.damage = written(kFirst, "<!DOCTYPE html><html>"),
             .says = {kFirst, "no safetensors file"}});
        row("swapped shards",
            {.damage =
                 [](const Folder& f) {
                     std::filesystem::rename(f / kFirst, f / "x");
                     std::filesystem::rename(f / kSecond, f / kFirst);
                     std::filesystem::rename(f / "x", f / kSecond);
                 },
             .code = Code::Corrupt,
             .says = {"the index places tensor", kFirst, kSecond}});
    }
    void aShardThatIsNotWhatItWasIsRefused() { check(); }

    void tensorsTooFewOrTooManyAreNamed_data()
    {
        QTest::addColumn<BadCase>("bad");
        row("one is missing",
            {.change = [](TinyCheckpoint& t) { t.remove(kQuery); },
             .says = {"1 of 72 tensors", "missing: model.layers.1.self_attn.q_proj.weight"}});
        row("many are missing",
            {.change =
                 [](TinyCheckpoint& t) {
                     t.tensors.erase(t.tensors.begin(), t.tensors.begin() + 9);
                 },
             .says = {"9 of 72", "model.embed_tokens.weight", "and 4 more"}});
        row("one too many",
            {.change = [](TinyCheckpoint& t) { t.add("language_model.model.x", "BF16", {2}); },
             .says = {"1 tensors have no place", "language_model.model.x"}});
        row("an expert too many",
            {.change =
                 [](TinyCheckpoint& t) {
                     t.add("language_model.model.layers.1.block_sparse_moe.experts.4.w1.weight",
                           "BF16", {32, 64});
                 },
             .says = {"experts.4.w1.weight"}});
        row("a bias nobody adds",
            {.change =
                 [](TinyCheckpoint& t) {
                     t.add("language_model.model.layers.0.self_attn.q_proj.bias", "BF16", {128});
                 },
             .says = {"q_proj.bias"}});
        row("one weight twice",
            {.change = [](TinyCheckpoint& t) { t.add("model.norm.weight", "BF16", {64}); },
             .code = Code::Corrupt,
             .says = {"language_model.model.norm.weight", "\"model.norm.weight\""}});
    }
    void tensorsTooFewOrTooManyAreNamed() { check(); }

    void tensorsOfAnotherShapeOrTypeAreNamed_data()
    {
        QTest::addColumn<BadCase>("bad");
        row("another shape",
            {.change = changing(kQuery,
                                [](auto& t) {
                                    t.shape = {64, 128};
                                }),
             .says = {kQuery, "BF16 [64, 128]", "asks for [128, 64]"}});
        row("another rank",
            {.change = changing(kQuery, [](auto& t) { t.shape = {128 * 64}; }),
             .says = {kQuery, "[8192]"}});
        row("no rows",
            {.change = changing(kQuery,
                                [](auto& t) {
                                    t.shape = {0, 64};
                                    t.bytes.clear();
                                }),
             .says = {kQuery, "[0, 64]"}});
        row("half floats",
            {.change = typed(kQuery, "F16"), .code = Code::Unsupported, .says = {kQuery, "F16"}});
        row("a router of integers",
            {.change = typed(kRouter, "I32"),
             .code = Code::Unsupported,
             .says = {kRouter, "BF16 and F32"}});
        row("eight bits without settings",
            {.change = changing(kExpert,
                                [](auto& t) {
                                    t.type = "F8_E4M3";
                                    t.bytes.resize(32 * 64);
                                }),
             .says = {kExpert, "no quantization_config"}});
    }
    void tensorsOfAnotherShapeOrTypeAreNamed() { check(); }

    void configIndexAndHeadersMustAgree_data()
    {
        QTest::addColumn<BadCase>("bad");
        row("a config of more words",
            {.damage = replacing("config.json", "\"vocab_size\":40", "\"vocab_size\":41"),
             .says = {"embed_tokens", "asks for [41, 64]"}});
        row("a config without bias",
            {.damage = replacing("config.json", "\"use_routing_bias\":true",
                                 "\"use_routing_bias\":false"),
             .says = {"2 tensors have no place", "e_score_correction_bias"}});
        row("index and header differ",
            {.change = changing(
                 kQuery, [](auto& t) { t.indexedFile = t.file == kFirst ? kSecond : kFirst; }),
             .code = Code::Corrupt,
             .says = {"the index places", kQuery}});
        row("not in the index",
            {.change = changing(kQuery, [](auto& t) { t.indexedFile = ""; }),
             .code = Code::Corrupt,
             .says = {kQuery, "not in the index"}});
        row("in no header",
            {.damage = replacing(kFirst, "embed_tokens", "embed_tokenz"),
             .code = Code::Corrupt,
             .says = {"embed_tokenz", "not in the index"}});
    }
    void configIndexAndHeadersMustAgree() { check(); }

    void fp8TensorsMustFitTheirSettings_data()
    {
        QTest::addColumn<BadCase>("bad");
        using enum QuantMethod;
        const auto scale = [](const char* name) { return words(name, "_scale_inv"); };
        row("no scales",
            {.method = MxFp8,
             .change = [=](TinyCheckpoint& t) { t.remove(scale(kQuery)); },
             .says = {kQuery, "has no scales", "_scale_inv"}});
        row("scales of another shape",
            {.method = MxFp8,
             .change =
                 [=](TinyCheckpoint& t) {
                     t.at(scale(kQuery)).shape = {2, 128};
                 },
             .says = {"_scale_inv", "[2, 128]", "[128, 2]"}});
        row("scales of another type",
            {.method = BlockFp8,
             .change =
                 [=](TinyCheckpoint& t) {
                     auto& tensor = t.at(scale(kQuery));
                     tensor.type = "BF16";
                     tensor.bytes.resize(tensor.bytes.size() / 2);
                 },
             .code = Code::Unsupported,
             .says = {"_scale_inv", "BF16", "F32"}});
        row("settings of another method",
            {.method = MxFp8,
             .damage = replacing("config.json", R"("quant_method":"mxfp8",)",
                                 R"("quant_method":"awq","bits":4,"group_size":32,)"),
             .says = {"F8_E4M3", "awq"}});
        row("said not to be quantised",
            {.method = MxFp8,
             .damage =
                 replacing("config.json", "[\"lm_head\"]", "[\"model.layers.1.self_attn.q_proj\"]"),
             .says = {kQuery, "not quantised"}});
        row("nothing is quantised",
            {.damage = replacing(
                 "config.json", "\"quantization_config\":null",
                 R"("quantization_config":{"quant_method":"mxfp8","weight_block_size":[1,32]})"),
             .says = {"mxfp8", "no tensor is quantised"}});
    }
    void fp8TensorsMustFitTheirSettings() { check(); }

    void int4TensorsMustFitTheirSettings_data()
    {
        QTest::addColumn<BadCase>("bad");
        using enum QuantMethod;
        row("int4 without zero points",
            {.method = Gptq,
             .change =
                 [](TinyCheckpoint& t) {
                     t.remove("language_model.model.layers.1.self_attn.q_proj.qzeros");
                 },
             .says = {"q_proj.qzeros", "missing"}});
        row("int4 of reordered columns",
            {.method = Gptq,
             .change =
                 [](TinyCheckpoint& t) {
                     t.at("language_model.model.layers.1.self_attn.q_proj.g_idx").bytes[4] =
                         std::byte(3);
                 },
             .code = Code::Unsupported,
             .says = {"q_proj.g_idx", "column 1", "group 3", "desc_act"}});
        row("int4 in the other order",
            {.method = Gptq,
             .damage = replacing("config.json", "\"gptq\"", "\"awq\""),
             .says = {"qweight", "asks for"}});
        row("int4 of another group",
            {.method = Gptq,
             .damage = replacing("config.json", "\"group_size\":16", "\"group_size\":32"),
             .says = {"qzeros", "asks for [2, 16]"}});
        row("fused int4",
            {.method = Gptq,
             .change =
                 [](TinyCheckpoint& t) {
                     t.at("language_model.model.layers.0.mlp.gate_proj.qweight").name =
                         "language_model.model.layers.0.mlp.gate_up_proj.qweight";
                 },
             .code = Code::Unsupported,
             .says = {"gate_up_proj.qweight", "one by one"}});
        row("a block across two fused weights",
            {.layout = TinyLayout::Stacked,
             .method = BlockFp8,
             .damage = replacing("config.json", "[16,48]", "[36,48]"),
             .says = {"_scale_inv"}});
    }
    void int4TensorsMustFitTheirSettings() { check(); }

    void aFileThatMayNotBeReadIsDenied()
    {
        TinyCheckpoint::make().write(m_model);
        std::filesystem::permissions(m_folder.path().toStdString(), std::filesystem::perms(0755));
        std::filesystem::permissions(m_model / kFirst, std::filesystem::perms::none);
        constexpr uid_t kNobody = 65534;
        const bool isRoot = ::geteuid() == 0; // who may read everything
        if (isRoot)
            QCOMPARE(::seteuid(kNobody), 0);
        const auto checkpoint = Checkpoint::open(m_model);
        if (isRoot)
            QCOMPARE(::seteuid(0), 0);
        QVERIFY(!checkpoint.has_value());
        QVERIFY(checkpoint.error().code == Code::Denied);
        QVERIFY(checkpoint.error().text.find(kFirst) != std::string::npos);
    }

private:
    static Damage removed(const char* file)
    {
        return [file](const Folder& folder) { std::filesystem::remove(folder / file); };
    }

    static void row(const char* name, BadCase bad) { QTest::newRow(name) << std::move(bad); }

    void check()
    {
        QFETCH(BadCase, bad);
        auto tiny = TinyCheckpoint::make(bad.layout, bad.method);
        if (bad.change)
            bad.change(tiny);
        tiny.write(m_model);
        if (bad.damage)
            bad.damage(m_model);
        const auto checkpoint = Checkpoint::open(m_model);
        QVERIFY(!checkpoint.has_value());
        const auto& error = checkpoint.error();
        for (const char* part : bad.says)
            QVERIFY2(error.text.find(part) != std::string::npos,
                     words("no \"", part, "\" in: ", error.describe()).c_str());
        QVERIFY2(error.code == bad.code, error.describe().c_str());
    }

    QTemporaryDir m_folder;
    Folder m_model = m_folder.filePath(QStringLiteral("model")).toStdString();
};

std::unique_ptr<QObject> makeBadCheckpointTest()
{
    return test::make<BadCheckpointTest>();
}

#include "tst_bad_checkpoint.moc"
