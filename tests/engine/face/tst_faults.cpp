// What can go wrong with a request or a model: one clear Failed, and the engine lives on.

#include "tests/engine/face/engine_run.h"
#include "tests/engine/face/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <fstream>

using namespace tf;
using namespace tf::test;

namespace {

/// A copy of a tiny checkpoint that may be damaged.
std::filesystem::path copied(const std::string& shape, const QTemporaryDir& folder)
{
    const auto to = std::filesystem::path(folder.path().toStdString()) / shape;
    std::filesystem::copy(tinyModel(shape), to, std::filesystem::copy_options::recursive);
    return to;
}

/// Writes NaN over the last bytes of a shard, which are some weight's.
void spoil(const std::filesystem::path& shard)
{
    std::fstream file(shard, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-64, std::ios::end);
    const std::string bytes(64, char(0xff));
    file.write(bytes.data(), std::ssize(bytes));
}

} // namespace

class FaultsTest : public TestCase {
    Q_OBJECT

    static constexpr std::int32_t kVocab = 272;

private Q_SLOTS:
    void impossibleRequestsAreRefusedWithTheNumbers_data()
    {
        QTest::addColumn<int>("promptTokens");
        QTest::addColumn<int>("maxTokens");
        QTest::addColumn<std::string>("word");
        QTest::newRow("too long") << 600 << 10 << std::string("512");
        QTest::newRow("answer too long") << 100 << 500 << std::string("512");
        QTest::newRow("empty") << 0 << 10 << std::string("prompt");
    }

    void impossibleRequestsAreRefusedWithTheNumbers()
    {
        QFETCH(const int, promptTokens);
        QFETCH(const int, maxTokens);
        QFETCH(const std::string, word);
        const auto engine = tinyEngine(tinyModel("talk"));
        const Said said = ask(*engine, greedy(someTokens(promptTokens, kVocab, 1), maxTokens));
        QVERIFY(said.failed.has_value());
        QVERIFY2(said.failed->text.find(word) != std::string::npos, said.failed->text.c_str());
        QVERIFY(ask(*engine, greedy(someTokens(10, kVocab, 1), 3)).done.has_value());
    }

    void aTokenThatTheModelDoesNotHaveIsNamed()
    {
        const auto engine = tinyEngine(tinyModel("talk"));
        const Said said = ask(*engine, greedy({1, 2, 272}, 3));
        QVERIFY(said.failed.has_value());
        QVERIFY2(said.failed->text.find("272") != std::string::npos, said.failed->text.c_str());
    }

    void stopStringsWithoutATokenizerAreRefused()
    {
        const auto engine = tinyEngine(tinyModel("a"));
        engine::Request request = greedy(someTokens(10, 128, 1), 3);
        request.stops = {"x"};
        const Said said = ask(*engine, std::move(request));
        QVERIFY(said.failed.has_value());
        QVERIFY2(said.failed->text.find("tokenizer.json") != std::string::npos,
                 said.failed->text.c_str());
    }

    void damagedWeightsFailTheRequestAndNotTheProcess()
    {
        const QTemporaryDir folder;
        const auto model = copied("talk", folder);
        spoil(model / "model-00001-of-00002.safetensors");
        spoil(model / "model-00002-of-00002.safetensors");
        auto engine = engine::Engine::load(tinyOptions(model));
        if (!engine) { // found at load
            QVERIFY2(engine.error().text.find("model.layers") != std::string::npos
                         || engine.error().text.find("weight") != std::string::npos,
                     engine.error().text.c_str());
            return;
        }
        const Said said = ask(**engine, greedy(someTokens(60, kVocab, 1), 10));
        QVERIFY(said.failed.has_value());
        QVERIFY(said.failed->code == Code::Corrupt);
    }

    void aShardCutOffWhileTheModelRunsIsFoundOut()
    {
        const QTemporaryDir folder;
        const auto model = copied("talk", folder);
        const auto engine = tinyEngine(model);
        std::filesystem::resize_file(model / "model-00001-of-00002.safetensors", 12000);
        std::filesystem::resize_file(model / "model-00002-of-00002.safetensors", 12000);
        const Said said = ask(*engine, greedy(someTokens(60, kVocab, 1), 10));
        QVERIFY(said.failed.has_value());
        QVERIFY2(said.failed->code == Code::Corrupt, said.failed->text.c_str());
        QVERIFY2(said.failed->text.find(".safetensors") != std::string::npos,
                 said.failed->text.c_str());
    }

    void aFolderWithoutModelSaysWhatIsMissing()
    {
        const QTemporaryDir folder;
        const auto engine = engine::Engine::load(tinyOptions(folder.path().toStdString()));
        QVERIFY(!engine.has_value());
        QVERIFY2(engine.error().text.find("config.json") != std::string::npos,
                 engine.error().text.c_str());
    }
};

std::unique_ptr<QObject> makeFaultsTest()
{
    return std::make_unique<FaultsTest>();
}

#include "tst_faults.moc"
