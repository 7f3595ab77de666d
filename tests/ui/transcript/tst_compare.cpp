// Branches of a conversation that a script answers: on the map beside it, and side by side.

#include "tests/app/workspace/talk.h"
#include "tests/support/test_table.h"
#include "tests/ui/transcript/sample.h"
#include "tests/ui/transcript/tests.h"
#include "ui/theme/style.h"
#include "ui/transcript/compare/compare_page.h"
#include "ui/transcript/compare/compare_side.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/layout/turn_buttons.h"
#include "ui/transcript/map/turn_map.h"
#include "ui/transcript/view/transcript_view.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::session;
using test::Talk;
using ui::ComparePage;
using ui::CompareSide;
using workspace::Conversation;

namespace {

using Turns = std::vector<TurnId>;

std::shared_ptr<Conversation> sharedOf(Talk& talk)
{
    return {&talk.talk(), [](Conversation*) {}};
}

/// Asked again with other settings, and answered.
void retry(Talk& talk, TurnId turn, Thinking thinking, const std::string& answer)
{
    RequestSettings settings = Talk::settings("elsewhere");
    settings.thinking = thinking;
    const std::size_t before = talk.engine().requests().size();
    talk.talk().retry(turn, settings);
    QVERIFY(talk.waitForRequests(before + 1));
    talk.engine().text(answer);
    talk.engine().done();
    QTRY_VERIFY(!talk.talk().running());
}

void settle(ui::TranscriptView& view)
{
    for (int step = 0; step < 1000; ++step) {
        QApplication::processEvents();
        if (!view.stage().isReading() && !view.stage().isBehind())
            break;
    }
    QApplication::processEvents();
}

QString textOf(CompareSide& side)
{
    settle(side.view());
    side.view().selectAll();
    return side.view().selectedText();
}

/// A page, or a pane, in a window of a size that a user might have.
template <class Widget>
class Shown {
public:
    explicit Shown(QSize size = {1000, 600})
        : m_theme(ui::Shade::Light)
        , m_widget((MUST(ui::loadFonts()), m_theme), &m_window)
    {
        QApplication::setStyle(new ui::Style(m_theme));
        m_theme.set(settings::ThemeChoice::Light, 100);
        m_window.resize(size);
        m_widget.resize(size);
        m_window.show();
        QApplication::processEvents();
    }

    Widget* operator->() { return &m_widget; }
    ui::Theme& theme() { return m_theme; }

private:
    ui::Theme m_theme;
    QWidget m_window;
    Widget m_widget;
};

} // namespace

class CompareTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theMapGoesToAnotherBranch()
    {
        Talk talk;
        talk.exchange("one?", "1");
        Shown<ui::ConversationPane> pane({600, 400});
        pane->setConversation(sharedOf(talk));
        QVERIFY(pane->map().isHidden());
        talk.exchange("two?", "2");
        retry(talk, 2, Thinking::Enabled, "II");
        QVERIFY(!pane->map().isHidden());
        talk.exchange("three?", test::longAnswer(200));
        settle(pane->view());
        QCOMPARE(pane->view().reading(), TurnId(4));

        pane->map().press(pane->map().plan().find(1).value());
        settle(pane->view());
        QCOMPARE(talk.talk().branch(), (Turns{1, 3, 4}));
        QCOMPARE(pane->view().reading(), TurnId(1));
        QCOMPARE(pane->view().verticalScrollBar()->value(), 0);

        pane->map().press(pane->map().plan().find(2).value());
        QCOMPARE(talk.talk().branch(), (Turns{1, 2}));
        QVERIFY(pane->map().plan().nodes()[pane->map().plan().find(2).value()].isShown);
        talk.talk().remove(2);
        QVERIFY(!pane->map().plan().find(2));
        pane->setConversation(nullptr);
        QVERIFY(pane->map().isHidden());
    }

    void oneAnswerCannotBeCompared()
    {
        Talk talk;
        talk.exchange("one?", "1");
        Shown<ComparePage> page;
        QCOMPARE(ui::lastFork(talk.talk()), kNoTurn);
        QVERIFY(!page->open(sharedOf(talk), 1));
        retry(talk, 1, Thinking::Disabled, "I");
        talk.exchange("two?", "2");
        QCOMPARE(ui::lastFork(talk.talk()), TurnId(2));
        QVERIFY(page->open(sharedOf(talk), 2));
    }

    void bothAnswersStandSideBySide()
    {
        Talk talk;
        talk.exchange("one?", "first");
        retry(talk, 1, Thinking::Disabled, "second");
        Shown<ComparePage> page;
        QVERIFY(page->open(sharedOf(talk), 1));
        QCOMPARE(textOf(page->left()), u"one?\n\nfirst"_s);
        QCOMPARE(textOf(page->right()), u"one?\n\nsecond"_s);
        QVERIFY(page->left().facts().startsWith(u"away  ·  thinking adaptive"_s));
        QVERIFY(page->right().facts().startsWith(u"elsewhere  ·  thinking off"_s));
        QVERIFY(page->left().findChild<QComboBox*>()->isHidden());
        QVERIFY(page->left().x() < page->right().x());
        page->resize(500, 600);
        QApplication::processEvents();
        QVERIFY(page->left().y() < page->right().y());
    }

    void bothBeginAtTheSameHeight()
    {
        Talk talk;
        talk.exchange("one?", "first");
        retry(talk, 1, Thinking::Disabled, "second");
        Shown<ComparePage> page({700, 600});
        QVERIFY(page->open(sharedOf(talk), 1));
        // The facts of one side break in more lines than those of the other.
        for (const int leftWidth : {200, 350, 500}) {
            page->findChild<QSplitter*>()->setSizes({leftWidth, 700 - leftWidth});
            QTRY_COMPARE(page->left().view().y(), page->right().view().y());
        }
    }

    void theyScrollAsOne()
    {
        Talk talk;
        talk.exchange("one?", test::longAnswer(150));
        retry(talk, 1, Thinking::Adaptive, test::longAnswer(600));
        Shown<ComparePage> page;
        QVERIFY(page->open(sharedOf(talk), 2));
        settle(page->left().view());
        settle(page->right().view());
        const QScrollBar* left = page->left().view().verticalScrollBar();
        const QScrollBar* right = page->right().view().verticalScrollBar();
        QCOMPARE(left->value(), 0);
        QCOMPARE(right->value(), 0);
        const auto apart = [&] {
            return std::abs(double(left->value()) / left->maximum()
                            - double(right->value()) / right->maximum());
        };
        for (int step = 0; step < 10; ++step)
            QTest::keyClick(&page->left().view(), Qt::Key_PageDown);
        QVERIFY(left->value() > 1000);
        QVERIFY2(apart() < 0.02, qPrintable(QString::number(apart())));
        for (int step = 0; step < 5; ++step)
            QTest::keyClick(&page->right().view(), Qt::Key_PageUp);
        QVERIFY2(apart() < 0.02, qPrintable(QString::number(apart())));
        QTest::keyClick(&page->right().view(), Qt::Key_End);
        QCOMPARE(left->value(), left->maximum());
    }

    void ofThreeAnyTwoCanBeChosen()
    {
        Talk talk;
        talk.exchange("one?", "first");
        retry(talk, 1, Thinking::Disabled, "second");
        retry(talk, 1, Thinking::Enabled, "third");
        Shown<ComparePage> page;
        QVERIFY(page->open(sharedOf(talk), 3));
        QCOMPARE(page->left().turn(), TurnId(2));
        QCOMPARE(page->right().turn(), TurnId(3));
        auto* choice = page->left().findChild<QComboBox*>();
        QVERIFY(!choice->isHidden());
        QCOMPARE(choice->currentText(), u"2 of 3 — m"_s);
        QTest::keyClick(choice, Qt::Key_Up);
        QCOMPARE(textOf(page->left()), u"one?\n\nfirst"_s);
        // The one that stands there already: they change places.
        page->left().chosen(3);
        QCOMPARE(page->left().turn(), TurnId(3));
        QCOMPARE(page->right().turn(), TurnId(1));
    }

    void anAnswerGrowsWhileItIsCompared()
    {
        Talk talk;
        talk.exchange("one?", "first");
        talk.talk().retry(1, Talk::settings());
        QVERIFY(talk.waitForRequests(2));
        talk.engine().text("sec");
        Shown<ComparePage> page;
        QVERIFY(page->open(sharedOf(talk), 2));
        QTRY_COMPARE(textOf(page->right()), u"one?\n\nsec"_s);
        talk.engine().text("ond");
        QTRY_COMPARE(textOf(page->right()), u"one?\n\nsecond"_s);
        QVERIFY(page->right().facts().contains(u"is being answered"));
        talk.talk().stop();
        QTRY_VERIFY(page->right().facts().contains(u"interrupted"));
        QCOMPARE(textOf(page->left()), u"one?\n\nfirst"_s);
    }

    void oneIsGoneOnWith()
    {
        Talk talk;
        talk.exchange("one?", "first");
        retry(talk, 1, Thinking::Disabled, "second");
        Shown<ComparePage> page;
        const QSignalSpy closed(page.operator->(), &ComparePage::closeAsked);
        QVERIFY(page->open(sharedOf(talk), 2));
        page->left().findChild<QPushButton*>()->click();
        QCOMPARE(talk.talk().branch(), Turns{1});
        QCOMPARE(closed.count(), 1);
        QVERIFY(page->open(sharedOf(talk), 2));
        QTest::keyClick(page.operator->(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 2);
        QCOMPARE(talk.talk().branch(), Turns{1});
    }

    void whatIsRemovedIsComparedNoMore()
    {
        Talk talk;
        talk.exchange("one?", "first");
        retry(talk, 1, Thinking::Disabled, "second");
        retry(talk, 1, Thinking::Disabled, "third");
        Shown<ComparePage> page;
        const QSignalSpy closed(page.operator->(), &ComparePage::closeAsked);
        QVERIFY(page->open(sharedOf(talk), 3));
        talk.talk().remove(3);
        QCOMPARE(page->left().turn(), TurnId(2));
        QCOMPARE(page->right().turn(), TurnId(1));
        talk.talk().remove(2);
        QCOMPARE(closed.count(), 1);
    }

    void aPageThatIsHiddenLetsGo()
    {
        Talk talk;
        talk.exchange("one?", "first");
        retry(talk, 1, Thinking::Disabled, "second");
        Shown<ComparePage> page;
        auto conversation = sharedOf(talk);
        const std::weak_ptr<Conversation> held = conversation;
        QVERIFY(page->open(std::move(conversation), 2));
        QVERIFY(!held.expired());
        page->hide();
        QVERIFY(held.expired());
    }

    void nothingCanBeAskedOfThem()
    {
        Talk talk;
        talk.exchange("one?", "first");
        retry(talk, 1, Thinking::Disabled, "second");
        Shown<ComparePage> page;
        QVERIFY(page->open(sharedOf(talk), 2));
        settle(page->left().view());
        const ui::ShownTurn* shown = page->left().view().stage().story().turn(1);
        QVERIFY(ui::questionButtons(*shown).empty());
        QVERIFY(ui::noticeButtons(*shown, ui::Cause::Unknown).empty());
        QCOMPARE(ui::answerButtons(*shown).size(), std::size_t(1));
    }
};

std::unique_ptr<QObject> makeCompareTest()
{
    return std::make_unique<CompareTest>();
}

#include "tst_compare.moc"
