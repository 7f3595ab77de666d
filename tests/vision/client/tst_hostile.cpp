#include "tests/support/test_table.h"
#include "tests/vision/client/fake_medium.h"
#include "tests/vision/client/tests.h"

#include "vision/client/clip_watch.h"

#include <QElapsedTimer>

using namespace tf;
using namespace tf::test;
using namespace tf::vision;

class HostileTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        DecoderOptions options = fakeDecoder();
        options.cpu = std::chrono::seconds(1);
        m_decoder.emplace(MUST(Decoder::start(options)));
    }
    void cleanupTestCase() { m_decoder.reset(); }

    void everyMisdeedEndsInAnErrorAndTheNextAskWorks_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("crash") << QByteArray("signal 11");
        QTest::newRow("forbidden") << QByteArray("it tried something that it may not do");
        QTest::newRow("exit") << QByteArray("ended with code 3");
        QTest::newRow("memory") << QByteArray("more memory than it may take");
        QTest::newRow("silent") << QByteArray("silent for 300 ms");
        QTest::newRow("close") << QByteArray("stopped talking");
        QTest::newRow("garbage") << QByteArray("makes no sense");
        QTest::newRow("endless message") << QByteArray("4294967295 bytes was announced");
        QTest::newRow("half a message") << QByteArray("silent");
        QTest::newRow("wrong slot") << QByteArray("a slot that does not exist");
        QTest::newRow("too large") << QByteArray("a frame of 1048576 x 1048576");
        QTest::newRow("no size") << QByteArray("a frame of 0 x 0");
        QTest::newRow("same frame again") << QByteArray("frame 1 after frame 1");
        QTest::newRow("too many") << QByteArray("more frames than were asked for");
        QTest::newRow("facts for frames") << QByteArray("neither a frame nor an end");
        QTest::newRow("hello again") << QByteArray("neither a frame nor an end");
        QTest::newRow("descriptor") << QByteArray("it came with a descriptor");
        QTest::newRow("chatter") << QByteArray("neither a frame nor an end");
    }
    void everyMisdeedEndsInAnErrorAndTheNextAskWorks()
    {
        QFETCH(QByteArray, words);
        QElapsedTimer timer;
        timer.start();
        const auto done =
            m_decoder->frames(fakeMedium(QTest::currentDataTag()), {{0, 1, 2, 3, 4}, {}},
                              [](const FrameSeen&, const PictureView&) { return true; }, {});
        QVERIFY(!done);
        QVERIFY2(done.error().text.find(words.constData()) != std::string::npos,
                 done.error().text.c_str());
        QVERIFY2(timer.elapsed() < 2000, QByteArray::number(timer.elapsed()).constData());
        QVERIFY(m_decoder->probe(fakeMedium("facts"), {}).has_value());
    }

    void aPictureLargerThanItsSlotIsRefused()
    {
        QVERIFY(!m_decoder->picture(fakeMedium("large picture"), {}, {}));
        QVERIFY(!m_decoder->picture(fakeMedium("facts for frames"), {}, {}));
        QVERIFY(!m_decoder->probe(fakeMedium("same frame again"), {}));
    }

    void aClipThatStaysOpenIsHeldToItsWord_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("clip, then silence") << QByteArray("silent");
        QTest::newRow("answers nobody asked for") << QByteArray("an answer to call 2 of 1");
        QTest::newRow("a clip without times") << QByteArray("no facts of a clip");
        QTest::newRow("facts") << QByteArray("no facts of a clip");
        QTest::newRow("chatter") << QByteArray("no facts of a clip");
        QTest::newRow("crash") << QByteArray("signal 11");
        QTest::newRow("close") << QByteArray("stopped talking");
    }
    void aClipThatStaysOpenIsHeldToItsWord()
    {
        QFETCH(QByteArray, words);
        const CancelToken cancel;
        const auto source = fakeMedium(QTest::currentDataTag());
        auto watch = m_decoder->watch(source, {2, 1}, cancel);
        auto why = watch ? std::string() : watch.error().text;
        if (watch) {
            const auto seen = (*watch)->show(
                {0, {2, 1}}, [] { return std::optional<ClipWatch::Wish>(); },
                [](const FrameSeen&, const PictureView&) { return true; });
            QVERIFY(!seen);
            why = seen.error().text;
        }
        QVERIFY2(why.find(words.constData()) != std::string::npos, why.c_str());
        QVERIFY(m_decoder->probe(fakeMedium("facts"), {}).has_value());
    }

    void changesAreHeldAgainstWhatWasAsked_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("changes that go back") << QByteArray("a change at 1 s after 2 s");
        QTest::newRow("too many moments") << QByteArray("more moments than were asked for");
        QTest::newRow("same frame again") << QByteArray("neither a change nor an end");
    }
    void changesAreHeldAgainstWhatWasAsked()
    {
        QFETCH(QByteArray, words);
        const auto done = m_decoder->changes(fakeMedium(QTest::currentDataTag()), {7},
                                             [](const ChangesSeen&) {}, {});
        QVERIFY(!done);
        QVERIFY2(done.error().text.find(words.constData()) != std::string::npos,
                 done.error().text.c_str());
    }

    void whoeverComputesWithoutEndIsStopped()
    {
        DecoderOptions options = fakeDecoder();
        options.warm = 1;
        options.quiet = std::chrono::seconds(60);
        options.cpu = std::chrono::seconds(0);
        const auto decoder = MUST(Decoder::start(options));
        const auto facts = decoder.probe(fakeMedium("spin"), {});
        QVERIFY2(facts.error().text.find("processor time") != std::string::npos,
                 facts.error().text.c_str());
    }

    void whoeverIsNeverDoneIsStopped()
    {
        DecoderOptions options = fakeDecoder();
        options.quiet = std::chrono::seconds(60);
        options.whole = std::chrono::milliseconds(300);
        const auto decoder = MUST(Decoder::start(options));
        const auto done =
            decoder.frames(fakeMedium("progress"), {{0, 1}, {}},
                           [](const FrameSeen&, const PictureView&) { return true; }, {});
        QVERIFY(!done);
        QVERIFY2(done.error().text.find("not done after 300 ms") != std::string::npos,
                 done.error().text.c_str());
    }

    void whoeverIsNotDoneThoughItIsEnoughIsNotWaitedFor()
    {
        const auto done =
            m_decoder->frames(fakeMedium("frame and progress"), {{0, 1}, {}},
                              [](const FrameSeen&, const PictureView&) { return false; }, {});
        QVERIFY(done.has_value());
        QVERIFY(m_decoder->probe(fakeMedium("facts"), {}).has_value());
    }

private:
    std::optional<Decoder> m_decoder;
};

std::unique_ptr<QObject> makeHostileTest()
{
    return make<HostileTest>();
}

#include "tst_hostile.moc"
