#include "app/workspace/clip_view.h"
#include "tests/app/session/awaited.h"
#include "tests/app/session/samples.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/app/workspace/tray/made_clip.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::workspace;

namespace {

constexpr int kLong = 20'000;

/// Ends every decoding process that this one started.
int killDecoders()
{
    int numKilled = 0;
    const auto tasks = QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& task : tasks) {
        QFile children(u"/proc/self/task/%1/children"_s.arg(task));
        if (!children.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray& word : children.readAll().split(' ')) {
            const int id = word.trimmed().toInt();
            if (id > 1 && kill(id, SIGKILL) == 0)
                ++numKilled;
        }
    }
    return numKilled;
}

QStringList quick()
{
    return {u"-c:v"_s, u"libx264"_s, u"-preset"_s, u"veryfast"_s, u"-pix_fmt"_s, u"yuv420p"_s};
}

} // namespace

class ClipViewTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!canMakeClips())
            QSKIP("there is no ffmpeg here to make clips with");
        QCOMPARE(makeScreenClip(path("screen.mp4")), QString());
        const QStringList moving{u"-f"_s, u"lavfi"_s, u"-i"_s,
                                 u"testsrc2=size=320x180:rate=10:duration=6"_s};
        QCOMPARE(makeClip(path("moving.mp4"), moving, quick()), QString());
        QCOMPARE(makeClip(path("one.mp4"), moving, quick() + QStringList{u"-frames:v"_s, u"1"_s}),
                 QString());
        QCOMPARE(makeClip(path("vfr.mkv"),
                          moving + QStringList{u"-vf"_s, u"select='lt(n,5)+not(mod(n,11))'"_s},
                          quick() + QStringList{u"-vsync"_s, u"vfr"_s}),
                 QString());
        QCOMPARE(makeClip(path("turned.mp4"), {u"-i"_s, path("moving.mp4")},
                          {u"-c"_s, u"copy"_s, u"-metadata:s:v"_s, u"rotate=90"_s}),
                 QString());
    }

    void aClipShowsItselfPieceByPiece()
    {
        Tray tray;
        ClipView view;
        QSignalSpy grown(&view, &ClipView::changesChanged);
        open(tray, view, "screen.mp4");
        QTRY_VERIFY_WITH_TIMEOUT(view.first().pixels.rgb, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(view.state() == ClipState::Ready, kLong);
        QCOMPARE(view.look().width, 640);
        QCOMPARE(view.look().codec, std::string("H.264"));
        QCOMPARE(view.look().times->size(), std::size_t(240));
        QTRY_VERIFY_WITH_TIMEOUT(view.changes().isWhole, kLong);
        QVERIFY(!view.thumbnails().empty());
        QVERIFY(grown.count() > 0);
        const auto& points = *view.changes().points;
        const auto flash = std::find_if(points.begin(), points.end(), [](const ClipChange& point) {
            return point.isEvent && point.seconds > 3.05 && point.seconds < 3.3;
        });
        QVERIFY(flash != points.end());
        QVERIFY(std::is_sorted(points.begin(), points.end(),
                               [](const auto& a, const auto& b) { return a.seconds < b.seconds; }));
    }

    void aSeekShowsTheFrameOfThatTime()
    {
        Tray tray;
        ClipView view;
        openReady(tray, view, "moving.mp4");
        for (const double seconds : {3.14, 0.0, 5.9, 2.2}) {
            view.seek(seconds);
            QTRY_VERIFY_WITH_TIMEOUT(!view.isSeeking(), kLong);
            QCOMPARE(view.frame().index, static_cast<std::int64_t>(seconds * 10 + 0.001));
            QVERIFY(view.frame().pixels.rgb);
        }
        view.step(1);
        QTRY_COMPARE_WITH_TIMEOUT(view.frame().index, std::int64_t(23), kLong);
        view.step(-2);
        QTRY_COMPARE_WITH_TIMEOUT(view.frame().index, std::int64_t(21), kLong);
        view.setBox(100, 100);
        view.seekTo(30);
        QTRY_COMPARE_WITH_TIMEOUT(view.frame().index, std::int64_t(30), kLong);
        QTRY_VERIFY_WITH_TIMEOUT(view.frame().pixels.width <= 100, kLong);
    }

    void ofManyWishesTheLastIsGranted()
    {
        Tray tray;
        ClipView view;
        openReady(tray, view, "screen.mp4");
        QSignalSpy shown(&view, &ClipView::frameChanged);
        for (int wish = 0; wish < 200; ++wish)
            view.seekTo((wish * 37) % 240);
        const std::int64_t last = 199 * 37 % 240;
        QTRY_VERIFY_WITH_TIMEOUT(!view.isSeeking(), kLong);
        QCOMPARE(view.frame().index, last);
        QVERIFY(shown.count() < 200);
    }

    void playingKeepsTime()
    {
        Tray tray;
        ClipView view;
        openReady(tray, view, "moving.mp4");
        QSignalSpy ended(&view, &ClipView::playEnded);
        QElapsedTimer timer;
        timer.start();
        view.seekTo(10);
        view.play(4, 5);
        QVERIFY(view.isPlaying());
        QVERIFY(ended.wait(kLong));
        QVERIFY(timer.elapsed() >= 900); // four seconds of it
        QCOMPARE(view.frame().index, std::int64_t(50));
        QVERIFY(!view.isPlaying());
        view.play(1);
        view.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!view.isPlaying(), kLong);
        QCOMPARE(ended.count(), 2);
    }

    void smallPicturesComeForAStrip()
    {
        Tray tray;
        ClipView view;
        openReady(tray, view, "moving.mp4");
        QSignalSpy shown(&view, &ClipView::smallShown);
        view.showSmall({3, 17, 42});
        QTRY_COMPARE_WITH_TIMEOUT(shown.count(), 3, kLong);
        QCOMPARE(shown.at(1).at(0).value<ClipPicture>().index, std::int64_t(17));
    }

    void aKilledDecoderIsReplacedAndTheNextSeekWorks()
    {
        Tray tray;
        ClipView view;
        openReady(tray, view, "moving.mp4");
        QTRY_VERIFY_WITH_TIMEOUT(view.changes().isWhole, kLong);
        for (int round = 0; round < 3; ++round) {
            QVERIFY(killDecoders() > 0);
            view.seekTo(20 + round);
            QTRY_COMPARE_WITH_TIMEOUT(view.frame().index, std::int64_t(20 + round), kLong);
            QVERIFY(view.state() == ClipState::Ready);
        }
        QVERIFY2(view.sentence().find("started anew") != std::string::npos,
                 view.sentence().c_str());
    }

    void aFileThatIsReplacedIsShownAsItIsNow()
    {
        QVERIFY(QFile::copy(path("moving.mp4"), path("other.mp4")));
        Tray tray;
        ClipView view;
        openReady(tray, view, "other.mp4");
        QVERIFY(QFile::remove(path("other.mp4")));
        view.seekTo(5);
        QTRY_VERIFY_WITH_TIMEOUT(view.sentence().find("no longer there") != std::string::npos,
                                 kLong);
        QTRY_COMPARE_WITH_TIMEOUT(view.frame().index, std::int64_t(5), kLong);
        QVERIFY(QFile::copy(path("screen.mp4"), path("other.mp4")));
        view.seekTo(6);
        QTRY_COMPARE_WITH_TIMEOUT(view.look().width, 640, kLong);
        QVERIFY(view.sentence().find("changed meanwhile") != std::string::npos);
    }

    void whatCannotBeOpenedSaysWhatToDo()
    {
        Tray tray;
        ClipView view;
        QFile text(path("text.mp4"));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no clip at all") > 0);
        text.close();
        open(tray, view, "text.mp4");
        QTRY_VERIFY_WITH_TIMEOUT(view.state() == ClipState::Failed, kLong);
        QVERIFY2(view.sentence().find("MP4") != std::string::npos, view.sentence().c_str());
        open(tray, view, "gone.mp4");
        QTRY_VERIFY_WITH_TIMEOUT(view.state() == ClipState::Failed, kLong);
        QVERIFY2(view.sentence().find("Put it back") != std::string::npos, view.sentence().c_str());
        QVERIFY(!view.plan({}).problem.empty());
    }

    void aClipThatBreaksInTheMiddleIsShownUpToThere()
    {
        QFile whole(path("moving.mp4"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QByteArray bytes = whole.readAll();
        const auto begin = bytes.size() / 2;
        bytes.replace(begin, bytes.size() / 5, QByteArray(bytes.size() / 5, '\x7f'));
        QFile broken(path("broken.mp4"));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(bytes) == bytes.size());
        broken.close();
        Tray tray;
        ClipView view;
        openReady(tray, view, "broken.mp4");
        view.seekTo(5);
        QTRY_VERIFY_WITH_TIMEOUT(!view.isSeeking(), kLong);
        QCOMPARE(view.frame().index, std::int64_t(5));
        view.seekTo(45);
        QTRY_VERIFY_WITH_TIMEOUT(!view.isSeeking(), kLong);
        QVERIFY(view.state() == ClipState::Ready);
        view.seekTo(6);
        QTRY_COMPARE_WITH_TIMEOUT(view.frame().index, std::int64_t(6), kLong);
    }

    void timesAreTheStreamsOwn()
    {
        Tray tray;
        ClipView view;
        openReady(tray, view, "vfr.mkv");
        const auto& times = *view.look().times;
        QVERIFY(times.size() > 6 && times.size() < 12);
        view.seek(times[6] - 0.05); // the one before it is still there
        QTRY_VERIFY_WITH_TIMEOUT(!view.isSeeking(), kLong);
        QCOMPARE(view.frame().index, std::int64_t(5));
        QCOMPARE(view.frame().seconds, times[5]);
    }

    void aTurnedClipStandsUpright()
    {
        Tray tray;
        ClipView view;
        openReady(tray, view, "turned.mp4");
        QCOMPARE(view.look().width, 180);
        QCOMPARE(view.look().height, 320);
        QTRY_VERIFY_WITH_TIMEOUT(view.frame().pixels.rgb, kLong);
        QVERIFY(view.frame().pixels.height > view.frame().pixels.width);
    }

    void aClipOfOneFrameIsAClip()
    {
        Tray tray;
        ClipView view;
        openReady(tray, view, "one.mp4");
        QCOMPARE(view.look().times->size(), std::size_t(1));
        view.seek(3);
        QTRY_VERIFY_WITH_TIMEOUT(!view.isSeeking() && view.frame().index == 0, kLong);
        view.play(1);
        QTRY_VERIFY_WITH_TIMEOUT(!view.isPlaying(), kLong);
        QTRY_VERIFY_WITH_TIMEOUT(view.changes().isWhole, kLong);
        QCOMPARE(view.plan({}).frames.size(), std::size_t(1));
    }

    void aKeptClipIsShownOutOfTheStore()
    {
        QFile file(path("moving.mp4"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        test::StoreFolder folder;
        const auto store = MUST(session::Store::open({.place = folder.place()}));
        const auto blob = MUST(test::awaited<std::string>(
            [&](auto answer) { store->putBlob(file.readAll().toStdString(), std::move(answer)); }));
        ClipView view;
        view.openKept(*store, blob);
        QTRY_VERIFY_WITH_TIMEOUT(view.state() == ClipState::Ready, kLong);
        QCOMPARE(view.look().times->size(), std::size_t(60));
        QVERIFY(view.plan({}).problem.empty());
        view.openKept(*store, std::string(64, 'a'));
        QTRY_VERIFY_WITH_TIMEOUT(view.state() == ClipState::Failed, kLong);
    }

    void closingAndOpeningWaitsForNothing()
    {
        Tray tray;
        ClipView view;
        const auto id = tray.add(path("screen.mp4").toStdString());
        QElapsedTimer timer;
        for (int round = 0; round < 5; ++round) {
            timer.start();
            view.open(tray, id);
            QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
            QTest::qWait(20);
        }
        view.close();
        QVERIFY(view.state() == ClipState::Closed);
    }

private:
    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    void open(Tray& tray, ClipView& view, const char* name)
    {
        view.open(tray, tray.add(path(name).toStdString()));
    }
    void openReady(Tray& tray, ClipView& view, const char* name)
    {
        open(tray, view, name);
        QTRY_VERIFY2_WITH_TIMEOUT(view.state() == ClipState::Ready, view.sentence().c_str(), kLong);
        QTRY_VERIFY_WITH_TIMEOUT(!view.isSeeking(), kLong);
    }

    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makeClipViewTest()
{
    return test::make<ClipViewTest>();
}

#include "tst_clip_view.moc"
