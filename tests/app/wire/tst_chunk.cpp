#include "app/wire/chat_chunk.h"
#include "app/wire/model_list.h"

#include "tests/app/wire/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf::wire;

namespace {

Chunk anyChunk(tf::test::Gen& gen)
{
    Chunk chunk{.id = gen.text(), .model = gen.text()};
    chunk.extent = gen.oneIn(2) ? Extent::Piece : Extent::Everything;
    chunk.reasoning = {gen.text(), gen.text(), ""};
    chunk.content = gen.text();
    for (std::size_t left = gen.below(3); left > 0; --left)
        chunk.calls.push_back({gen.between(0, kMaxCalls - 1), gen.text(), gen.text(), gen.text()});
    chunk.finish = gen.oneIn(2) ? "stop" : "";
    if (gen.oneIn(2))
        chunk.usage = Usage{gen.between(0, 1 << 20), gen.between(0, 9), gen.between(0, 9), {}};
    return chunk;
}

} // namespace

class ChunkTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const auto report = tf::test::forAll(500, [](tf::test::Gen& gen) -> std::string {
            const Chunk chunk = anyChunk(gen);
            const std::string written = writeChunk(chunk);
            return MUST(readChunk(written)) == chunk ? "" : written;
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("garbage") << QByteArray("%$#");
        QTest::newRow("cut") << QByteArray("{\"choices\":[{\"del");
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("deep") << QByteArray("{\"a\":") + QByteArray(70, '[') + QByteArray(70, ']')
                + "}";
        const auto call = [](const char* index) {
            return QByteArray("{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":") + index
                + "}]}}]}";
        };
        QTest::newRow("index below 0") << call("-1");
        QTest::newRow("index of a billion") << call("1000000000");
        QTest::newRow("index with a fraction") << call("0.5");
        QTest::newRow("index as text") << call("\"0\"");
    }
    void isRefused()
    {
        QFETCH(QByteArray, text);
        const auto chunk = readChunk(text.toStdString());
        QVERIFY(!chunk.has_value());
        QVERIFY(chunk.error().code == tf::Code::BadInput);
    }

    /// A server that cuts characters in two loses those characters, not the answer.
    void aCutCharacterIsRepaired()
    {
        const auto chunk =
            MUST(readChunk("{\"choices\":[{\"delta\":{\"content\":\"a\xe4\xb8\"}}]}"));
        QCOMPARE(chunk.content, std::string("a\xef\xbf\xbd"));
    }

    void modelLists_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<qint64>("maxTokens");
        QTest::newRow("vLLM") << QByteArray("{\"data\":[{\"id\":\"m\",\"max_model_len\":131072}]}")
                              << qint64(131072);
        QTest::newRow("OpenRouter")
            << QByteArray("{\"data\":[{\"id\":\"m\",\"context_length\":524288}]}")
            << qint64(524288);
        QTest::newRow("llama.cpp") << QByteArray(
            "{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"meta\":{\"n_ctx_train\":65536}}]}")
                                   << qint64(65536);
        QTest::newRow("unsaid") << QByteArray("{\"data\":[{\"id\":\"m\"}]}") << qint64(0);
    }
    void modelLists()
    {
        QFETCH(QByteArray, list);
        QFETCH(qint64, maxTokens);
        const auto models = MUST(readModelList(list.toStdString()));
        QCOMPARE(models.at(0).id, std::string("m"));
        QCOMPARE(qint64(models[0].maxTokens.value_or(0)), maxTokens);
    }

    void modalitiesAreRead()
    {
        const auto models = MUST(readModelList("{\"data\":[{\"id\":\"m\",\"architecture\":{\"input_"
                                               "modalities\":[\"text\",\"image\"]}}]}"));
        QVERIFY(models.at(0).takesImages == true);
        QVERIFY(models[0].takesVideo == false);
        QVERIFY(!readModelList("{\"models\":[]}").has_value());
    }
};

std::unique_ptr<QObject> makeChunkTest()
{
    return std::make_unique<ChunkTest>();
}

#include "tst_chunk.moc"
