#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tf::test;
using namespace tf::ui;

namespace {

/// So many turns of some 30 lines; each names its number.
tf::session::Session manyTurns(int count)
{
    std::vector<tf::session::TurnId> parents;
    for (int turn = 0; turn < count; ++turn)
        parents.push_back(turn);
    tf::session::Session session = treeSession(parents);
    for (auto& turn : session.turns)
        turn.parts.front().text =
            "Here is needle" + std::to_string(turn.id) + "x.\n\n" + longAnswer(30);
    return session;
}

int numUnread(Scene& scene)
{
    const auto& turns = scene.stage().story().turns();
    return static_cast<int>(
        std::count_if(turns.begin(), turns.end(), [](const auto& turn) { return !turn.isRead; }));
}

} // namespace

class FindTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void turnsThatNobodyHasSeenAreSearched()
    {
        Scene scene(manyTurns(40));
        QVERIFY(numUnread(scene) > 20);
        scene.view().find(u"needle"_s);
        scene.settle();
        QCOMPARE(numUnread(scene), 0);
        QCOMPARE(scene.view().found().count(), std::size_t(40));
    }

    void theOnlyPlaceIsShownWhereverItIs()
    {
        Scene scene(manyTurns(40));
        QSignalSpy changed(&scene.view(), &TranscriptView::foundChanged);
        scene.view().find(u"needle3x"_s);
        scene.settle();
        QCOMPARE(scene.view().found().count(), std::size_t(1));
        QVERIFY(scene.yOf(u"needle3x"_s) >= 0);
        QVERIFY(changed.count() >= 1);
    }

    void whatIsLookedAtStays()
    {
        Scene scene(manyTurns(40));
        scene.view().find(u"needle40x"_s); // in sight, at the end
        QCOMPARE(scene.view().found().count(), std::size_t(1));
        const int y = scene.yOf(u"needle40x"_s);
        scene.settle();
        QCOMPARE(scene.yOf(u"needle40x"_s), y);
        QCOMPARE(scene.view().found().current()->row.turn, tf::session::TurnId(40));
    }

    void nothingIsReadForNothing()
    {
        Scene scene(manyTurns(40));
        const int before = numUnread(scene);
        scene.view().find(QString());
        scene.settle();
        QCOMPARE(numUnread(scene), before);
        QVERIFY(!scene.view().searchPercent());
    }
};

std::unique_ptr<QObject> makeFindTest()
{
    return std::make_unique<FindTest>();
}

#include "tst_find.moc"
