#include "tests/support/test_table.h"
#include "tests/vision/client/fake_medium.h"
#include "tests/vision/client/tests.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace tf;
using namespace tf::test;
using namespace tf::vision;

namespace {

bool takeAll(const FrameSeen& /*seen*/, const PictureView& /*view*/)
{
    return true;
}

FramesAsk asking(std::int64_t count)
{
    FramesAsk ask;
    for (std::int64_t index = 0; index < count; ++index)
        ask.frames.push_back(index);
    return ask;
}

} // namespace

class DecoderTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_decoder.emplace(MUST(Decoder::start(fakeDecoder()))); }
    void cleanupTestCase()
    {
        m_decoder.reset();
        QCOMPARE(numChildren(), 0);
    }

    void factsComeBack()
    {
        const auto facts = MUST(m_decoder->probe(fakeMedium("facts"), {}));
        QCOMPARE(std::get<PictureFacts>(facts).format, std::string("FAKE"));
    }

    void aPictureComesBackWithItsPixels()
    {
        const auto seen = MUST(m_decoder->picture(fakeMedium("picture"), {}, {}));
        QVERIFY((seen.picture.size == Size{2, 1}));
        QVERIFY((seen.picture.rgb == std::vector<std::uint8_t>{'a', 'b', 'c', 'd', 'e', 'f'}));
    }

    void everyFrameComesOnceThroughFewSlots()
    {
        std::vector<int> seen;
        const auto done =
            MUST(m_decoder->frames(fakeMedium("frames 50"), asking(50),
                                   [&](const FrameSeen& frame, const PictureView& view) {
                                       if (view.rgb[0] == frame.index && view.rgb[5] == frame.index)
                                           seen.push_back(static_cast<int>(frame.index));
                                       return true;
                                   },
                                   {}));
        QCOMPARE(seen.size(), std::size_t(50));
        QCOMPARE(done.framesDecoded, std::int64_t(50));
    }

    void enoughEndsAClipAndKeepsTheProcess()
    {
        int numSeen = 0;
        const auto done = MUST(m_decoder->frames(
            fakeMedium("frames 50"), asking(50),
            [&](const FrameSeen&, const PictureView&) { return ++numSeen < 5; }, {}));
        QCOMPARE(numSeen, 5);
        QVERIFY((done.faults == std::vector<std::string>{"stopped"}));
        QVERIFY(m_decoder->probe(fakeMedium("facts"), {}).has_value());
    }

    void aPoliteErrorComesBackAsItIs()
    {
        const auto facts = m_decoder->probe(fakeMedium("refuse"), {});
        QCOMPARE(name(facts.error().code), name(Code::Unsupported));
        QCOMPARE(facts.error().text, std::string("not today"));
    }

    void nothingOfOursIsInherited()
    {
        // Not closed on exec, as a careless library leaves it.
        const int careless = dup(STDOUT_FILENO);
        {
            const auto decoder = MUST(Decoder::start(fakeDecoder()));
            const auto open = MUST(decoder.frames(fakeMedium("descriptors"), {}, takeAll, {}));
            // The standard streams, the socket; the medium was closed, the frames' memory not yet.
            QCOMPARE(open.framesDecoded, std::int64_t(5));
            const auto environment =
                MUST(decoder.frames(fakeMedium("environment"), {}, takeAll, {}));
            QCOMPARE(environment.framesDecoded, std::int64_t(0));
        }
        close(careless);
    }

    void cancelEndsAnAskAtOnce()
    {
        DecoderOptions patient = fakeDecoder();
        patient.quiet = std::chrono::seconds(60);
        const auto decoder = MUST(Decoder::start(patient));
        CancelSource source;
        std::thread other([&source] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            source.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        const auto facts = decoder.probe(fakeMedium("silent"), source.token());
        const auto elapsed = timer.elapsed();
        other.join();
        QCOMPARE(name(facts.error().code), name(Code::Cancelled));
        QVERIFY2(elapsed < 2000, QByteArray::number(elapsed).constData());
        QVERIFY(decoder.probe(fakeMedium("facts"), {}).has_value());
    }

    void manyAskAtOnce()
    {
        std::atomic<int> numGood = 0;
        std::vector<std::thread> threads;
        for (int idx = 0; idx < 6; ++idx)
            threads.emplace_back([&] {
                for (int count = 0; count < 20; ++count)
                    numGood += m_decoder->picture(fakeMedium("picture"), {}, {}) ? 1 : 0;
            });
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(numGood.load(), 120);
        QVERIFY2(numChildren() <= 2, "more processes wait than were wished for");
    }

    void aThreadThatStartedAProcessMayEnd()
    {
        std::optional<Decoder> decoder;
        std::thread([&decoder] { decoder.emplace(MUST(Decoder::start(fakeDecoder()))); }).join();
        QVERIFY(decoder->probe(fakeMedium("facts"), {}).has_value());
    }

    void nothingLeaks()
    {
        const auto before = numOpenDescriptors();
        {
            const auto decoder = MUST(Decoder::start(fakeDecoder()));
            for (int count = 0; count < 10; ++count) {
                QVERIFY(decoder.picture(fakeMedium("picture"), {}, {}).has_value());
                QVERIFY(!decoder.probe(fakeMedium("crash"), {}));
            }
            QVERIFY2(numChildren() <= 4, "dead processes are not reaped");
        }
        QCOMPARE(numOpenDescriptors(), before);
    }

    void aProgramThatIsMissingIsToldAtOnce()
    {
        DecoderOptions options = fakeDecoder();
        options.program = "/nowhere/trifold-decode";
        const auto decoder = Decoder::start(options);
        QCOMPARE(name(decoder.error().code), name(Code::NotFound));
        QVERIFY(decoder.error().text.find("/nowhere/trifold-decode") != std::string::npos);
    }

    void aProcessWithoutABoxIsNotAsked()
    {
        const auto facts = askOf(QStringLiteral("boxless"));
        QCOMPARE(facts.error().text, std::string("no box here"));
    }

    void aProcessThatDoesNotStartIsTold()
    {
        const auto facts = askOf(QStringLiteral("stillborn"));
        QVERIFY2(facts.error().text.find("does not start") != std::string::npos,
                 facts.error().text.c_str());
    }

private:
    /// The fake under another name, which changes how it begins.
    static Result<MediaFacts> askOf(const QString& name)
    {
        const QTemporaryDir folder;
        DecoderOptions options = fakeDecoder();
        options.program = folder.filePath(name).toStdString();
        std::filesystem::create_symlink(TRIFOLD_FAKE_DECODE, options.program);
        const auto decoder = MUST(Decoder::start(options));
        return decoder.probe(fakeMedium("facts"), {});
    }

    std::optional<Decoder> m_decoder;
};

std::unique_ptr<QObject> makeDecoderTest()
{
    return make<DecoderTest>();
}

#include "tst_decoder.moc"
