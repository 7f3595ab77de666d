// The way from an answer to the file that it names: by mouse, by Ctrl+P, by Ctrl+G, and back.

#include "app/draft/kept_part.h"
#include "app/ingest/shown/shown_file.h"
#include "app/session/document.h"
#include "tests/support/test_table.h"
#include "tests/ui/test_desktop.h"
#include "tests/ui/tests.h"
#include "ui/inspector/inspector_pane.h"
#include "ui/shell/palette.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/view/spot_walk.h"
#include "ui/viewer/code_page.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>

#include <future>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

namespace {

/// What a store answers, waited for.
template <class T, class F>
T answered(F ask)
{
    std::promise<Result<T>> promise;
    auto future = promise.get_future();
    ask([&promise](Result<T> result) { promise.set_value(std::move(result)); });
    return MUST(future.get());
}

} // namespace

class CodeTabTest : public test::TestCase {
    Q_OBJECT

private:
    /// A session with an answer to a question that was sent with three files.
    void openTalk(const std::string& answer)
    {
        m_desktop = std::make_unique<test::TestDesktop>();
        session::Store& store = m_desktop->workspace().store();
        session::Question question;
        question.text = "why?";
        std::string packed;
        for (const char* path : {"src/a.cpp", "src/ui/x.h", "lib/ui/x.h"}) {
            packed += ingest::shownHeader(path) + ingest::shownLines("one\ntwo\nthree\n").text;
            question.manifest.push_back({.blob = "git", .path = path, .lines = {1, 3}});
        }
        auto pack =
            answered<std::string>([&](auto told) { store.putBlob(packed, std::move(told)); });
        question.attachments = {{std::move(pack), std::string(draft::kPackType), "it"}};
        m_id = answered<session::SessionId>(
            [&](auto told) { store.create(session::Created(), std::move(told)); });
        m_turn = answered<session::TurnId>(
            [&](auto told) { store.begin(m_id, question, std::move(told)); });
        store.stream(m_id, m_turn, {session::PartKind::Text, answer, {}, {}});
        answered<session::Seq>(
            [&](auto told) { store.end(m_id, m_turn, session::Ending(), std::move(told)); });
        m_window = &m_desktop->open({1300, 800});
        m_window->openSession(m_id);
        QVERIFY(QTest::qWaitFor([this] {
            const auto* talk = m_window->page().conversation();
            return talk != nullptr && talk->session().id == m_id;
        }));
        QVERIFY(QTest::qWaitFor([this] {
            QApplication::processEvents();
            return !m_window->page().pane().view().stage().isReading();
        }));
    }

    CodePage& code() { return *m_window->findChild<CodePage*>(); }
    InspectorTab tab() { return m_window->findChild<InspectorPane*>()->shownTab(); }
    void pressFirstCitation()
    {
        TranscriptView& view = m_window->page().pane().view();
        std::optional<SpotId> spot;
        do
            spot = walk(view.stage(), spot, WalkStep::Next);
        while (spot && spot->kind != SpotKind::Citation);
        QVERIFY(spot.has_value());
        view.press(*spot);
    }
    /// Once what is known of it is known.
    void settleCitations()
    {
        QApplication::processEvents();
        m_window->page().pane().view().grab();
        QVERIFY(QTest::qWaitFor([this] { return !m_window->citations()->isChecking(); }, 20'000));
    }
    bool isOpen(const std::string& path)
    {
        return QTest::qWaitFor(
            [&] { return code().place().path == path && code().sent().text() != nullptr; }, 20'000);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
    }
    void cleanup() { m_desktop.reset(); }

    void aPlaceOpensInTheCodeTab()
    {
        openTalk("See src/a.cpp:2.\n");
        settleCitations();
        pressFirstCitation();
        QVERIFY(tab() == InspectorTab::Code);
        QVERIFY(isOpen("src/a.cpp"));
        QCOMPARE(code().sent().currentLine(), 1);
        QVERIFY(code().sent().isVisible());
    }

    void whatIsNotClearIsChosen()
    {
        openTalk("See x.h:2.\n");
        settleCitations();
        pressFirstCitation();
        auto* menu = m_window->findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().size(), 2);
        QCOMPARE(menu->actions().front()->text(), u"lib/ui/x.h"_s);
        menu->actions().front()->trigger();
        QVERIFY(isOpen("lib/ui/x.h"));
        menu->close();
    }

    void aFileIsOpenedByAFewLetters()
    {
        openTalk("See it.\n");
        m_window->action(ActionId::OpenFile)->trigger();
        auto* palette = m_window->findChild<Palette*>();
        QVERIFY(palette->isVisible());
        QCOMPARE(palette->shown().size(), 3);
        QTest::keyClicks(palette->findChild<QLineEdit*>(), u"srca"_s);
        QCOMPARE(palette->shown(), QStringList{u"src/a.cpp"_s});
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(isOpen("src/a.cpp"));
        QVERIFY(tab() == InspectorTab::Code);
    }

    void aLineAndAMomentAreGoneTo()
    {
        openTalk("See it.\n");
        QSignalSpy moments(m_window, &MainWindow::momentAsked);
        auto* palette = m_window->findChild<Palette*>();
        const auto go = [&](const QString& typed) {
            m_window->action(ActionId::GoToPlace)->trigger();
            QTest::keyClicks(palette->findChild<QLineEdit*>(), typed);
            QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
        };
        go(u"src/a.cpp:2"_s);
        QVERIFY(isOpen("src/a.cpp"));
        go(u"3"_s);
        QCOMPARE(code().sent().currentLine(), 2);
        go(u"02:13"_s);
        QCOMPARE(moments.count(), 1);
        QCOMPARE(moments.front().front().toDouble(), 133.0);
        m_window->action(ActionId::GoBack)->trigger();
        QCOMPARE(code().sent().currentLine(), 1);
        m_window->action(ActionId::GoForward)->trigger();
        QCOMPARE(code().sent().currentLine(), 2);
    }

    void thePaletteListsCommandsAgain()
    {
        openTalk("See it.\n");
        auto* palette = m_window->findChild<Palette*>();
        m_window->action(ActionId::OpenFile)->trigger();
        m_window->action(ActionId::Palette)->trigger();
        QVERIFY(palette->shown().size() > 20);
        palette->close();
    }

private:
    std::unique_ptr<test::TestDesktop> m_desktop;
    MainWindow* m_window = nullptr;
    session::SessionId m_id;
    session::TurnId m_turn = session::kNoTurn;
};

std::unique_ptr<QObject> makeCodeTabTest()
{
    return std::make_unique<CodeTabTest>();
}

#include "tst_code_tab.moc"
