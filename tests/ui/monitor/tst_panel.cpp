// The panel follows what runs and what was chosen, and does nothing meanwhile.

#include "tests/app/workspace/talk.h"
#include "tests/support/test_table.h"
#include "tests/ui/monitor/monitored.h"
#include "tests/ui/monitor/tests.h"
#include "ui/monitor/speed_table.h"

#include <QElapsedTimer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using test::Monitored;
using test::Talk;

namespace {

/// As the script's endpoint is called.
workspace::EngineChoice away()
{
    workspace::EngineChoice engine = test::vendor();
    engine.name = "away";
    return engine;
}

/// Of a talk that outlives the panel's hold on it.
std::shared_ptr<workspace::Conversation> held(Talk& talk)
{
    return {&talk.talk(), [](workspace::Conversation*) {}};
}

} // namespace

class PanelTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void itFollowsAnAnswer()
    {
        Talk talk;
        Monitored test;
        const auto engine = away();
        test.engines().speeds().follow(talk.talk());
        test.panel().setEngine(&engine);
        test.panel().setConversation(held(talk));
        QVERIFY(test.words().contains(u"It has not answered since"_s));
        talk.ask("?");
        QVERIFY(test.words().contains(u"Now: waiting for the first word"_s));
        talk.engine().say(endpoint::Progress{endpoint::Stage::ReadingPrompt, 3, 9});
        QTRY_VERIFY(test.words().contains(u"Now: reading the prompt 3 / 9 (33 %)"_s));
        talk.engine().text("so");
        QTRY_VERIFY(test.words().contains(u"Now: first word"_s));
        talk.engine().done();
        QTRY_VERIFY(!talk.talk().running());
        QVERIFY(!test.words().contains(u"Now: "_s));
        auto& table = *test.panel().findChild<SpeedTable*>();
        QCOMPARE(table.rowCount(), 1);
        QCOMPARE(table.item(0, 4)->text(), u"7"_s);
        QCOMPARE(table.item(0, 5)->text(), u"–"_s);
        test.panel().setConversation(nullptr);
    }

    /// A line that changed with every frame would lay out the pane sixty times a second.
    void theRateIsShownFourTimesASecondAtMost()
    {
        Talk talk;
        Monitored test;
        const auto engine = away();
        test.panel().setEngine(&engine);
        test.panel().setConversation(held(talk));
        talk.ask("?");
        QStringList shown;
        QSignalSpy grew(&talk.talk(), &workspace::Conversation::turnGrew);
        QElapsedTimer time;
        time.start();
        while (time.elapsed() < 800) {
            talk.engine().text("so ");
            QTest::qWait(5);
            const QString now = test.words();
            if (shown.isEmpty() || shown.last() != now)
                shown.append(now);
        }
        QVERIFY(grew.count() > 5);
        QVERIFY(shown.last().contains(u"pieces/s"_s));
        QVERIFY2(shown.size() <= 3 + time.elapsed() / 250, qPrintable(shown.join(u'|')));
        test.panel().setConversation(nullptr);
    }

    void whatAnotherEngineAnswersIsNotItsOwn()
    {
        Talk talk;
        Monitored test;
        const auto engine = test::vendor();
        test.engines().speeds().follow(talk.talk());
        test.panel().setEngine(&engine);
        test.panel().setConversation(held(talk));
        talk.ask("?");
        QVERIFY(!test.words().contains(u"Now: "_s));
        talk.engine().text("so");
        talk.engine().done();
        QTRY_VERIFY(!talk.talk().running());
        QCOMPARE(test.panel().findChild<SpeedTable*>()->rowCount(), 0);
        test.panel().setConversation(nullptr);
    }

    void withoutAnEngineItLeadsToOne()
    {
        Monitored test;
        QVERIFY(test.words().contains(u"No engine"_s));
        QSignalSpy load(&test.panel(), &EnginePanel::loadAsked);
        QSignalSpy add(&test.panel(), &EnginePanel::endpointAsked);
        for (QPushButton* button : test.panel().findChildren<QPushButton*>()) {
            if (button->isVisibleTo(&test.panel()))
                button->click();
        }
        QCOMPARE(load.count(), 1);
        QCOMPARE(add.count(), 1);
    }

    void aProblemIsSaidAndGoesAgain()
    {
        Monitored test;
        auto engine = away();
        engine.problem = "it has no address";
        test.panel().setEngine(&engine);
        QVERIFY(test.words().contains(u"it has no address"_s));
        engine.problem.clear();
        test.panel().setEngine(&engine);
        QVERIFY(!test.words().contains(u"it has no address"_s));
    }

    void nothingTicks()
    {
        Monitored test;
        const auto engine = away();
        test.panel().setEngine(&engine);
        test.engines().speeds().note("away", test::answered(0, 41.2));
        QTest::qWait(20);
        for (const QTimer* timer : test.window().findChildren<QTimer*>())
            QVERIFY(!timer->isActive());
    }
};

std::unique_ptr<QObject> makePanelTest()
{
    return std::make_unique<PanelTest>();
}

#include "tst_panel.moc"
