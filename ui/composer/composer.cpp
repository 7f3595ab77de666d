#include "ui/composer/composer.h"

#include "ui/composer/chip_row.h"
#include "ui/composer/estimate.h"
#include "ui/composer/preset_line.h"
#include "ui/composer/queue_list.h"
#include "ui/composer/send_button.h"
#include "ui/composer/thinking_switch.h"
#include "ui/widgets/escape.h"
#include "ui/widgets/focus_handover.h"
#include "ui/widgets/icon_button.h"

#include <QDate>
#include <QKeyEvent>
#include <QMimeData>
#include <QPointer>
#include <QThreadPool>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

using draft::LeakPolicy;
using workspace::TrayId;

constexpr std::chrono::milliseconds kDraftPause{300};
constexpr int kHeightPercent = 40; ///< of the window that the field may take

} // namespace

Composer::Composer(const Theme& theme, workspace::TrayShelf& trays, QWidget* parent)
    : QWidget(parent)
    , m_card(new ComposerCard(theme, this))
    , m_parts(m_card->parts())
    , m_trays(trays)
{
    setObjectName(u"composer"_s);
    setAccessibleName(tr("Question and what goes along"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    new FocusHandover(*this, *m_parts.edit);
    m_draftPause.setSingleShot(true);
    m_draftPause.setInterval(kDraftPause);
    connectParts();
    useTray({});
    refresh();
}

Composer::~Composer()
{
    keepDraft();
}

void Composer::connectParts()
{
    connect(m_parts.edit, &QPlainTextEdit::textChanged, this, [this] {
        m_now.questionLeaks.clear();
        m_draftPause.start();
        refreshButtons();
        refreshEstimate();
    });
    connect(m_parts.edit, &ComposerEdit::sendAsked, this,
            [this](SendWhen when) { when == SendWhen::Now ? steer() : send(); });
    connect(m_parts.edit, &ComposerEdit::stopAsked, this, &Composer::stop);
    connect(m_card, &ComposerCard::dropped, this, [this](const QMimeData* data) { take(*data); });
    connect(m_parts.edit, &ComposerEdit::brought, this, &Composer::takePasted);
    connect(m_parts.send, &QAbstractButton::clicked, this, &Composer::send);
    connect(m_parts.steer, &QAbstractButton::clicked, this, &Composer::steer);
    connect(m_parts.stop, &QAbstractButton::clicked, this, &Composer::stop);
    connect(&m_draftPause, &QTimer::timeout, this, &Composer::keepDraft);
    connect(m_parts.chips, &ChipRow::removeAsked, this, [this](TrayId id) { m_tray->remove(id); });
    connect(m_parts.chips, &ChipRow::openAsked, this, &Composer::openAsked);
    connect(m_parts.chips, &ChipRow::undoAsked, this, [this] { m_tray->undoRemove(); });
    connect(m_parts.chips, &ChipRow::nameAsked, this,
            [this](TrayId id) { m_tray->takeNameOnly(id); });
    connect(m_parts.chips, &ChipRow::emptied, this, &Composer::focusEdit);
    connect(m_parts.presets, &QAbstractButton::clicked, this, &Composer::openPresetMenu);
    connect(m_parts.preset, &PresetLine::removeAsked, this, [this] { choosePreset({}); });
    connect(m_parts.thinking, &ThinkingSwitch::chosen, this, &Composer::chooseThinking);
    connect(m_parts.queue, &QueueList::removeAsked, this,
            [this](int place) { m_conversation->unqueue(std::size_t(place)); });
    connect(m_parts.queue, &QueueList::sendNowAsked, this,
            [this](int place) { m_conversation->steer(std::size_t(place)); });
    connect(m_parts.queue, &QueueList::earlierAsked, this,
            [this](int place) { m_conversation->askEarlier(std::size_t(place)); });
    connect(m_parts.queue, &QueueList::editAsked, this,
            [this](int place) { editQueued(std::size_t(place)); });
}

void Composer::useTray(const session::SessionId& id)
{
    if (m_tray != nullptr)
        disconnect(m_tray, nullptr, this, nullptr);
    m_tray = &m_trays.of(id);
    if (m_engine)
        m_tray->setEngine(*m_engine, 0);
    connect(m_tray, &workspace::Tray::changed, this, &Composer::refresh);
    Q_EMIT trayChanged();
}

void Composer::setConversation(std::shared_ptr<workspace::Conversation> conversation)
{
    if (conversation == m_conversation)
        return;
    keepDraft();
    // Typed while the first session was still being made.
    const QString typed = m_conversation ? QString() : m_parts.edit->toPlainText();
    if (m_conversation)
        disconnect(m_conversation.get(), nullptr, this, nullptr);
    m_conversation = std::move(conversation);
    m_now.isWaiting = false;
    m_carried = nullptr;
    m_now.policy = LeakPolicy::Block;
    m_now.questionLeaks.clear();
    m_now.address.clear();
    useTray(m_conversation ? m_conversation->session().id : session::SessionId());
    showDraft(m_conversation ? m_conversation->session().desk.draft : std::string());
    if (m_conversation && !typed.isEmpty() && m_parts.edit->toPlainText().isEmpty()) {
        m_parts.edit->replaceText(typed);
        keepDraft();
    }
    if (m_conversation) {
        using workspace::Conversation;
        m_parts.thinking->setMode(m_conversation->session().settings.request.thinking);
        connect(m_conversation.get(), &Conversation::runningChanged, this, &Composer::refresh);
        connect(m_conversation.get(), &Conversation::queueChanged, this, &Composer::refreshQueue);
        connect(m_conversation.get(), &Conversation::turnEnded, this, &Composer::refreshEstimate);
        connect(m_conversation.get(), &Conversation::branchChanged, this,
                &Composer::refreshEstimate);
        connect(m_conversation.get(), &Conversation::changed, this, &Composer::followSession);
    }
    refreshQueue();
    refresh();
}

void Composer::setEngine(const workspace::EngineChoice* engine)
{
    m_engine = engine != nullptr ? std::optional(*engine) : std::nullopt;
    m_parts.thinking->setEngine(engine);
    if (m_engine)
        m_tray->setEngine(*m_engine, 0);
    m_now.policy = LeakPolicy::Block; // who allowed it, allowed it for another place
    m_now.questionLeaks.clear();
    refresh();
}

void Composer::setReadOnly(const QString& why)
{
    m_now.readOnly = why;
    refresh();
}

void Composer::setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer)
{
    m_trays.setTokenizer(std::move(tokenizer));
}

void Composer::setMayFetch(bool mayFetch)
{
    m_trays.setMayFetch(mayFetch);
}

void Composer::setSendKey(SendKey key)
{
    m_parts.edit->setSendKey(key);
}

bool Composer::take(const QMimeData& data)
{
    if (!canTake(data))
        return false;
    const Pasted pasted = pastedFrom(data);
    take(pasted);
    return !pasted.isEmpty();
}

void Composer::take(const Pasted& pasted)
{
    if (!pasted.text.isEmpty() && !pasted.isLongText())
        m_parts.edit->insertPlainText(pasted.text);
    takePasted(pasted);
}

void Composer::takePasted(const Pasted& pasted)
{
    for (const QString& place : pasted.places)
        m_tray->add(place.toStdString());
    if (!pasted.picture.isEmpty())
        m_tray->addBytes(tr("picture").toStdString(), pasted.pictureType.toStdString(),
                         pasted.picture.toStdString());
    if (!pasted.pixels.isNull())
        takePixels(pasted.pixels);
    if (pasted.isLongText())
        m_tray->addText(tr("pasted text").toStdString(), pasted.text.toStdString());
    if (!pasted.addresses.isEmpty())
        m_now.address = pasted.addresses.front();
    else if (looksLikeRepository(pasted.text))
        m_now.address = pasted.text.trimmed();
    refresh();
}

/// Packed beside the window, which a large picture would hold up.
void Composer::takePixels(const QImage& pixels)
{
    QThreadPool::globalInstance()->start([pixels, door = m_inbox.door(), tray = QPointer(m_tray)] {
        door([tray, bytes = packedPicture(pixels).toStdString()]() mutable {
            if (!tray.isNull())
                tray->addBytes(tr("picture").toStdString(), "image/png", std::move(bytes));
        });
    });
}

void Composer::focusEdit()
{
    m_parts.edit->setFocus(Qt::OtherFocusReason);
}

void Composer::quote(const QString& quoted)
{
    QString text = m_parts.edit->toPlainText();
    if (!text.isEmpty() && !text.endsWith(u'\n'))
        text += u'\n';
    m_parts.edit->replaceText(text + quoted + u'\n');
    focusEdit();
}

void Composer::cycleThinking()
{
    m_parts.thinking->cycle();
}

void Composer::chooseThinking(session::Thinking mode)
{
    if (!m_conversation)
        return;
    auto settings = m_conversation->session().settings;
    settings.request.thinking = mode;
    m_conversation->configure(std::move(settings));
}

void Composer::showDraft(const std::string& draft)
{
    m_draft = draft;
    m_parts.edit->setPlainText(QString::fromStdString(draft));
    m_parts.edit->moveCursor(QTextCursor::End);
    m_draftPause.stop();
}

/// What was not written here is not kept from here: another window may have written more.
void Composer::keepDraft()
{
    auto draft = m_parts.edit->toPlainText().toStdString();
    if (!m_conversation || !m_now.readOnly.isEmpty() || draft == m_draft)
        return;
    m_draft = std::move(draft);
    m_conversation->keepDraft(m_draft);
}

/// Somebody else may have written: what is being written here stays, and is the last word.
void Composer::followSession()
{
    const session::Session& session = m_conversation->session();
    m_parts.thinking->setMode(session.settings.request.thinking);
    refreshPreset();
    const bool isWrittenHere = m_parts.edit->toPlainText().toStdString() != m_draft;
    if (session.desk.draft != m_draft && !isWrittenHere)
        showDraft(session.desk.draft);
}

bool Composer::hasQuestion() const
{
    return !m_parts.edit->toPlainText().trimmed().isEmpty() || !m_tray->items().empty()
        || m_carried;
}

bool Composer::isRemote() const
{
    return m_engine && !m_engine->isLocal()
        && m_engine->label.place != endpoint::Place::ThisMachine;
}

bool Composer::isBlocked() const
{
    return !m_conversation || m_now.isBlocking();
}

void Composer::keyPressEvent(QKeyEvent* event)
{
    const bool isCycle = event->key() == Qt::Key_T
        && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (isCycle)
        return cycleThinking();
    if (event->key() == Qt::Key_Escape && stop())
        return;
    QWidget::keyPressEvent(event);
}

bool Composer::event(QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        m_parts.edit->setMostHeight(window()->height() * kHeightPercent / 100);
    // Else the window does with it what is next: closes a pane, a notice, stops the answer.
    if (m_now.isWaiting && claimsEscape(*event))
        return true;
    return QWidget::event(event);
}

} // namespace tf::ui
