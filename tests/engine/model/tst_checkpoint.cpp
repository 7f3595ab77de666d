#include "engine/model/checkpoint.h"
#include "engine/model/inventory.h"
#include "kernels/base/words.h"
#include "tests/engine/model/tests.h"
#include "tests/engine/model/tiny_checkpoint.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <cstring>

using namespace tf;
using engine::Checkpoint;
using engine::QuantMethod;
using test::TinyCheckpoint;
using test::TinyLayout;

namespace {

bool shows(const std::byte* view, const test::Bytes& wanted)
{
    if (wanted.empty())
        return view == nullptr;
    return view != nullptr && std::memcmp(view, wanted.data(), wanted.size()) == 0;
}

/// Empty when each weight is seen where it lies, else the first that is not.
std::string wrongView(const Checkpoint& checkpoint, const TinyCheckpoint& tiny)
{
    std::uint64_t numBytes = 0;
    for (const auto& [name, parts] : tiny.weights) {
        const auto matrix = checkpoint.matrix(name);
        if (!matrix)
            return matrix.error().text;
        if (matrix->name != name || !shows(matrix->values, parts.values)
            || !shows(matrix->scales, parts.scales) || !shows(matrix->zeros, parts.zeros))
            return name;
        const auto stored = parts.values.size() + parts.scales.size() + parts.zeros.size();
        if (engine::storedBytes(*matrix) != stored)
            return words("bytes of ", name);
        numBytes += stored;
    }
    return numBytes <= checkpoint.bytes() ? "" : "bytes of all";
}

} // namespace

class CheckpointTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyLayoutAndFormatIsSeen_data()
    {
        QTest::addColumn<TinyLayout>("layout");
        QTest::addColumn<QuantMethod>("method");
        using enum TinyLayout;
        using enum QuantMethod;
        QTest::newRow("released") << Released << None;
        QTest::newRow("renamed") << Renamed << None;
        QTest::newRow("stacked") << Stacked << None;
        QTest::newRow("mxfp8") << Released << MxFp8;
        QTest::newRow("mxfp8 renamed") << Renamed << MxFp8;
        QTest::newRow("mxfp8 stacked") << Stacked << MxFp8;
        QTest::newRow("fp8") << Released << BlockFp8;
        QTest::newRow("fp8 stacked") << Stacked << BlockFp8;
        QTest::newRow("gptq") << Released << Gptq;
        QTest::newRow("gptq renamed") << Renamed << Gptq;
        QTest::newRow("awq") << Released << Awq;
        QTest::newRow("awq renamed") << Renamed << Awq;
    }
    void everyLayoutAndFormatIsSeen()
    {
        QFETCH(TinyLayout, layout);
        QFETCH(QuantMethod, method);
        const auto tiny = TinyCheckpoint::make(layout, method);
        tiny.write(m_model);
        const auto checkpoint = Checkpoint::open(m_model);
        QVERIFY2(checkpoint.has_value(), checkpoint ? "" : checkpoint.error().text.c_str());
        QCOMPARE(wrongView(*checkpoint, tiny), std::string());
        QCOMPARE(checkpoint->numTensors(), tiny.tensors.size());
        QVERIFY(checkpoint->intact().has_value());
    }

    void aSingleFileNeedsNoIndex()
    {
        auto tiny = TinyCheckpoint::make();
        for (auto& tensor : tiny.tensors)
            tensor.file = "model.safetensors";
        tiny.write(m_model);
        std::filesystem::remove(m_model / "model.safetensors.index.json");
        const auto checkpoint = Checkpoint::open(m_model);
        QVERIFY2(checkpoint.has_value(), checkpoint ? "" : checkpoint.error().text.c_str());
        QCOMPARE(wrongView(*checkpoint, tiny), std::string());
    }

    void shardsMayBeLinks()
    {
        TinyCheckpoint::make().write(m_model);
        const auto shard = m_model / "model-00001-of-00002.safetensors";
        const std::filesystem::path blob(m_folder.filePath(QStringLiteral("blob")).toStdString());
        std::filesystem::rename(shard, blob);
        std::filesystem::create_symlink(blob, shard);
        QVERIFY(Checkpoint::open(m_model).has_value());
    }

    void whatIsNotTheLanguageModelIsPassedOver()
    {
        auto tiny = TinyCheckpoint::make();
        for (const char* name : {"vision_tower.a.weight", "multi_modal_projector.linear_1.bias",
                                 "patch_merge_mlp.linear_2.weight", "language_model.model.mtp.0.x",
                                 "mtp.layers.0.weight", "model.vision_tower.b"})
            tiny.add(name, "I64", {1, 0});
        tiny.write(m_model);
        const auto checkpoint = Checkpoint::open(m_model);
        QVERIFY2(checkpoint.has_value(), checkpoint ? "" : checkpoint.error().text.c_str());
        QCOMPARE(checkpoint->numTensors(), tiny.tensors.size() - 6);
    }

    void anUnknownWeightIsNotFound()
    {
        TinyCheckpoint::make().write(m_model);
        const auto checkpoint = MUST(Checkpoint::open(m_model));
        const auto matrix = checkpoint.matrix("model.layers.9.self_attn.q_proj.weight");
        QVERIFY(!matrix.has_value());
        QVERIFY(matrix.error().code == Code::NotFound);
        QVERIFY(matrix.error().text.find("model.layers.9.") != std::string::npos);
    }

    void theFingerprintFollowsConfigHeadersAndWeights()
    {
        auto tiny = TinyCheckpoint::make();
        tiny.write(m_model);
        const auto first = MUST(Checkpoint::open(m_model)).fingerprint();
        QCOMPARE(first.size(), std::size_t(32));
        QCOMPARE(MUST(Checkpoint::open(m_model)).fingerprint(), first);
        tiny.tensors.front().bytes[0] ^= std::byte(1); // of the first sample
        tiny.write(m_model);
        const auto other = MUST(Checkpoint::open(m_model)).fingerprint();
        QVERIFY(other != first);
        tiny.config.members.emplace_back("note", json::Value::string("x"));
        tiny.write(m_model);
        QVERIFY(MUST(Checkpoint::open(m_model)).fingerprint() != other);
    }

    void aShardThatIsCutOffLaterIsNoticed()
    {
        TinyCheckpoint::make().write(m_model);
        const auto checkpoint = MUST(Checkpoint::open(m_model));
        QVERIFY(checkpoint.intact().has_value());
        std::filesystem::resize_file(m_model / "model-00002-of-00002.safetensors", 4096);
        QVERIFY(checkpoint.intact().error().code == Code::Corrupt);
    }

    void progressReachesItsEnd()
    {
        TinyCheckpoint::make().write(m_model);
        std::vector<engine::Progress> reports;
        MUST(Checkpoint::open(
            m_model, [&](const engine::Progress& progress) { reports.push_back(progress); }));
        QVERIFY(reports.size() >= 4);
        QCOMPARE(std::string(reports.front().doing), std::string("reading headers"));
        QCOMPARE(reports.front().total, std::uint64_t(2));
        QCOMPARE(reports.back().done, reports.back().total);
    }

    void itStopsWhereverItIsAskedTo()
    {
        TinyCheckpoint::make().write(m_model);
        std::size_t numReports = 0;
        MUST(Checkpoint::open(m_model, [&](const engine::Progress&) { ++numReports; }));
        for (std::size_t last = 1; last <= numReports; ++last) {
            CancelSource source;
            std::size_t numSeen = 0;
            const auto checkpoint = Checkpoint::open(
                m_model,
                [&](const engine::Progress&) {
                    if (++numSeen == last)
                        source.cancel();
                },
                source.token());
            QVERIFY(!checkpoint.has_value());
            QVERIFY(checkpoint.error().code == Code::Cancelled);
            QCOMPARE(numSeen, last);
        }
    }

    void theGoldenModelsOpen()
    {
        const std::filesystem::path models(TRIFOLD_SOURCE_DIR "/tests/golden/model");
        QVERIFY2(std::filesystem::exists(models), models.c_str());
        int numOpened = 0;
        for (const auto& folder : std::filesystem::recursive_directory_iterator(models)) {
            if (!std::filesystem::exists(folder.path() / "config.json"))
                continue;
            const auto checkpoint = Checkpoint::open(folder.path());
            QVERIFY2(checkpoint.has_value(), checkpoint ? "" : checkpoint.error().text.c_str());
            const auto inventory = MUST(engine::takeInventory(*checkpoint));
            QVERIFY(inventory.numBytes <= checkpoint->bytes());
            ++numOpened;
        }
        QVERIFY(numOpened > 0);
    }

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_model = m_folder.filePath(QStringLiteral("model")).toStdString();
};

std::unique_ptr<QObject> makeCheckpointTest()
{
    return test::make<CheckpointTest>();
}

#include "tst_checkpoint.moc"
