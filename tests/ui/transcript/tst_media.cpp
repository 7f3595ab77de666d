#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"
#include "ui/transcript/story/media_tile.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::test;
using namespace tf::ui;
using State = workspace::KeptMedium::State;

class MediaTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theFramesOfAClipAreOneTile()
    {
        const auto tiles = mediaTilesOf(mediaSession().turns.front().question.attachments);
        QCOMPARE(tiles.size(), std::size_t(4));
        QVERIFY(tiles[0].kind == MediaTile::Kind::Picture);
        QVERIFY(tiles[1].kind == MediaTile::Kind::Clip);
        QCOMPARE(tiles[1].numFrames, 30);
        QCOMPARE(tiles[1].blob, std::string("c"));
        QCOMPARE(tiles[1].attachment, 1);
        QVERIFY(tiles[2].kind == MediaTile::Kind::Clip);
        QCOMPARE(tiles[2].attachment, 31);
    }

    void twoClipsAreTwoTiles()
    {
        std::vector<session::Attachment> all(3, {"a", "image/png", "x.mp4"});
        all[0].clip = 1;
        all[1].clip = 1;
        all[2].clip = 2;
        QCOMPARE(mediaTilesOf(all).size(), std::size_t(2));
        QCOMPARE(mediaTilesOf(all).front().numFrames, 2);
    }

    void aTileSaysWhatItIs()
    {
        const auto tiles = mediaTilesOf(mediaSession().turns.front().question.attachments);
        workspace::KeptMedium medium = shownMedium(1920, 1080);
        QCOMPARE(tiles[0].facts(medium), u"1920×1080 · 1,702 tok"_s);
        QCOMPARE(tiles[1].facts(medium), u"0:44 · 30 frames"_s);
        medium.seconds = 135;
        QCOMPARE(tiles[2].facts(medium), u"2:15 · 2.3 MB"_s);
        medium.state = State::Missing;
        QCOMPARE(tiles[0].facts(medium), u"no longer kept"_s);
        medium.state = State::Broken;
        QCOMPARE(tiles[0].facts(medium), u"cannot be shown"_s);
        QVERIFY(tiles[1].spoken(medium).startsWith(u"Clip retry.mp4"_s));
    }

    void theRowStaysAsTallWhateverIsKnown()
    {
        Scene scene(mediaSession(), {820, 700});
        const auto row = scene.rowOf(1, RowKind::Media);
        QVERIFY(row.has_value());
        const int before = scene.stage().rows().heights()[*row];
        scene.media()["p"] = shownMedium(1920, 1080);
        scene.view().showMedia();
        scene.settle();
        QCOMPARE(scene.stage().rows().heights()[*row], before);
        QVERIFY(scene.rowOf(1, RowKind::Chips).has_value()); // the text is no picture
    }

    void aTileCanBeAskedFor()
    {
        Scene scene(mediaSession(), {820, 700});
        QSignalSpy asked(&scene.view(), &TranscriptView::attachmentAsked);
        QVERIFY(scene.press(1, SpotKind::Attachment));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front().at(1).toInt(), 0);
        QTest::keyClick(&scene.view(), Qt::Key_Tab);
        QTest::keyClick(&scene.view(), Qt::Key_Tab);
        QTest::keyClick(&scene.view(), Qt::Key_Return);
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked.back().at(1).toInt(), 1);
    }
};

std::unique_ptr<QObject> makeMediaTest()
{
    return std::make_unique<MediaTest>();
}

#include "tst_media.moc"
