#include "tests/support/test_table.h"
#include "tests/ui/test_desktop.h"
#include "tests/ui/tests.h"

#include <QAction>
#include <QApplication>

using namespace Qt::StringLiterals;
using namespace tf::ui;
using tf::test::TestDesktop;

namespace {

QChar letterOf(Place place)
{
    return place == Place::Hidden ? u'h' : place == Place::Docked ? u'd' : u'f';
}

/// "dh": sessions docked, inspector hidden.
QString placesOf(MainWindow& window)
{
    return QString(letterOf(window.panes().place(Side::Sessions)))
        + letterOf(window.panes().place(Side::Inspector));
}

void resizeTo(MainWindow& window, int width)
{
    window.resize(width, 600);
    QApplication::processEvents();
}

} // namespace

class PanesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void narrowWindowsFoldThem_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("want");
        QTest::newRow("wide") << 1280 << u"dd"_s;
        QTest::newRow("just wide") << 1000 << u"dd"_s;
        QTest::newRow("just not") << 999 << u"dh"_s;
        QTest::newRow("still sessions") << 700 << u"dh"_s;
        QTest::newRow("nothing beside") << 699 << u"hh"_s;
    }
    void narrowWindowsFoldThem()
    {
        QFETCH(int, width);
        QFETCH(QString, want);
        TestDesktop test;
        MainWindow& window = test.open({width, 600});
        QCOMPARE(window.width(), width);
        QCOMPARE(placesOf(window), want);
    }

    void wideAgainRestoresThem()
    {
        TestDesktop test;
        MainWindow& window = test.open({1280, 600});
        resizeTo(window, 600);
        QCOMPARE(placesOf(window), u"hh"_s);
        resizeTo(window, 1280);
        QCOMPARE(placesOf(window), u"dd"_s);
    }

    void whatTheUserClosedStaysClosed()
    {
        TestDesktop test;
        MainWindow& window = test.open({1280, 600});
        window.action(ActionId::ToggleInspector)->trigger();
        QCOMPARE(placesOf(window), u"dh"_s);
        resizeTo(window, 600);
        resizeTo(window, 1280);
        QCOMPARE(placesOf(window), u"dh"_s);
        window.action(ActionId::ToggleInspector)->trigger();
        QCOMPARE(placesOf(window), u"dd"_s);
    }

    void askedForInANarrowWindowItFloats()
    {
        TestDesktop test;
        MainWindow& window = test.open({680, 600});
        window.action(ActionId::ToggleInspector)->trigger();
        QCOMPARE(placesOf(window), u"hf"_s);
        QVERIFY(window.action(ActionId::ToggleInspector)->isChecked());
        QCOMPARE(window.width(), 680); // and the window does not grow
        window.action(ActionId::Dismiss)->trigger();
        QCOMPARE(placesOf(window), u"hh"_s);
        resizeTo(window, 1280);
        QCOMPARE(placesOf(window), u"dd"_s);
    }

    void zoomTakesRoom()
    {
        QVERIFY(hasRoom(Side::Inspector, 1000, 80));
        QVERIFY(!hasRoom(Side::Inspector, 999, 80));
        QVERIFY(!hasRoom(Side::Inspector, 1999, 200));
        QVERIFY(hasRoom(Side::Inspector, 2000, 200));
    }

    void theyKeepTheirLimits()
    {
        TestDesktop test("{\"window\":{\"sessionsWidth\":9999,\"inspectorWidth\":1}}");
        MainWindow& window = test.open({1280, 600});
        const auto widthOf = [&window](const QString& name) {
            return window.findChild<QWidget*>(name)->width();
        };
        QCOMPARE(widthOf(u"sessions"_s), 320);
        QCOMPARE(widthOf(u"inspector"_s), 300);
        QVERIFY(widthOf(u"conversation"_s) >= 480);
    }

    void f6GoesRound()
    {
        TestDesktop test;
        MainWindow& window = test.open({1280, 600});
        window.activateWindow();
        QApplication::processEvents();
        const auto names = [&window](ActionId step, int numSteps) {
            QStringList visited;
            for (int stepIdx = 0; stepIdx < numSteps; ++stepIdx) {
                window.action(step)->trigger();
                visited.append(QApplication::focusWidget()->accessibleName());
            }
            return visited.join(u' ');
        };
        QCOMPARE(names(ActionId::NextPane, 3), u"Inspector Sessions Question"_s);
        QCOMPARE(names(ActionId::PreviousPane, 3), u"Sessions Inspector Question"_s);
        window.action(ActionId::ToggleSessions)->trigger();
        QCOMPARE(names(ActionId::NextPane, 2), u"Inspector Question"_s);
    }

    void aHiddenPaneGivesTheKeyboardBack()
    {
        TestDesktop test;
        MainWindow& window = test.open({1280, 600});
        window.activateWindow();
        window.action(ActionId::NextPane)->trigger();
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Inspector"_s);
        window.action(ActionId::ToggleInspector)->trigger();
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Question"_s);
    }
};

std::unique_ptr<QObject> makePanesTest()
{
    return std::make_unique<PanesTest>();
}

#include "tst_panes.moc"
