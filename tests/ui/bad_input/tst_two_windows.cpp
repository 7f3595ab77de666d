// Two windows on one session: what is done in one is there in the other, and nothing is undone.

#include "tests/support/test_table.h"
#include "tests/ui/bad_input/tests.h"
#include "tests/ui/test_desktop.h"
#include "ui/composer/chip_row.h"
#include "ui/composer/composer.h"

#include <QAction>
#include <QApplication>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using tf::test::TestDesktop;

namespace {

ComposerEdit& editOf(MainWindow& window)
{
    return *window.findChild<ComposerEdit*>();
}

/// A second window on the session of the first.
MainWindow& opened(TestDesktop& test, MainWindow& first)
{
    first.action(ActionId::NewWindow)->trigger();
    MainWindow& second = *test.desktop().windows().back();
    CHECK(QTest::qWaitFor([&] { return second.page().conversation() != nullptr; }),
          "the second window shows a session");
    CHECK(second.page().conversation() == first.page().conversation(), "it is the same one");
    return second;
}

} // namespace

class TwoWindowsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenInOneIsThereInTheOther()
    {
        TestDesktop test;
        MainWindow& first = test.open({900, 600});
        MainWindow& second = opened(test, first);
        QTest::keyClicks(&editOf(first), u"half a"_s);
        QTRY_COMPARE(editOf(second).toPlainText(), u"half a"_s);
        QTest::keyClicks(&editOf(second), u" thought"_s);
        QTRY_COMPARE(editOf(first).toPlainText(), u"half a thought"_s);
    }

    void aWindowThatWroteNothingTakesNothingBack()
    {
        TestDesktop test;
        MainWindow& first = test.open({900, 600});
        MainWindow& second = opened(test, first);
        QTest::keyClicks(&editOf(first), u"mine"_s);
        auto* talk = first.page().conversation();
        QTRY_COMPARE(talk->session().desk.draft, std::string("mine"));
        second.close(); // before or after it has heard
        QCOMPARE(talk->session().desk.draft, std::string("mine"));
    }

    void whatGoesAlongLiesReadyInBoth()
    {
        TestDesktop test;
        MainWindow& first = test.open({900, 600});
        MainWindow& second = opened(test, first);
        first.page().composer().tray().addText("log", "one\n");
        QTRY_COMPARE(second.findChild<ChipRow*>()->numChips(), 1);
    }

    void aNewNameIsShownInBoth()
    {
        TestDesktop test;
        MainWindow& first = test.open({900, 600});
        MainWindow& second = opened(test, first);
        second.page().conversation()->rename("retry bug");
        QCOMPARE(first.windowTitle(), second.windowTitle());
        QVERIFY(first.windowTitle().startsWith(u"retry bug"_s));
    }

    void whatLayReadyIsThereAgainAfterARestart()
    {
        TestDesktop test;
        MainWindow& before = test.open({900, 600});
        before.page().conversation()->rename("kept"); // an untitled one counts as new
        before.page().composer().tray().add("/nowhere/a\xff"
                                            "b.png"); // paths are bytes
        before.page().composer().tray().addText("pasted text", "one\ntwo\n");
        auto* talk = before.page().conversation();
        QTRY_VERIFY(talk->session().desk.view.find("pasted text") != std::string::npos);
        QTRY_VERIFY(talk->isKept());
        Q_EMIT before.sessionShown(); // the settings know it
        test.restart();
        MainWindow& after = test.desktop().openWindow();
        QTRY_VERIFY(after.page().conversation() != nullptr);
        const auto& items = after.page().composer().tray().items();
        QTRY_COMPARE(items.size(), 2U);
        QTRY_VERIFY(items[0].state == workspace::TrayState::Failed); // calm: its chip says so
        QTRY_VERIFY(items[1].state == workspace::TrayState::Ready);
        QCOMPARE(items[1].title, std::string("pasted text"));
    }
};

std::unique_ptr<QObject> makeTwoWindowsTest()
{
    return std::make_unique<TwoWindowsTest>();
}

#include "tst_two_windows.moc"
