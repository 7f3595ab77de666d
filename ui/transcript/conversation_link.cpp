#include "ui/transcript/conversation_link.h"

#include "ui/transcript/retry_ways.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

TurnSource sourceOf(const std::shared_ptr<workspace::Conversation>& conversation,
                    const EngineList& engines, MediaLook media,
                    std::shared_ptr<const CitationLook> citations)
{
    return {
        .branch = [conversation] { return conversation->branch(); },
        .turn = [conversation](session::TurnId id) { return conversation->turn(id); },
        .siblings = [conversation](session::TurnId id) { return conversation->siblings(id); },
        .running = [conversation]() -> const workspace::Running* {
            return conversation->running() ? &*conversation->running() : nullptr;
        },
        .trouble = [conversation](session::TurnId id) { return conversation->troubleOf(id); },
        .engines = engines,
        .media = std::move(media),
        .citations = std::move(citations),
    };
}

} // namespace

std::string answerOf(const session::Turn& turn)
{
    std::string answer;
    for (const session::Part& part : turn.parts) {
        if (part.kind == session::PartKind::Text)
            answer += part.text;
    }
    return answer;
}

QString quoted(const QString& markdown)
{
    QStringList lines = markdown.split(u'\n');
    while (lines.size() > 1 && lines.back().isEmpty())
        lines.removeLast();
    for (QString& line : lines)
        line.prepend(u"> "_s);
    return lines.join(u'\n');
}

ConversationLink::ConversationLink(TranscriptView& view,
                                   std::shared_ptr<workspace::Conversation> conversation,
                                   EngineList engines, MediaLook media,
                                   std::shared_ptr<const CitationLook> citations)
    : m_view(view)
    , m_conversation(std::move(conversation))
    , m_engines(std::move(engines))
{
    m_view.setSource(sourceOf(m_conversation, m_engines, std::move(media), std::move(citations)));
    joinSignals();
    joinActions();
}

ConversationLink::~ConversationLink()
{
    TurnSource nothing;
    nothing.branch = [] { return std::vector<session::TurnId>(); };
    m_view.setSource(std::move(nothing));
}

void ConversationLink::joinSignals()
{
    using workspace::Conversation;
    const Conversation* from = m_conversation.get();
    connect(from, &Conversation::branchChanged, this, [this] {
        m_view.showBranch();
        Q_EMIT branchChanged();
    });
    connect(from, &Conversation::turnGrew, &m_view, &TranscriptView::growTurn);
    connect(from, &Conversation::turnRewritten, &m_view, &TranscriptView::rewriteTurn);
    connect(from, &Conversation::turnEnded, &m_view, &TranscriptView::endTurn);
    connect(from, &Conversation::runningChanged, &m_view, &TranscriptView::showRunning);
    connect(from, &Conversation::troubled, this, [this](const workspace::Trouble& trouble) {
        if (trouble.turn == session::kNoTurn)
            return;
        if (trouble.of == workspace::Trouble::Of::Keeping)
            m_unkept = trouble.turn;
        m_view.endTurn(trouble.turn);
    });
    connect(from, &Conversation::kept, this, [this] {
        if (const session::TurnId kept = std::exchange(m_unkept, session::kNoTurn))
            m_view.endTurn(kept);
    });
}

void ConversationLink::openRetryMenu(session::TurnId id, const QPoint& place)
{
    const session::Turn* turn = m_conversation->turn(id);
    if (turn == nullptr)
        return;
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    RetryWays::of(turn->question.settings,
                  m_engines ? m_engines() : std::span<const workspace::EngineChoice>())
        .fill(*menu, [here = QPointer(this), id](const session::RequestSettings& settings) {
            if (here != nullptr)
                here->m_conversation->retry(id, settings);
        });
    menu->popup(place);
}

void ConversationLink::joinActions()
{
    connect(&m_view, &TranscriptView::retryAsked, this, [this](session::TurnId id) {
        if (const session::Turn* turn = m_conversation->turn(id))
            m_conversation->retry(id, turn->question.settings);
    });
    connect(&m_view, &TranscriptView::retryOtherAsked, this, &ConversationLink::openRetryMenu);
    connect(&m_view, &TranscriptView::branchAsked, this,
            [this](session::TurnId id) { m_conversation->branchAt(id); });
    connect(&m_view, &TranscriptView::continueAsked, this,
            [this](session::TurnId id) { m_conversation->resume(id); });
    connect(&m_view, &TranscriptView::removeAsked, this,
            [this](session::TurnId id) { m_conversation->remove(id); });
    connect(&m_view, &TranscriptView::siblingAsked, this,
            [this](session::TurnId id) { m_conversation->show(id); });
    connect(&m_view, &TranscriptView::copyMarkdownAsked, this, &ConversationLink::copyMarkdown);
    connect(&m_view, &TranscriptView::quoteAsked, this,
            [this](const QString& markdown) { Q_EMIT quoteAsked(quoted(markdown)); });
    connect(&m_view, &TranscriptView::quoteTurnAsked, this, [this](session::TurnId id) {
        if (const session::Turn* turn = m_conversation->turn(id))
            Q_EMIT quoteAsked(quoted(QString::fromStdString(answerOf(*turn))));
    });
}

void ConversationLink::copyMarkdown(session::TurnId id)
{
    if (const session::Turn* turn = m_conversation->turn(id))
        QGuiApplication::clipboard()->setText(QString::fromStdString(answerOf(*turn)));
}

} // namespace tf::ui
