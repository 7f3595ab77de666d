// Two windows on one session: what is done in one is there in the other, and nothing is undone.

#include "tests/support/test_table.h"
#include "tests/ui/bad_input/tests.h"
#include "tests/ui/test_desktop.h"
#include "ui/composer/chip_row.h"
#include "ui/composer/composer.h"
#include "ui/sessions/sessions_pane.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/view/transcript_view.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>

#include <future>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using tf::test::TestDesktop;

namespace {

template <class T, class Ask>
T stored(const Ask& ask)
{
    std::promise<Result<T>> promise;
    auto answer = promise.get_future();
    ask([&promise](Result<T> result) { promise.set_value(std::move(result)); });
    return MUST(answer.get());
}

ComposerEdit& editOf(MainWindow& window)
{
    return *window.findChild<ComposerEdit*>();
}

/// Six turns, each taller than a window; in the answer of the second stands "needle".
session::SessionId longSession(session::Store& store)
{
    const auto id = stored<session::SessionId>([&](auto to) {
        store.create({"long", {}}, std::move(to));
    });
    for (int turn = 1; turn <= 6; ++turn) {
        session::Question question;
        question.parent = turn - 1;
        question.text = "question";
        const auto begun =
            stored<session::TurnId>([&](auto to) { store.begin(id, question, std::move(to)); });
        std::string answer = turn == 2 ? "the needle\n\n" : "";
        for (int line = 0; line < 80; ++line)
            answer += "one more paragraph\n\n";
        store.stream(id, begun, {session::PartKind::Text, answer, {}, {}});
        stored<session::Seq>([&](auto to) { store.end(id, begun, {}, std::move(to)); });
    }
    return id;
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

    void thePlaceThatWasReadIsShownAgain()
    {
        TestDesktop test;
        const auto id = longSession(test.workspace().store());
        MainWindow& before = test.open({900, 600});
        before.openSession(id);
        QTRY_COMPARE(before.page().conversation()->session().id, id);
        QCOMPARE(before.page().pane().view().reading(), 6); // its end, which is followed
        before.page().pane().view().showTurn(3);
        QTRY_COMPARE(before.page().pane().view().reading(), 3);
        QTRY_VERIFY(before.page().conversation()->session().desk.view.find("3")
                    != std::string::npos);
        QTRY_VERIFY(before.page().conversation()->isKept());
        Q_EMIT before.sessionShown();
        test.restart();
        MainWindow& after = test.desktop().openWindow();
        QTRY_VERIFY(after.page().conversation() != nullptr);
        QTRY_COMPARE(after.page().pane().view().reading(), 3);
    }

    void whatASearchFoundOpensAtItsPlaceWithItsWordsMarked()
    {
        TestDesktop test;
        const auto id = longSession(test.workspace().store());
        MainWindow& window = test.open({900, 600});
        test.workspace().shelf().refresh();
        auto* search = window.findChild<SessionsPane*>()->findChild<QLineEdit*>();
        search->setText(u"needle"_s);
        auto* list = window.findChild<SessionsPane*>()->findChild<QListView*>();
        QTRY_COMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(window.page().conversation()->session().id, id);
        TranscriptView& view = window.page().pane().view();
        QTRY_COMPARE(view.reading(), 2);
        QVERIFY(view.found().current() != nullptr);
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
