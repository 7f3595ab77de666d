// J, K, L and what loops: what is asked of whoever decodes.

#include "tests/support/test_table.h"
#include "tests/ui/frames/tests.h"
#include "ui/frames/playback.h"

#include <QSignalSpy>

using namespace tf;
using namespace tf::ui;

namespace {

using Going = Playback::Going;

struct Played {
    Playback playback;
    QSignalSpy plays{&playback, &Playback::playAsked};
    QSignalSpy stops{&playback, &Playback::stopAsked};
    QSignalSpy seeks{&playback, &Playback::seekAsked};

    Played() { playback.setDuration(60); }

    [[nodiscard]] double speedAsked() const { return plays.back().at(0).toDouble(); }
    [[nodiscard]] double untilAsked() const { return plays.back().at(1).toDouble(); }
};

} // namespace

class PlaybackTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void againIsFaster()
    {
        Played test;
        test.playback.goOn();
        QCOMPARE(test.speedAsked(), 1.0);
        test.playback.goOn();
        QCOMPARE(test.speedAsked(), 2.0);
        test.playback.goOn();
        test.playback.goOn();
        QCOMPARE(test.speedAsked(), 4.0);
        QCOMPARE(test.untilAsked(), 0.0);
    }

    void pausesAndGoesOn()
    {
        Played test;
        test.playback.toggle();
        QCOMPARE(test.playback.going(), Going::On);
        test.playback.toggle();
        QCOMPARE(test.playback.going(), Going::Nowhere);
        QCOMPARE(test.stops.count(), 1);
        test.playback.pause();
        QCOMPARE(test.stops.count(), 1);
    }

    void backwardsAsksForEarlierFrames()
    {
        Played test;
        test.playback.setPlace(10);
        test.playback.goOn();
        test.playback.goBack();
        QCOMPARE(test.stops.count(), 1);
        QCOMPARE(test.playback.going(), Going::Back);
        QTRY_VERIFY(test.seeks.count() >= 2);
        QVERIFY(test.seeks.at(1).at(0).toDouble() < test.seeks.at(0).at(0).toDouble());
        test.playback.pause();
        const auto asked = test.seeks.count();
        QTest::qWait(300);
        QCOMPARE(test.seeks.count(), asked);
    }

    void backwardsEndsAtTheBeginning()
    {
        Played test;
        test.playback.setPlace(0.1);
        test.playback.goBack();
        QTRY_COMPARE(test.playback.going(), Going::Nowhere);
        QCOMPARE(test.seeks.back().at(0).toDouble(), 0.0);
    }

    void aLoopGoesFromItsEndToItsBeginning()
    {
        Played test;
        test.playback.setStretch(5, 8);
        test.playback.setLooping(true);
        test.playback.goOn();
        QCOMPARE(test.seeks.back().at(0).toDouble(), 5.0);
        QCOMPARE(test.untilAsked(), 8.0);
        test.playback.setPlace(8);
        test.playback.takeEnd();
        QCOMPARE(test.seeks.count(), 2);
        QCOMPARE(test.plays.count(), 2);
        test.playback.setLooping(false);
        QCOMPARE(test.untilAsked(), 0.0);
        test.playback.takeEnd();
        QCOMPARE(test.playback.going(), Going::Nowhere);
    }

    void fromTheEndItBeginsAnew()
    {
        Played test;
        test.playback.setPlace(60);
        test.playback.goOn();
        QCOMPARE(test.seeks.back().at(0).toDouble(), 0.0);
    }

    void withoutAClipNothingIsAsked()
    {
        Playback playback;
        QSignalSpy plays(&playback, &Playback::playAsked);
        playback.goOn();
        playback.goBack();
        QCOMPARE(plays.count(), 0);
        QCOMPARE(playback.going(), Going::Nowhere);
    }
};

std::unique_ptr<QObject> makePlaybackTest()
{
    return std::make_unique<PlaybackTest>();
}

#include "tst_playback.moc"
