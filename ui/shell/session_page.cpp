#include "ui/shell/session_page.h"

#include "app/workspace/desk_view.h"
#include "app/workspace/export.h"
#include "ui/composer/composer.h"
#include "ui/composer/estimate.h"
#include "ui/shell/drop_overlay.h"
#include "ui/shell/turn_editor.h"
#include "ui/transcript/conversation_link.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/view/transcript_view.h"
#include "ui/widgets/focus_handover.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr int kComposerWidth = 900;
/// By then the turn that was read last is laid out, or is not there any more.
constexpr std::chrono::milliseconds kReadingPatience{1000};

/// The last fenced block of a Markdown text.
QString lastCodeIn(const QString& text)
{
    QString last;
    QString code;
    QString fence;
    for (const QString& line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (fence.isEmpty()
            && (trimmed.startsWith(QStringLiteral("```"))
                || trimmed.startsWith(QStringLiteral("~~~")))) {
            fence = trimmed.left(3);
            code.clear();
        } else if (!fence.isEmpty() && trimmed.startsWith(fence)) {
            fence.clear();
            last = code;
        } else if (!fence.isEmpty()) {
            code += line + u'\n';
        }
    }
    return fence.isEmpty() ? last : code;
}

} // namespace

SessionPage::SessionPage(const Theme& theme, workspace::TrayShelf& trays, QWidget* parent)
    : QWidget(parent)
    , m_pane(new ConversationPane(theme, this))
    , m_editor(new TurnEditor(theme, this))
    , m_composer(new Composer(theme, trays, this))
    , m_overlay(new DropOverlay(theme, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pane, 1);
    column->addWidget(m_editor);
    column->addWidget(makeComposerRow(theme));
    m_pane->setObjectName(QStringLiteral("conversation"));
    new FocusHandover(*this, *m_composer);
    connectView();
    for (QObject* target : {static_cast<QObject*>(m_pane),
                            static_cast<QObject*>(m_composer->findChild<ComposerCard*>())})
        target->installEventFilter(this);
    connect(m_editor, &TurnEditor::askAgain, this, [this](session::TurnId id, const QString& text) {
        m_conversation->edit(id, text.toStdString());
    });
    connect(m_editor, &TurnEditor::closed, m_composer, &Composer::focusEdit);
}

/// The view empties itself at its end, which is no reading.
SessionPage::~SessionPage()
{
    m_pane->view().disconnect(this);
    m_pane->view().verticalScrollBar()->disconnect(this);
}

/// Both the conversation and the composer take what is dropped; what is said of it covers them.
bool SessionPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::DragLeave)
        m_overlay->end();
    if (event->type() == QEvent::DragEnter) {
        const auto& drag = *static_cast<QDragEnterEvent*>(event);
        if (canTake(*drag.mimeData()))
            m_overlay->begin(*drag.mimeData(), m_conversation ? tokensBefore(*m_conversation) : 0);
        m_overlay->setModifiers(drag.modifiers());
    }
    if (event->type() == QEvent::DragMove)
        m_overlay->setModifiers(static_cast<QDragMoveEvent*>(event)->modifiers());
    if (event->type() == QEvent::Drop) {
        m_overlay->end();
        auto& drop = *static_cast<QDropEvent*>(event);
        if (drop.modifiers().testFlag(Qt::AltModifier)) {
            drop.setDropAction(Qt::CopyAction);
            drop.accept();
            Q_EMIT newAsked(pastedFrom(*drop.mimeData()));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// As wide as a line of prose wants it, with air around it.
QWidget* SessionPage::makeComposerRow(const Theme& theme)
{
    auto* strip = new QWidget(this);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(16, 8, 16, 12);
    m_composer->setMaximumWidth(theme.px(kComposerWidth));
    connect(&theme, &Theme::changed, m_composer,
            [this, &theme] { m_composer->setMaximumWidth(theme.px(kComposerWidth)); });
    row->addStretch(1);
    row->addWidget(m_composer, 1000);
    row->addStretch(1);
    return strip;
}

void SessionPage::showTalk(std::shared_ptr<workspace::Conversation> conversation)
{
    if (conversation == m_conversation)
        return;
    if (m_conversation)
        disconnect(m_conversation.get(), nullptr, this, nullptr);
    m_editor->hide();
    m_conversation = nullptr; // what the view shows in between is not kept
    m_pane->setConversation(conversation);
    m_composer->setConversation(conversation);
    m_conversation = std::move(conversation);
    m_toRead = session::kNoTurn;
    if (m_conversation)
        m_toRead = workspace::readDeskView(m_conversation->session().desk.view).reading;
    QMetaObject::invokeMethod(this, &SessionPage::showReading, Qt::QueuedConnection);
    m_reading.start();
}

/// Where it was read last; at its end if it was read to there. A long session is laid out bit by
/// bit, so this is tried until the turn is there.
void SessionPage::showReading()
{
    if (m_toRead == session::kNoTurn)
        return;
    TranscriptView& view = m_pane->view();
    view.showTurn(m_toRead);
    if (view.reading() == m_toRead)
        m_toRead = session::kNoTurn;
}

void SessionPage::keepReading(session::TurnId id)
{
    const bool isShown = m_conversation && !m_conversation->branch().empty();
    if (!isShown || id == session::kNoTurn || m_toRead != session::kNoTurn)
        return;
    auto view = workspace::readDeskView(m_conversation->session().desk.view);
    view.reading = id == m_conversation->branch().back() ? session::kNoTurn : id;
    m_conversation->keepView(workspace::write(view));
}

void SessionPage::showFound(session::TurnId turn, const QString& words)
{
    if (!m_conversation)
        return;
    m_toRead = session::kNoTurn;
    m_conversation->show(turn);
    m_pane->showFound(turn, words);
}

void SessionPage::setEngine(const workspace::EngineChoice* engine)
{
    m_engine = engine;
    m_overlay->setEngine(engine);
    m_composer->setEngine(engine);
}

void SessionPage::connectView()
{
    connect(m_pane, &ConversationPane::dropped, this, [this](const QMimeData& data) {
        if (!m_composer->take(data))
            Q_EMIT told(tr("There is nothing in it that can go along with a question."), {});
        m_composer->focusEdit();
    });
    connect(m_pane, &ConversationPane::quoteAsked, m_composer, &Composer::quote);
    connect(m_pane, &ConversationPane::presetAsked, this, [this](const QString& id) {
        if (m_conversation)
            m_composer->choosePreset(id);
        else
            Q_EMIT beginAsked(id);
    });
    TranscriptView& view = m_pane->view();
    connect(&view, &TranscriptView::linkAsked, this,
            [](const QUrl& link) { QDesktopServices::openUrl(link); });
    connect(&view, &TranscriptView::editAsked, this, &SessionPage::edit);
    connect(&view, &TranscriptView::readingChanged, this, &SessionPage::keepReading);
    connect(view.verticalScrollBar(), &QScrollBar::rangeChanged, this, &SessionPage::showReading,
            Qt::QueuedConnection);
    m_reading.setSingleShot(true);
    m_reading.setInterval(kReadingPatience);
    connect(&m_reading, &QTimer::timeout, this, [this] { m_toRead = session::kNoTurn; });
    connect(&view, &TranscriptView::saveCodeAsked, this, &SessionPage::saveCode);
    connect(&view, &TranscriptView::branchAsked, m_composer, &Composer::focusEdit);
}

void SessionPage::edit(session::TurnId id)
{
    if (const session::Turn* turn = m_conversation->turn(id))
        m_editor->edit(id, QString::fromStdString(turn->question.text));
}

void SessionPage::editLastQuestion()
{
    if (m_conversation && !m_conversation->branch().empty())
        edit(m_conversation->branch().back());
}

void SessionPage::showSibling(int step)
{
    if (!m_conversation)
        return;
    const auto& branch = m_conversation->branch();
    // The last turn with siblings is the one that a user means.
    for (auto id = branch.rbegin(); id != branch.rend(); ++id) {
        const auto siblings = m_conversation->siblings(*id);
        if (siblings.size() < 2)
            continue;
        const auto here = std::find(siblings.begin(), siblings.end(), *id) - siblings.begin();
        const auto next = here + step;
        if (next >= 0 && next < static_cast<std::ptrdiff_t>(siblings.size()))
            m_conversation->show(siblings.at(static_cast<std::size_t>(next)));
        return;
    }
}

void SessionPage::setReadsParagraphs(bool on)
{
    m_pane->view().setReadsParagraphs(on);
}

void SessionPage::copyLastCode()
{
    if (!m_conversation)
        return;
    const auto& branch = m_conversation->branch();
    for (auto id = branch.rbegin(); id != branch.rend(); ++id) {
        const session::Turn* turn = m_conversation->turn(*id);
        const QString code =
            turn == nullptr ? QString() : lastCodeIn(QString::fromStdString(answerOf(*turn)));
        if (!code.isEmpty())
            return QGuiApplication::clipboard()->setText(code);
    }
    Q_EMIT told(tr("There is no code in this conversation to copy."), {});
}

void SessionPage::leaveField()
{
    QWidget* view = &m_pane->view();
    (view->isVisible() ? view : m_pane)->setFocus(Qt::OtherFocusReason);
}

bool SessionPage::stop()
{
    return m_composer->stop();
}

void SessionPage::saveCode(const QString& name, const QString& code)
{
    auto* dialog = new QFileDialog(this, tr("Save code as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, code](const QString& path) {
        if (const auto written = workspace::saveText(path.toStdString(), code.toStdString());
            !written)
            Q_EMIT told(tr("The code could not be saved to %1.").arg(path),
                        QString::fromStdString(written.error().text));
    });
    dialog->open();
}

} // namespace tf::ui
