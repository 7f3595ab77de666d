#include "app/media/png_file.h"
#include "app/workspace/picture_pixels.h"
#include "tests/app/cli/media_files.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"
#include "vision/picture/resampler.h"

#include <QTemporaryDir>

#include <csignal>
#include <filesystem>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::workspace;
using vision::Picture;

namespace {

PictureOrigin pasted(const Picture& picture)
{
    PictureOrigin origin;
    origin.bytes = std::make_shared<const std::string>(MUST(app::pngBytes(picture.view())));
    return origin;
}

/// Processes named so that this one started.
std::vector<pid_t> decoders()
{
    std::vector<pid_t> found;
    std::error_code why;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", why)) {
        QFile stat(QString::fromStdString(entry.path() / "stat"));
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        // "id (name) state parent …"
        const QByteArray line = stat.readAll();
        const auto end = line.lastIndexOf(')');
        const bool isDecoder = line.contains("(trifold-decode)");
        if (isDecoder && line.mid(end + 2).split(' ').value(1).toInt() == getpid())
            found.push_back(line.left(line.indexOf(' ')).toInt());
    }
    return found;
}

/// Waits until it is no longer being read.
template <class Look>
LookedAt lookedAt(const Look& look)
{
    CHECK(QTest::qWaitFor([&] { return look().state != LookedAt::State::Reading; }, 30'000),
          "it is decoded within half a minute");
    return look();
}

} // namespace

class PicturePixelsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aPictureIsItsPixels()
    {
        PicturePixels pixels(nullptr);
        const Picture picture = noise({1700, 1300});
        const auto origin = pasted(picture);
        QVERIFY(pixels.original(origin).state == LookedAt::State::Reading);
        const LookedAt look = lookedAt([&] { return pixels.original(origin); });
        QVERIFY2(look.state == LookedAt::State::Shown, look.problem.c_str());
        QVERIFY(look.levels->front().rgb == picture.rgb);
        QCOMPARE(look.levels->size(), 2U); // and once at half its size
        QCOMPARE(look.levels->back().size.width, 850);
    }

    /// To the byte what whoever answers makes of what is sent, tiles side by side.
    void theModelsEyeSeesWhatIsSent_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<bool>("isTiled");
        QTest::newRow("whole") << QByteArray("minimax") << false;
        QTest::newRow("small") << QByteArray("vllm") << false;
        QTest::newRow("tiles") << QByteArray("vllm") << true;
    }
    void theModelsEyeSeesWhatIsSent()
    {
        QFETCH(QByteArray, kind);
        QFETCH(bool, isTiled);
        Tray tray;
        tray.setEngine(serverChoice(kind.constData()), 0);
        const Picture picture = noise({1200, 900});
        tray.addBytes("a", "image/png", MUST(app::pngBytes(picture.view())),
                      PictureChoice{vision::Tier::Default, isTiled, {}});
        QVERIFY(isRead(tray));
        const auto look = tray.items().front().picture;
        PicturePixels pixels(nullptr);
        const LookedAt shown = lookedAt([&] { return pixels.seen(*look); });
        QVERIFY2(shown.state == LookedAt::State::Shown, shown.problem.c_str());
        const Picture& seen = shown.levels->front();
        QVERIFY(seen.size == look->seen);
        std::int64_t tokens = 0;
        for (const SeenPart& part : look->parts)
            tokens += tokensOfSeen(part.seen);
        QVERIFY(isTiled ? tokens < tray.tokens() : tokens == tray.tokens());
        if (isTiled)
            return;
        const auto sent = MUST(vision::resampled(picture.view(), look->sent));
        const auto wanted = MUST(vision::resampled(sent.view(), look->seen));
        QVERIFY(seen.rgb == wanted.rgb);
    }

    void memoryIsBounded()
    {
        PicturePixels pixels(nullptr, 4'000'000);
        for (std::uint64_t seed = 0; seed < 6; ++seed) {
            const auto origin = pasted(noise({800, 500}, seed));
            QVERIFY(lookedAt([&] { return pixels.original(origin); }).levels);
            QVERIFY(pixels.bytesKept() <= 4'000'000);
        }
        QVERIFY(pixels.bytesKept() > 0);
    }

    void brokenAndMissingFilesSaySo()
    {
        writeFile(m_folder.filePath(u"cut.png"_s), QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
        PicturePixels pixels(nullptr);
        for (const auto& name : {u"cut.png"_s, u"missing.png"_s}) {
            PictureOrigin origin;
            origin.place = m_folder.filePath(name).toStdString();
            const LookedAt look = lookedAt([&] { return pixels.original(origin); });
            QVERIFY(look.state == LookedAt::State::Failed);
            QVERIFY(!look.problem.empty());
        }
        PictureOrigin kept;
        kept.blob = "none";
        QVERIFY(lookedAt([&] { return pixels.original(kept); }).state == LookedAt::State::Failed);
    }

    void whatFailedIsTriedAgain()
    {
        PicturePixels pixels(nullptr);
        PictureOrigin origin;
        origin.place = m_folder.filePath(u"later.png"_s).toStdString();
        const auto look = [&] { return pixels.original(origin); };
        QVERIFY(lookedAt(look).state == LookedAt::State::Failed);
        QVERIFY(app::writePng(origin.place, noise({40, 30}).view()).has_value());
        QVERIFY(look().state == LookedAt::State::Failed);
        pixels.tryAgain();
        QVERIFY(lookedAt(look).state == LookedAt::State::Shown);
    }

    /// Whatever becomes of the process that decodes: an answer comes, and trying again works.
    void aKilledDecoderIsReplaced()
    {
        PicturePixels pixels(nullptr);
        const auto small = pasted(noise({60, 40}));
        QVERIFY(lookedAt([&] { return pixels.original(small); }).levels);
        const auto origin = pasted(noise({5000, 3000}));
        const auto look = [&] { return pixels.original(origin); };
        QVERIFY(look().state == LookedAt::State::Reading);
        for (const pid_t decoder : decoders()) {
            if (decoder > 1)
                kill(decoder, SIGKILL);
        }
        const LookedAt first = lookedAt(look);
        QVERIFY(first.state == LookedAt::State::Shown || !first.problem.empty());
        pixels.tryAgain();
        const LookedAt second = lookedAt(look);
        QVERIFY2(second.state == LookedAt::State::Shown, second.problem.c_str());
    }

    /// Whoever leaves does not wait, and finds all as it was when they come back.
    void leavingStopsWhatIsDecoded()
    {
        PicturePixels pixels(nullptr);
        const auto origin = pasted(noise({3000, 2000}));
        QVERIFY(pixels.original(origin).state == LookedAt::State::Reading);
        QElapsedTimer clock;
        clock.start();
        pixels.leave();
        QVERIFY(clock.elapsed() < 1000);
        const LookedAt look = lookedAt([&] { return pixels.original(origin); });
        QVERIFY2(look.state == LookedAt::State::Shown, look.problem.c_str());
    }

private:
    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makePicturePixelsTest()
{
    return std::make_unique<PicturePixelsTest>();
}

#include "tst_picture_pixels.moc"
