#include "ui/shell/session_page.h"

#include "app/workspace/export.h"
#include "ui/composer/composer.h"
#include "ui/shell/turn_editor.h"
#include "ui/transcript/conversation_link.h"
#include "ui/transcript/conversation_pane.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr int kComposerWidth = 900;

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

SessionPage::SessionPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_pane(new ConversationPane(theme, this))
    , m_editor(new TurnEditor(theme, this))
    , m_composer(new Composer(theme, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pane, 1);
    column->addWidget(m_editor);
    column->addWidget(makeComposerRow(theme));
    m_pane->setObjectName(QStringLiteral("conversation"));
    setFocusProxy(m_composer);
    connectView();
    connect(m_editor, &TurnEditor::askAgain, this, [this](session::TurnId id, const QString& text) {
        m_conversation->edit(id, text.toStdString());
    });
    connect(m_editor, &TurnEditor::closed, m_composer, &Composer::focusEdit);
}

SessionPage::~SessionPage() = default;

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
    m_conversation = std::move(conversation);
    m_pane->setConversation(m_conversation);
    m_composer->setConversation(m_conversation);
}

void SessionPage::setEngine(const workspace::EngineChoice* engine)
{
    m_engine = engine;
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
    TranscriptView& view = m_pane->view();
    connect(&view, &TranscriptView::linkAsked, this,
            [](const QUrl& link) { QDesktopServices::openUrl(link); });
    connect(&view, &TranscriptView::editAsked, this, &SessionPage::edit);
    connect(&view, &TranscriptView::saveCodeAsked, this, &SessionPage::saveCode);
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

void SessionPage::stop()
{
    if (m_conversation)
        m_conversation->stop();
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
