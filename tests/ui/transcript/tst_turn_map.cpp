#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"
#include "ui/transcript/map/turn_map.h"

#include <QAccessible>
#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::session;
using test::treeSession;
using ui::TurnMap;

namespace {

/// A map over a session that a test writes.
class Mapped {
public:
    explicit Mapped(Session session)
        : m_theme(ui::Shade::Light)
        , m_session(std::move(session))
        , m_map(m_theme, &m_window)
    {
        m_window.resize(300, 200);
        m_window.show();
        m_map.resize(64, 200);
        m_map.setSource(ui::TreeSource{
            .session = [this]() -> const Session& { return m_session; },
            .branch = [this] { return ui::sourceOf(m_session).branch(); },
            .turn = [this](TurnId id) { return ui::sourceOf(m_session).turn(id); },
        });
        QApplication::processEvents();
    }

    [[nodiscard]] TurnMap& map() { return m_map; }
    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] QPoint placeOf(TurnId turn)
    {
        return m_map.placeOf(m_map.plan().nodes()[m_map.plan().find(turn).value()]).center();
    }
    [[nodiscard]] TurnId cursor() { return m_map.plan().nodes()[m_map.cursor().value()].turn; }

private:
    ui::Theme m_theme;
    Session m_session;
    QWidget m_window;
    TurnMap m_map;
};

TurnId asked(const QSignalSpy& spy)
{
    return spy.isEmpty() ? kNoTurn : spy.last().first().value<TurnId>();
}

} // namespace

class TurnMapTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void oneBranchNeedsNoMap()
    {
        Mapped mapped(treeSession({0, 1, 2}));
        QVERIFY(mapped.map().isHidden());
        mapped.session().turns.push_back(treeSession({0, 1, 2, 1}).turns.back());
        mapped.map().showTree();
        QVERIFY(!mapped.map().isHidden());
        mapped.map().setSource({});
        QVERIFY(mapped.map().isHidden());
    }

    void aClickAsksForItsTurn()
    {
        Mapped mapped(treeSession({0, 1, 1, 2}));
        const QSignalSpy spy(&mapped.map(), &TurnMap::turnAsked);
        for (const TurnId turn : {2, 3, 4, 1}) {
            QTest::mouseClick(mapped.map().viewport(), Qt::LeftButton, {}, mapped.placeOf(turn));
            QCOMPARE(asked(spy), turn);
        }
        QCOMPARE(spy.count(), 4);
        QTest::mouseClick(mapped.map().viewport(), Qt::LeftButton, {}, QPoint(30, 190));
        QCOMPARE(spy.count(), 4);
    }

    void keysWalkTheTree()
    {
        // 1 ┬ 2 ─ 4
        //   └ 3
        Mapped mapped(treeSession({0, 1, 1, 2}));
        const QSignalSpy spy(&mapped.map(), &TurnMap::turnAsked);
        mapped.map().setReading(1);
        const std::pair<Qt::Key, TurnId> steps[] = {
            {Qt::Key_Down, 2}, {Qt::Key_Right, 3}, {Qt::Key_Right, 3}, {Qt::Key_Left, 2},
            {Qt::Key_End, 4},  {Qt::Key_Down, 4},  {Qt::Key_Up, 2},    {Qt::Key_Home, 1},
        };
        for (const auto& [key, turn] : steps) {
            QTest::keyClick(&mapped.map(), key);
            QCOMPARE(mapped.cursor(), turn);
        }
        QCOMPARE(spy.count(), 0);
        QTest::keyClick(&mapped.map(), Qt::Key_Return);
        QCOMPARE(asked(spy), TurnId(1));
    }

    void whatIsReadStaysInSight()
    {
        std::vector<TurnId> parents{0, 0};
        for (TurnId id = 2; id < 200; ++id)
            parents.push_back(id);
        Mapped mapped(treeSession(parents));
        for (const TurnId turn : {200, 2, 100, 103, 20}) {
            mapped.map().setReading(turn);
            QVERIFY(mapped.map().viewport()->rect().contains(mapped.placeOf(turn)));
        }
    }

    void manyBranchesKeepItNarrow()
    {
        Mapped mapped(treeSession(std::vector<TurnId>(40, 0)));
        QCOMPARE(mapped.map().width(), 64);
        for (const TurnId turn : {1, 40, 7}) {
            mapped.map().setReading(turn);
            QVERIFY(mapped.map().viewport()->rect().contains(mapped.placeOf(turn)));
        }
    }

    void aScreenReaderMeetsATree()
    {
        Session session = treeSession({0, 1, 1});
        session.turns[1].ending.state = TurnState::Failed;
        session.turns[1].question.text = "Why?\n\n  Because. " + std::string(2000, 'x');
        Mapped mapped(std::move(session));
        QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(&mapped.map());
        QCOMPARE(tree->role(), QAccessible::Tree);
        QCOMPARE(tree->childCount(), 3);
        QAccessibleInterface* second = tree->child(1);
        QVERIFY(second->text(QAccessible::Name).startsWith(u"Why? Because. xxx"));
        QCOMPARE(second->text(QAccessible::Name).size(), 80);
        QCOMPARE(second->text(QAccessible::Description),
                 u"local  ·  thinking adaptive  ·  failed  ·  on another branch"_s);
        QVERIFY(!second->state().selected);
        QVERIFY(tree->child(2)->state().selected);
        QCOMPARE(tree->indexOfChild(second), 1);
        const QSignalSpy spy(&mapped.map(), &TurnMap::turnAsked);
        second->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(asked(spy), TurnId(2));
    }
};

std::unique_ptr<QObject> makeTurnMapTest()
{
    return std::make_unique<TurnMapTest>();
}

#include "tst_turn_map.moc"
