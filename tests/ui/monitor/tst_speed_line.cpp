// The line in the status row: what the engine does, how fast, and nothing in between.

#include "tests/app/workspace/talk.h"
#include "tests/support/test_table.h"
#include "tests/ui/monitor/monitored.h"
#include "tests/ui/monitor/tests.h"
#include "ui/monitor/speed_line.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using test::Monitored;
using test::Talk;

namespace {

workspace::EngineChoice scripted()
{
    workspace::EngineChoice engine = test::vendor();
    engine.name = "away";
    return engine;
}

} // namespace

class SpeedLineTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatTheEngineIs()
    {
        Monitored test;
        SpeedLine line(test.theme(), test.engines());
        QCOMPARE(line.text(), u"no engine"_s);
        auto engine = scripted();
        line.setEngine(&engine);
        QCOMPARE(line.text(), u"ready"_s);
        engine.problem = "it has no address";
        line.setEngine(&engine);
        QCOMPARE(line.text(), u"cannot be asked"_s);
        const auto local = workspace::localChoice("M3", {});
        line.setEngine(&local);
        QCOMPARE(line.text(), u"not loaded"_s);
        QCOMPARE(line.accessibleName(), u"Engine: not loaded"_s);
    }

    void afterAnAnswerItSaysHowFastThatWas()
    {
        Monitored test;
        SpeedLine line(test.theme(), test.engines());
        const auto engine = scripted();
        line.setEngine(&engine);
        test.engines().speeds().note("away", test::answered(0, 41.2));
        QCOMPARE(line.text(), u"ready · 41.2 tok/s · first word 1.9 s · cache hit 97 %"_s);
        QCOMPARE(line.toolTip(), line.text());
        test.engines().speeds().note("other", test::answered(1, 3.0));
        QVERIFY(line.text().contains(u"41.2"_s));
    }

    void itFollowsAnAnswerFourTimesASecondAtMost()
    {
        Talk talk;
        Monitored test;
        SpeedLine line(test.theme(), test.engines());
        const auto engine = scripted();
        line.setEngine(&engine);
        line.setConversation({&talk.talk(), [](workspace::Conversation*) {}});
        talk.ask("?");
        QTRY_COMPARE(line.text(), u"waiting for the first word"_s);
        QStringList shown;
        QElapsedTimer time;
        time.start();
        while (time.elapsed() < 800) {
            talk.engine().text("so ");
            QTest::qWait(5);
            if (shown.isEmpty() || shown.last() != line.text())
                shown.append(line.text());
        }
        QVERIFY2(shown.last().startsWith(u"answering · "_s), qPrintable(shown.last()));
        QVERIFY2(shown.size() <= 3 + time.elapsed() / 250, qPrintable(shown.join(u'|')));
        talk.engine().done();
        QTRY_COMPARE(line.text(), u"ready"_s);
        line.setConversation(nullptr);
    }

    void itNeverMakesItsRowWider()
    {
        Monitored test;
        SpeedLine line(test.theme(), test.engines());
        const auto engine = scripted();
        line.setEngine(&engine);
        test.engines().speeds().note("away", test::answered(0, 41.2));
        QVERIFY(line.minimumSizeHint().width() < 40);
        QVERIFY(line.sizeHint().width() > 200);
        QVERIFY(line.findChildren<QTimer*>().isEmpty());
    }
};

std::unique_ptr<QObject> makeSpeedLineTest()
{
    return std::make_unique<SpeedLineTest>();
}

#include "tst_speed_line.moc"
