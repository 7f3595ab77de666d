#include "tests/support/test_table.h"
#include "tests/ui/composer/tests.h"
#include "ui/composer/obstacles.h"

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using draft::LeakPolicy;

class ObstaclesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsInTheWayOfAPlainQuestion()
    {
        QVERIFY(!Obstacles().isBlocking());
        QVERIFY(linesOf({}, {}).empty());
    }

    void threeProblemsAreSaidAndTheRestCounted()
    {
        Obstacles now;
        now.tray.problems = {"a", "b", "c", "d", "e"};
        const auto lines = linesOf(now, {});
        QCOMPARE(lines.size(), 4U);
        QVERIFY(now.isBlocking());
        QVERIFY(lines.back().text.contains(u'2'));
    }

    void secretsWantADecision()
    {
        Obstacles now;
        now.tray.problems = {"AWS key at a.py:1"};
        now.tray.leaks = now.tray.problems;
        LeakPolicy chosen = LeakPolicy::Block;
        ObstacleDeeds deeds;
        deeds.choosePolicy = [&chosen](LeakPolicy policy) { chosen = policy; };
        const auto lines = linesOf(now, deeds);
        QVERIFY(now.isBlocking());
        QCOMPARE(lines.size(), 1U);
        QCOMPARE(lines.front().actions.size(), 2U);
        lines.front().actions.front().run();
        QVERIFY(chosen == LeakPolicy::Redact);
        now.policy = chosen;
        QVERIFY(!now.isBlocking());
        QCOMPARE(linesOf(now, deeds).front().actions.size(), 1U);
    }

    /// What may be too small to be read can be sent.
    void aCautionIsSaidAndBlocksNothing()
    {
        Obstacles now;
        now.hasEngine = true;
        now.tray.cautions = {"small text in a.png may be too small for lab"};
        const auto lines = linesOf(now, {});
        QCOMPARE(lines.size(), 1U);
        QVERIFY(lines.front().tone == NoticeTone::Caution);
        QVERIFY(!now.isBlocking());
    }

    void aReadOnlySessionBlocks()
    {
        Obstacles now;
        now.readOnly = u"Another process writes here."_s;
        QVERIFY(now.isBlocking());
        QCOMPARE(linesOf(now, {}).front().text, now.readOnly);
    }
};

std::unique_ptr<QObject> makeObstaclesTest()
{
    return std::make_unique<ObstaclesTest>();
}

#include "tst_obstacles.moc"
