#include "app/media/png_file.h"
#include "tests/app/cli/media_files.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::workspace;
using draft::LeakPolicy;

class TrayMediaTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto picture = noise({640, 360});
        QVERIFY(app::writePng(path(u"a.png"_s), picture.view()).has_value());
        if (QStandardPaths::findExecutable(u"ffmpeg"_s).isEmpty())
            QSKIP("there is no ffmpeg here to make clips with");
        QProcess ffmpeg;
        ffmpeg.start(u"ffmpeg"_s,
                     {u"-nostdin"_s, u"-loglevel"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                      u"testsrc2=size=320x180:rate=10:duration=5"_s, u"-c:v"_s, u"libx264"_s,
                      u"-pix_fmt"_s, u"yuv420p"_s, m_folder.filePath(u"clip.mp4"_s)});
        QVERIFY(ffmpeg.waitForFinished(60'000));
        QCOMPARE(ffmpeg.exitCode(), 0);
    }

    void aPictureHasSizeTokensAndPreview()
    {
        Tray tray;
        const auto id = tray.add(path(u"a.png"_s));
        QVERIFY(isRead(tray));
        const TrayItem& item = itemOf(tray, id);
        QVERIFY2(item.state == TrayState::Ready, item.detail.c_str());
        QVERIFY(item.kind == TrayKind::Picture);
        QCOMPARE(item.title, std::string("a.png"));
        QCOMPARE(item.detail, std::string("640×360"));
        QCOMPARE(item.tokens, 644LL * 364 / 784 + 2);
        QVERIFY(item.quality == ingest::Quality::Exact);
        QCOMPARE(item.preview.width, 191); // of 644 x 364, as it is sent
        QCOMPARE(item.preview.height, 108);
        QCOMPARE(item.preview.rgb->size(), std::size_t(191) * 108 * 3);
        const auto enclosed = tray.enclosure(LeakPolicy::Block);
        QVERIFY(enclosed);
        const auto& part = std::get<wire::ImagePart>(enclosed->draft.media.front());
        QCOMPARE(part.media.type, std::string("image/png"));
        QVERIFY(part.media.bytes->starts_with("\x89PNG"));
        QCOMPARE(enclosed->draft.mediaNames.front(), std::string("a.png"));
    }

    void aPastedPictureIsReadToo()
    {
        const auto picture = noise({60, 40});
        Tray tray;
        const auto id =
            tray.addBytes("a picture", "image/png", MUST(app::pngBytes(picture.view())));
        QVERIFY(isRead(tray));
        QVERIFY(itemOf(tray, id).kind == TrayKind::Picture);
        QCOMPARE(itemOf(tray, id).detail, std::string("60×40"));
    }

    void aDrawingIsAPicture()
    {
        writeFile(m_folder.filePath(u"d.svg"_s),
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\">"
                  "<rect width=\"200\" height=\"100\" fill=\"#00ff00\"/></svg>\n");
        Tray tray;
        const auto id = tray.add(path(u"d.svg"_s));
        QVERIFY(isRead(tray));
        QVERIFY2(itemOf(tray, id).kind == TrayKind::Picture, itemOf(tray, id).detail.c_str());
        QVERIFY(itemOf(tray, id).state == TrayState::Ready);
    }

    void theEngineDecidesWhatAPictureCosts()
    {
        const auto picture = noise({1600, 900});
        Tray tray;
        tray.setEngine(serverChoice("minimax"), 0);
        tray.addBytes("a picture", "image/png", MUST(app::pngBytes(picture.view())));
        QVERIFY(isRead(tray));
        const auto vendor = tray.tokens();
        tray.setEngine(serverChoice("vllm"), 0);
        QVERIFY(tray.tokens() < vendor);
    }

    void aClipGoesAsItIsWhereClipsAreTaken()
    {
        Tray tray;
        tray.setEngine(serverChoice("minimax"), 0);
        const auto id = tray.add(path(u"clip.mp4"_s));
        QVERIFY(isRead(tray));
        const TrayItem& item = itemOf(tray, id);
        QVERIFY2(item.state == TrayState::Ready, item.detail.c_str());
        QVERIFY(item.kind == TrayKind::Clip);
        QCOMPARE(item.detail, std::string("0:05, 320×180"));
        QVERIFY(item.tokens > 100);
        QVERIFY(item.preview.rgb);
        const auto enclosed = tray.enclosure(LeakPolicy::Block);
        const auto& part = std::get<wire::VideoPart>(enclosed->draft.media.front());
        QCOMPARE(part.media.type, std::string("video/mp4"));
        QVERIFY(part.frames.empty());
        QCOMPARE(enclosed->files.size(), 1U);
        QVERIFY(enclosed->sources.front().kind == session::SourceKind::Clip);
    }

    void aClipGoesAsFramesElsewhere()
    {
        Tray tray;
        const auto id = tray.add(path(u"clip.mp4"_s));
        QVERIFY(isRead(tray));
        tray.setEngine(serverChoice("openrouter"), 0);
        QVERIFY(isRead(tray));
        QCOMPARE(itemOf(tray, id).detail, std::string("0:05, 6 frames"));
        QVERIFY(itemOf(tray, id).preview.rgb);
        const auto enclosed = tray.enclosure(LeakPolicy::Block);
        const auto& part = std::get<wire::VideoPart>(enclosed->draft.media.front());
        QVERIFY(!part.media.bytes);
        QCOMPARE(part.frames.size(), 6U);
        QCOMPARE(enclosed->files.size(), 6U);
    }

    void brokenAndHostileFilesAreNamed()
    {
        writeFile(m_folder.filePath(u"cut.png"_s), QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
        writeFile(m_folder.filePath(u"empty.mp4"_s), {});
        QByteArray bomb("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff", 24);
        bomb += QByteArray("\x08\x02\0\0\0\0\0\0\0", 9);
        writeFile(m_folder.filePath(u"bomb.png"_s), bomb);
        Tray tray;
        for (const auto& name : {u"cut.png"_s, u"empty.mp4"_s, u"bomb.png"_s}) {
            const auto id = tray.add(path(name));
            QVERIFY(isRead(tray));
            QVERIFY2(itemOf(tray, id).state == TrayState::Failed, qPrintable(name));
            QVERIFY2(!itemOf(tray, id).detail.empty(), qPrintable(name));
        }
        QCOMPARE(tray.verdict().problems.size(), 3U);
        QVERIFY(!tray.enclosure(LeakPolicy::Open));
        QCOMPARE(tray.tokens(), 0);
    }

    void tooManyPicturesAreSaidAtOnce()
    {
        const auto bytes = MUST(app::pngBytes(noise({56, 56}).view()));
        Tray tray;
        tray.setEngine(serverChoice("minimax"), 0);
        const auto most = endpoint::findServerKind("minimax")->limits.images;
        for (std::int64_t idx = 0; idx <= most; ++idx)
            tray.addBytes("a picture", "image/png", bytes);
        QVERIFY(isRead(tray));
        QCOMPARE(tray.verdict().problems,
                 std::vector<std::string>{"201 pictures, and there takes 200 in one request"});
        tray.remove(tray.items().front().id);
        QVERIFY(tray.verdict().isReady);
        auto blind = serverChoice("minimax");
        blind.capabilities.images = false;
        tray.setEngine(blind, 0);
        QCOMPARE(tray.verdict().problems, std::vector<std::string>{"there takes no pictures"});
    }

    void changesAreToldAtMostTenTimesASecond()
    {
        const auto bytes = MUST(app::pngBytes(noise({56, 56}).view()));
        Tray tray;
        const QSignalSpy told(&tray, &Tray::changed);
        QElapsedTimer clock;
        clock.start();
        for (int idx = 0; idx < 60; ++idx)
            tray.addBytes("a picture", "image/png", bytes);
        QVERIFY(isRead(tray));
        QTest::qWait(150); // the last word
        QVERIFY(told.size() >= 1);
        QVERIFY2(told.size() <= clock.elapsed() / 100 + 2,
                 qPrintable(QString::number(told.size())));
    }

private:
    std::string path(const QString& name) const { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makeTrayMediaTest()
{
    return std::make_unique<TrayMediaTest>();
}

#include "tst_tray_media.moc"
