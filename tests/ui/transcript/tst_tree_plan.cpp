#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/ui/transcript/sample.h"
#include "tests/ui/transcript/tests.h"
#include "ui/transcript/map/tree_plan.h"

#include <set>

using namespace tf;
using namespace tf::session;
using test::treeSession;
using ui::NodeMark;
using ui::TreeNode;
using ui::TreePlan;

namespace {

using Turns = std::vector<TurnId>;

char letterOf(NodeMark mark)
{
    switch (mark) {
    case NodeMark::Finished:
        return ' ';
    case NodeMark::Streaming:
        return '~';
    case NodeMark::Interrupted:
        return '/';
    case NodeMark::Failed:
        return 'x';
    case NodeMark::Removed:
        return '-';
    }
    return '?';
}

/// A line per row, a place per column: "[2 " is turn 2 on the shown branch; after it its parent.
std::string dump(const TreePlan& plan)
{
    std::string out;
    for (int row = 0; row < plan.numRows(); ++row) {
        std::string line;
        for (int column = 0; column < plan.numColumns(); ++column) {
            const auto idx = plan.at(row, column);
            if (!idx) {
                line += "      ";
                continue;
            }
            const TreeNode& node = plan.nodes()[*idx];
            std::string cell(1, node.isShown ? '[' : ' ');
            cell += std::to_string(node.turn);
            cell += letterOf(node.mark);
            if (node.parent)
                cell += "<" + std::to_string(plan.nodes()[*node.parent].turn);
            cell.resize(6, ' ');
            line += cell;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

/// The way to that turn, removed ones left out, as a conversation shows it.
Turns branchTo(const Session& session, TurnId leaf)
{
    Turns branch;
    for (auto turn = session.turns.rbegin(); turn != session.turns.rend(); ++turn) {
        if (turn->id != leaf)
            continue;
        if (!turn->removed)
            branch.insert(branch.begin(), turn->id);
        leaf = turn->question.parent;
    }
    return branch;
}

Session randomTree(test::Gen& gen)
{
    Turns parents;
    const std::size_t numTurns = 1 + gen.below(gen.size() + 1);
    for (std::size_t idx = 0; idx < numTurns; ++idx)
        parents.push_back(gen.oneIn(3) ? TurnId(idx) : TurnId(gen.below(idx + 1)));
    Session session = treeSession(parents);
    for (Turn& turn : session.turns)
        turn.removed = gen.oneIn(5);
    return session;
}

/// Empty when each turn that is there stands in its own place, right of or beneath its parent.
std::string placesFault(const Session& session, const TreePlan& plan)
{
    std::set<std::pair<int, int>> places;
    for (const TreeNode& node : plan.nodes()) {
        if (!places.insert({node.row, node.column}).second)
            return "two turns in one place";
        if (!node.parent)
            continue;
        const TreeNode& parent = plan.nodes()[*node.parent];
        if (node.row != parent.row + 1 || node.column < parent.column)
            return "turn " + std::to_string(node.turn) + " is not beneath its parent";
    }
    std::size_t numDrawn = 0;
    for (const Turn& turn : session.turns) {
        const auto idx = plan.find(turn.id);
        numDrawn += idx ? 1 : 0;
        if (!turn.removed && !idx)
            return "turn " + std::to_string(turn.id) + " is missing";
        if (turn.removed && idx && !plan.childOf(*idx))
            return "removed turn " + std::to_string(turn.id) + " has nothing beneath it";
    }
    return numDrawn == plan.nodes().size() ? std::string() : "a turn stands there twice";
}

std::string shownFault(const Turns& branch, const TreePlan& plan)
{
    for (const TurnId id : branch) {
        if (!plan.nodes()[plan.find(id).value()].isShown)
            return "a shown turn is not marked";
    }
    for (const TreeNode& node : plan.nodes()) {
        const bool isOnBranch = std::find(branch.begin(), branch.end(), node.turn) != branch.end();
        if (node.isShown && !isOnBranch && node.mark != NodeMark::Removed)
            return "another turn is marked as shown";
        if (node.isShown && node.column != 0)
            return "the shown branch leaves the first column";
    }
    return {};
}

/// No line goes sideways over a branch that runs down between its ends.
std::string crossingFault(const TreePlan& plan)
{
    for (const TreeNode& node : plan.nodes()) {
        if (!node.parent)
            continue;
        const TreeNode& parent = plan.nodes()[*node.parent];
        for (int column = parent.column + 1; column < node.column; ++column) {
            const auto above = plan.at(parent.row, column);
            const auto beneath = plan.at(node.row, column);
            if (above && beneath && plan.nodes()[*beneath].parent == above)
                return "the line to " + std::to_string(node.turn) + " crosses another";
        }
    }
    return {};
}

} // namespace

class TreePlanTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void plansAreTheseTrees_data()
    {
        QTest::addColumn<Turns>("parents");
        QTest::addColumn<Turns>("branch");
        QTest::addColumn<QString>("want");
        QTest::newRow("nothing") << Turns{} << Turns{} << "";
        QTest::newRow("one branch") << Turns{0, 1, 2} << Turns{1, 2, 3} << "[1\n[2 <1\n[3 <2\n";
        QTest::newRow("a retry") << Turns{0, 1, 1} << Turns{1, 3} << "[1\n[3 <1  2 <1\n";
        QTest::newRow("the older one is shown")
            << Turns{0, 1, 1} << Turns{1, 2} << "[1\n[2 <1  3 <1\n";
        QTest::newRow("the first question was edited")
            << Turns{0, 1, 0} << Turns{3} << "[3     1\n       2 <1\n";
        QTest::newRow("what comes beneath stands nearer")
            << Turns{0, 1, 2, 3, 1, 5, 6, 2, 8} << Turns{1, 2, 3, 4}
            << "[1\n"
               "[2 <1        5 <1\n"
               "[3 <2  8 <2  6 <5\n"
               "[4 <3  9 <8  7 <6\n";
        QTest::newRow("a fork beside the shown branch") << Turns{0, 0, 2, 2, 4} << Turns{1}
                                                        << "[1     2\n"
                                                           "       4 <2  3 <2\n"
                                                           "       5 <4\n";
        QTest::newRow("a column is used again beneath")
            << Turns{0, 1, 2, 3, 1, 3} << Turns{1, 2, 3, 4}
            << "[1\n"
               "[2 <1  5 <1\n"
               "[3 <2\n"
               "[4 <3  6 <3\n";
    }

    void plansAreTheseTrees()
    {
        QFETCH(Turns, parents);
        QFETCH(Turns, branch);
        QFETCH(QString, want);
        const Session session = treeSession(parents);
        QCOMPARE(QString::fromStdString(dump(TreePlan(session, branch))), want);
    }

    void howATurnEndedIsMarked()
    {
        Session session = treeSession({0, 1, 2, 3, 1});
        session.turns[0].removed = true;
        session.turns[1].ending.state = TurnState::Interrupted;
        session.turns[2].ending.state = TurnState::Failed;
        session.turns[3].ending.state = TurnState::Streaming;
        const TreePlan plan(session, Turns{2, 3, 4});
        QCOMPARE(dump(plan), std::string("[1-\n[2/<1  5 <1\n[3x<2\n[4~<3\n"));
        QCOMPARE(plan.numBranches(), 2);
    }

    void aRemovedTurnWithNothingBeneathIsGone()
    {
        Session session = treeSession({0, 1, 1});
        session.turns[2].removed = true;
        const TreePlan plan(session, Turns{1, 2});
        QCOMPARE(dump(plan), std::string("[1\n[2 <1\n"));
        QCOMPARE(plan.numBranches(), 1);
    }

    void lawsHoldForAnyTree()
    {
        const std::string fault = test::forAll(2000, [](test::Gen& gen) {
            const Session session = randomTree(gen);
            const Turns branch = branchTo(session, gen.pick(session.turns).id);
            const TreePlan plan(session, branch);
            std::string wrong = placesFault(session, plan);
            if (wrong.empty())
                wrong = shownFault(branch, plan);
            return wrong.empty() ? crossingFault(plan) : wrong;
        });
        QCOMPARE(fault, std::string());
    }
};

std::unique_ptr<QObject> makeTreePlanTest()
{
    return std::make_unique<TreePlanTest>();
}

#include "tst_tree_plan.moc"
