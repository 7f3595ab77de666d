#include "app/workspace/conversation.h"
#include "tests/support/test_table.h"
#include "tests/ui/test_desktop.h"
#include "tests/ui/tests.h"
#include "ui/composer/composer.h"
#include "ui/shell/caret_rest.h"
#include "ui/shell/palette.h"
#include "ui/shell/session_page.h"
#include "ui/transcript/conversation_pane.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QStyleHints>

using namespace Qt::StringLiterals;
using namespace tf::ui;
using tf::test::TestDesktop;

class WindowTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNamedAtTheStartLiesReadyInANewSession()
    {
        TestDesktop test;
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"log.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("one\n") == 4);
        file.close();
        MainWindow& window = test.desktop().openWindow({file.fileName()});
        QTRY_VERIFY(window.page().conversation() != nullptr);
        QTRY_COMPARE(window.page().composer().tray().items().size(), 1U);
        QCOMPARE(window.page().composer().tray().items()[0].title, std::string("log.txt"));
    }

    void geometryAndPanesAreRemembered()
    {
        // Smaller than the offscreen screen, or Qt fits the window into it.
        TestDesktop test("{\"window\":{\"sessionsWidth\":211,\"inspectorWidth\":333}}");
        MainWindow& first = test.open({712, 503});
        first.move(31, 17);
        first.action(ActionId::ToggleSessions)->trigger();
        const QRect was = first.geometry();
        first.close();
        QApplication::processEvents();
        QVERIFY(test.desktop().windows().empty());

        test.restart();
        MainWindow& second = test.desktop().openWindow();
        QApplication::processEvents();
        QCOMPARE(second.size(), was.size());
        // The offscreen platform invents a frame of two or three pixels.
        QVERIFY((second.pos() - was.topLeft()).manhattanLength() <= 6);
        QVERIFY(second.panes().place(Side::Sessions) == Place::Hidden);
        second.action(ActionId::ToggleSessions)->trigger();
        second.resize(1280, 600);
        QApplication::processEvents();
        QCOMPARE(second.findChild<QWidget*>(u"sessions"_s)->width(), 211);
        QCOMPARE(second.findChild<QWidget*>(u"inspector"_s)->width(), 333);
    }

    void themeAndZoomAreRemembered()
    {
        TestDesktop test;
        MainWindow& window = test.open({800, 600});
        window.action(ActionId::ThemeDark)->trigger();
        window.action(ActionId::ZoomIn)->trigger();
        test.restart(); // without closing: as after a crash
        QVERIFY(test.theme().shade() == Shade::Dark);
        QCOMPARE(test.theme().zoomPercent(), 110);
    }

    void windowsShareTheThemeAndCloseAlone()
    {
        TestDesktop test;
        test.open({800, 600}).action(ActionId::NewWindow)->trigger();
        QCOMPARE(test.desktop().windows().size(), std::size_t(2));
        MainWindow& second = *test.desktop().windows().back();
        test.desktop().windows().front()->action(ActionId::ThemeDark)->trigger();
        QVERIFY(second.action(ActionId::ThemeDark)->isChecked());
        second.close();
        QCOMPARE(test.desktop().windows().size(), std::size_t(1));
    }

    void aBrokenSettingsFileIsToldByName()
    {
        TestDesktop test("{broken");
        const QStringList told = test.open({800, 600}).notices().texts();
        QCOMPARE(told.size(), 1);
        const QFileInfo info(test.settingsPath());
        const QStringList kept = info.dir().entryList({u"settings.json.broken-*"_s});
        QCOMPARE(kept.size(), 1);
        QVERIFY(told.front().contains(kept.front()));
    }

    void garbageGeometryIsHarmless()
    {
        TestDesktop test("{\"window\":{\"geometry\":\"AdnQywADAAA=\"}}");
        MainWindow& window = test.desktop().openWindow();
        QVERIFY(window.width() >= 496 && window.height() >= 400);
    }

    void anUnwritableFolderIsTold()
    {
        TestDesktop test;
        const QString folder = QFileInfo(test.settingsPath()).path();
        MainWindow& window = test.open({800, 600});
        QVERIFY(QDir(folder).removeRecursively());
        QFile inTheWay(folder);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        window.action(ActionId::ThemeDark)->trigger();
        QVERIFY(inTheWay.remove());
        QCOMPARE(window.notices().texts().size(), 1);
        QVERIFY(window.notices().texts().front().contains(test.settingsPath()));
    }

    void everythingHasANameAndAFairSize()
    {
        TestDesktop test;
        MainWindow& window = test.open({1280, 800});
        for (const auto* button : window.findChildren<QAbstractButton*>()) {
            if (!button->isVisible())
                continue;
            QVERIFY(!button->accessibleName().isEmpty());
            QVERIFY2(button->width() >= 24 && button->height() >= 24,
                     qPrintable(button->accessibleName()));
        }
        for (const QString& name : {u"sessions"_s, u"conversation"_s, u"inspector"_s})
            QVERIFY(!window.findChild<QWidget*>(name)->accessibleName().isEmpty());
    }

    void theCaretBlinksAgainAfterAKey()
    {
        QStyleHints* hints = QGuiApplication::styleHints();
        hints->setCursorFlashTime(1000);
        const CaretRest rest;
        hints->setCursorFlashTime(0); // as after ten seconds
        QWidget field;
        QTest::keyClick(&field, Qt::Key_A);
        QCOMPARE(hints->cursorFlashTime(), 1000);
    }

    void escapeBelongsToWhatIsOpen()
    {
        TestDesktop test;
        MainWindow& window = test.open({900, 600});
        window.activateWindow();
        window.notices().add(Tone::Info, u"stays"_s);
        const auto pressEscape = [] {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        };

        window.action(ActionId::Palette)->trigger();
        QVERIFY(window.findChild<Palette*>()->isVisible());
        pressEscape();
        QVERIFY(!window.findChild<Palette*>()->isVisible());

        window.action(ActionId::SearchSessions)->trigger();
        QTest::keyClicks(QApplication::focusWidget(), u"retry"_s);
        pressEscape();
        QCOMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text(), QString());

        window.page().conversation()->ask({"Where is the retry?", {}, {}, {}}); // nobody answers
        QTRY_VERIFY(!window.page().conversation()->branch().empty());
        window.page().pane().openFind();
        QWidget* field = QApplication::focusWidget();
        QVERIFY(qobject_cast<QLineEdit*>(field) != nullptr);
        pressEscape();
        QVERIFY(!field->isVisible());
        QCOMPARE(window.notices().texts(), QStringList{u"stays"_s});
    }

    void noticesAreFewAndClosable()
    {
        TestDesktop test;
        MainWindow& window = test.open({800, 600});
        for (int noticeIdx = 0; noticeIdx < 9; ++noticeIdx)
            window.notices().add(Tone::Info, QString::number(noticeIdx));
        QCOMPARE(window.notices().texts().join(u' '), u"5 6 7 8"_s);
        window.action(ActionId::Dismiss)->trigger();
        QCOMPARE(window.notices().texts().join(u' '), u"5 6 7"_s);
    }
};

std::unique_ptr<QObject> makeWindowTest()
{
    return std::make_unique<WindowTest>();
}

#include "tst_window.moc"
