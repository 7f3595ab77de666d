#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"

#include <QApplication>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace tf::test;
using namespace tf::ui;

namespace {

tf::session::Session wideSession()
{
    tf::session::Session session = treeSession({0});
    std::string row = "|";
    for (int column = 0; column < 40; ++column)
        row += " column" + std::to_string(column) + " |";
    std::string separator = "|";
    for (int column = 0; column < 40; ++column)
        separator += "---|";
    session.turns.front().parts.front().text = "```cpp\n" + std::string(600, 'x') + "\n```\n\n"
        + row + "\n" + separator + "\n" + row + "\n";
    return session;
}

} // namespace

class SideBarTest : public TestCase {
    Q_OBJECT

private:
    static std::size_t rowOf(Scene& scene, BlockKind kind)
    {
        std::size_t idx = 0;
        while (scene.stage().rows()[idx].kind != RowKind::Block
               || scene.stage().viewOf(idx).block->kind != kind)
            ++idx;
        return idx;
    }

private Q_SLOTS:
    void theBarCanBePulled_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("code") << static_cast<int>(BlockKind::Code);
        QTest::newRow("table") << static_cast<int>(BlockKind::Table);
    }

    void theBarCanBePulled()
    {
        QFETCH(int, kind);
        Scene scene(wideSession(), {700, 600});
        const std::size_t idx = rowOf(scene, static_cast<BlockKind>(kind));
        const auto bar =
            spotOf(scene.stage(), SpotId{scene.stage().rows()[idx].key, SpotKind::SideBar});
        QVERIFY(bar.has_value());
        const QPoint from = bar->place.translated(scene.stage().originOf(idx)).center();
        QWidget* port = scene.view().viewport();
        QTest::mousePress(port, Qt::LeftButton, {}, from);
        QTest::mouseMove(port, from + QPoint(80, 0));
        const int half = scene.stage().viewOf(idx).scrolled;
        QVERIFY(half > 80); // it stands for more than it is
        QTest::mouseMove(port, from + QPoint(5000, 40));
        QTest::mouseRelease(port, Qt::LeftButton, {}, from + QPoint(5000, 40));
        QCOMPARE(scene.stage().viewOf(idx).scrolled, scene.stage().layout(idx).scrollable());
        QVERIFY(scene.view().selectedText().isEmpty());
    }

    void theKeyboardMovesItWhenItIsThere()
    {
        Scene scene(wideSession(), {700, 600});
        const std::size_t idx = rowOf(scene, BlockKind::Code);
        const std::optional bar(SpotId{scene.stage().rows()[idx].key, SpotKind::SideBar});
        for (int tab = 0; tab < 12 && scene.view().look().focused != bar; ++tab)
            QTest::keyClick(&scene.view(), Qt::Key_Tab);
        QVERIFY(scene.view().look().focused == bar);
        QTest::keyClick(&scene.view(), Qt::Key_Right);
        const int once = scene.stage().viewOf(idx).scrolled;
        QVERIFY(once > 0);
        QTest::keyClick(&scene.view(), Qt::Key_End);
        QCOMPARE(scene.stage().viewOf(idx).scrolled, scene.stage().layout(idx).scrollable());
        QTest::keyClick(&scene.view(), Qt::Key_Home);
        QCOMPARE(scene.stage().viewOf(idx).scrolled, 0);
    }

    void theWheelMovesItWithShift()
    {
        Scene scene(wideSession(), {700, 600});
        const std::size_t idx = rowOf(scene, BlockKind::Code);
        const QPointF place = scene.stage().originOf(idx) + QPoint(40, 60);
        QWheelEvent wheel(place, scene.view().viewport()->mapToGlobal(place), {}, {0, -240},
                          Qt::NoButton, Qt::ShiftModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(scene.view().viewport(), &wheel);
        QVERIFY(scene.stage().viewOf(idx).scrolled > 0);
    }
};

std::unique_ptr<QObject> makeSideBarTest()
{
    return std::make_unique<SideBarTest>();
}

#include "tst_side_bar.moc"
