#include "tests/support/test_table.h"
#include "tests/ui/test_desktop.h"
#include "tests/ui/tests.h"
#include "ui/inspector/inspector_pane.h"
#include "ui/shell/palette.h"

#include <QAction>
#include <QApplication>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace tf::ui;
using tf::test::TestDesktop;

namespace {

/// All that an action may change, in one line.
QString stateOf(TestDesktop& test)
{
    QStringList parts;
    parts.append(u"%1 windows"_s.arg(test.desktop().windows().size()));
    parts.append(
        u"zoom %1 %2"_s.arg(test.theme().zoomPercent()).arg(test.theme().codeZoomPercent()));
    parts.append(test.theme().shade() == Shade::Dark ? u"dark"_s : u"light"_s);
    for (const auto& window : test.desktop().windows()) {
        parts.append(window->notices().texts());
        for (const ActionRow& row : actionTable())
            parts.append(window->action(row.id)->isChecked() ? u"1"_s : u"0"_s);
        parts.append(window->windowTitle());
        const auto* palette = window->findChild<Palette*>();
        parts.append(palette->isVisible() ? u"palette"_s : u"-"_s);
        const QWidget* focus = window->focusWidget();
        parts.append(focus == nullptr ? u"-"_s : focus->accessibleName());
        parts.append(QString::number(int(window->findChild<InspectorPane*>()->shownTab())));
    }
    parts.append(QApplication::activePopupWidget() == nullptr ? u"-"_s : u"menu"_s);
    return parts.join(u'|');
}

} // namespace

class ActionsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theTableIsInOrder()
    {
        int want = 0;
        for (const ActionRow& row : actionTable())
            QCOMPARE(static_cast<int>(row.id), want++);
    }

    void everyActionHasWordsAndAWay()
    {
        QSet<ActionId> inMenus;
        for (const MenuRow& menu : menuTable()) {
            for (const ActionId id : menu.actions)
                inMenus.insert(id);
        }
        for (const ActionRow& row : actionTable()) {
            QVERIFY(!actionText(row.text).isEmpty());
            QVERIFY2(inMenus.contains(row.id) || !shortcutsOf(row).isEmpty(), row.text);
            for (const QKeySequence& keys : shortcutsOf(row))
                QVERIFY2(!keys.isEmpty() && keys[0].key() != Qt::Key_unknown, row.text);
        }
    }

    void noTwoActionsShareAKey()
    {
        QMap<QString, int> numUses;
        for (const ActionRow& row : actionTable()) {
            for (const QKeySequence& keys : shortcutsOf(row))
                ++numUses[keys.toString()];
        }
        for (auto use = numUses.cbegin(); use != numUses.cend(); ++use)
            QVERIFY2(use.value() == 1, qPrintable(use.key()));
    }

    void noTwoRowsOfAMenuShareALetter()
    {
        QSet<QKeySequence> inTheMenuOfTheBar;
        for (const MenuRow& menu : menuTable()) {
            QSet<QKeySequence> letters;
            const auto take = [](const char* text, QSet<QKeySequence>& taken) {
                const auto letter = QKeySequence::mnemonic(actionText(text));
                QVERIFY2(!letter.isEmpty() && !taken.contains(letter), text);
                taken.insert(letter);
            };
            for (const ActionId id : menu.actions) {
                if (id != ActionId::Separator)
                    take(actionTable()[static_cast<std::size_t>(id)].text, letters);
            }
            if (menu.opens == Opens::FromBar)
                inTheMenuOfTheBar = letters;
            else
                take(menu.title, inTheMenuOfTheBar); // it is a row of that one
        }
    }

    void everyActionDoesSomething_data()
    {
        QTest::addColumn<int>("action");
        for (const ActionRow& row : actionTable())
            QTest::newRow(row.name) << static_cast<int>(row.id);
    }
    void everyActionDoesSomething()
    {
        QFETCH(int, action);
        // A dark theme at 110 %, on a system that is light: each choice is then a change.
        TestDesktop test("{\"theme\":\"dark\",\"zoomPercent\":110,\"codeZoomPercent\":125}");
        MainWindow& window = test.desktop().openWindow(); // no session is open in it
        window.resize(1280, 800);
        window.activateWindow();
        QApplication::processEvents();
        if (ActionId(action) == ActionId::ChooseEngine) {
            // What a popup wants of a window system and the offscreen one has not.
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"support raise"_s));
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"support grabbing"_s));
        }
        if (ActionId(action) == ActionId::ShowEngine)
            window.action(ActionId::ShowContext)->trigger();
        if (ActionId(action) == ActionId::ThemeDark)
            window.action(ActionId::ThemeLight)->trigger();
        if (ActionId(action) == ActionId::Dismiss)
            window.action(ActionId::About)->trigger();
        QApplication::processEvents();
        const QString before = stateOf(test);
        const bool needsNothing =
            actionTable()[static_cast<std::size_t>(action)].needs == Needs::Nothing;
        QCOMPARE(window.action(ActionId(action))->isEnabled(), needsNothing);
        window.action(ActionId(action))->trigger();
        if (needsNothing)
            QTRY_VERIFY2(stateOf(test) != before, qPrintable(before));
        if (QWidget* menu = QApplication::activePopupWidget())
            menu->close();
    }

    void zoomStopsAtItsEnds()
    {
        TestDesktop test;
        MainWindow& window = test.open({900, 600});
        for (int press = 0; press < 20; ++press)
            window.action(ActionId::ZoomIn)->trigger();
        QCOMPARE(test.theme().zoomPercent(), 200);
        for (int press = 0; press < 20; ++press)
            window.action(ActionId::ZoomOut)->trigger();
        QCOMPARE(test.theme().zoomPercent(), 80);
        window.action(ActionId::ZoomReset)->trigger();
        QCOMPARE(test.theme().zoomPercent(), 100);
    }
};

std::unique_ptr<QObject> makeActionsTest()
{
    return std::make_unique<ActionsTest>();
}

#include "tst_actions.moc"
