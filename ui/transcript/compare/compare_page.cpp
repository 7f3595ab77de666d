#include "ui/transcript/compare/compare_page.h"

#include "ui/transcript/compare/compare_side.h"
#include "ui/transcript/compare/synced_scrolling.h"
#include "ui/transcript/conversation_link.h"
#include "ui/widgets/focus_handover.h"
#include "ui/widgets/split_handle.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kLeastSideBySide = 640; // narrower than that they stand above each other

using Turns = std::vector<session::TurnId>;

bool holds(const Turns& turns, session::TurnId turn)
{
    return std::find(turns.begin(), turns.end(), turn) != turns.end();
}

/// What can be compared: `turn` itself may have been removed.
Turns choicesBeside(const workspace::Conversation& conversation, session::TurnId turn)
{
    Turns choices = conversation.siblings(turn);
    std::erase_if(choices, [&](session::TurnId id) {
        const session::Turn* found = conversation.turn(id);
        return found == nullptr || found->removed;
    });
    return choices;
}

} // namespace

session::TurnId lastFork(const workspace::Conversation& conversation)
{
    const Turns& branch = conversation.branch();
    const auto fork = std::find_if(branch.rbegin(), branch.rend(), [&](session::TurnId id) {
        return choicesBeside(conversation, id).size() > 1;
    });
    return fork == branch.rend() ? session::kNoTurn : *fork;
}

ComparePage::ComparePage(const Theme& theme, QWidget* parent)
    : Pane(theme, Token::Window, tr("Compare branches"), parent)
    , m_sides(new PaneSplitter(theme, this))
    , m_left(new CompareSide(theme, m_sides))
    , m_right(new CompareSide(theme, m_sides))
    , m_scrolling(std::make_unique<SyncedScrolling>(m_left->view(), m_right->view()))
{
    addHeader(Icon::Close, tr("Close comparison (Esc)"));
    m_sides->addWidget(m_left);
    m_sides->addWidget(m_right);
    m_sides->setChildrenCollapsible(false);
    addPart(m_sides, 1);
    new FocusHandover(*this, m_left->view());
    connectSide(*m_left, *m_right);
    connectSide(*m_right, *m_left);
    connect(this, &Pane::hideAsked, this, &ComparePage::close);
}

ComparePage::~ComparePage()
{
    // What one side says while the other goes is no longer heard.
    m_left->disconnect(this);
    m_right->disconnect(this);
}

void ComparePage::connectSide(CompareSide& side, CompareSide& other)
{
    connect(&side, &CompareSide::chosen, this,
            [this, &side, &other](session::TurnId turn) { choose(side, other, turn); });
    connect(&side, &CompareSide::goOnAsked, this, &ComparePage::goOn);
    connect(&side, &CompareSide::headChanged, this, &ComparePage::alignHeads);
    const TranscriptView& view = side.view();
    connect(&view, &TranscriptView::linkAsked, this, &ComparePage::linkAsked);
    connect(&view, &TranscriptView::saveCodeAsked, this, &ComparePage::saveCodeAsked);
    connect(&view, &TranscriptView::copyMarkdownAsked, this, [this](session::TurnId id) {
        if (const session::Turn* turn = m_conversation ? m_conversation->turn(id) : nullptr)
            QGuiApplication::clipboard()->setText(QString::fromStdString(answerOf(*turn)));
    });
}

bool ComparePage::open(std::shared_ptr<workspace::Conversation> conversation, session::TurnId turn)
{
    const Turns choices = choicesBeside(*conversation, turn);
    const auto here = std::find(choices.begin(), choices.end(), turn);
    if (choices.size() < 2 || here == choices.end())
        return false;
    letGo();
    m_conversation = std::move(conversation);
    m_turn = turn;
    connect(m_conversation.get(), &workspace::Conversation::branchChanged, this,
            &ComparePage::lookAgain);
    if (here == choices.begin())
        show(turn, *(here + 1));
    else
        show(*(here - 1), turn);
    return true;
}

void ComparePage::show(session::TurnId left, session::TurnId right)
{
    const Turns choices = choicesBeside(*m_conversation, m_turn);
    m_left->show(m_conversation, choices, left);
    m_right->show(m_conversation, choices, right);
}

/// Side by side, equal first rows stand at equal heights.
void ComparePage::alignHeads()
{
    const bool isBeside = m_sides->orientation() == Qt::Horizontal;
    const int height = isBeside ? std::max(m_left->headNeeded(), m_right->headNeeded()) : 0;
    m_left->setHeadHeight(height);
    m_right->setHeadHeight(height);
}

void ComparePage::choose(CompareSide& side, CompareSide& other, session::TurnId turn)
{
    const session::TurnId before = side.turn();
    const session::TurnId beside = other.turn() == turn ? before : other.turn();
    const bool isLeft = &side == m_left;
    show(isLeft ? turn : beside, isLeft ? beside : turn);
}

void ComparePage::goOn(session::TurnId turn)
{
    m_conversation->show(turn);
    close();
}

void ComparePage::lookAgain()
{
    const Turns choices = choicesBeside(*m_conversation, m_turn);
    if (choices.size() < 2)
        return close();
    session::TurnId left = m_left->turn();
    session::TurnId right = m_right->turn();
    const auto another = [&choices](session::TurnId but) {
        return choices.front() == but ? choices.back() : choices.front();
    };
    if (!holds(choices, left))
        left = another(right);
    if (!holds(choices, right))
        right = another(left);
    show(left, right);
}

void ComparePage::letGo()
{
    if (m_conversation == nullptr)
        return;
    disconnect(m_conversation.get(), nullptr, this, nullptr);
    m_left->show(nullptr, {}, session::kNoTurn);
    m_right->show(nullptr, {}, session::kNoTurn);
    m_conversation.reset();
}

void ComparePage::close()
{
    letGo();
    Q_EMIT closeAsked();
}

void ComparePage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    Pane::keyPressEvent(event);
}

void ComparePage::hideEvent(QHideEvent* event)
{
    Pane::hideEvent(event);
    if (isHidden()) // and not a window around it
        letGo();
}

void ComparePage::resizeEvent(QResizeEvent* event)
{
    Pane::resizeEvent(event);
    const bool isNarrow = width() < theme().px(kLeastSideBySide);
    m_sides->setOrientation(isNarrow ? Qt::Vertical : Qt::Horizontal);
    alignHeads();
}

} // namespace tf::ui
