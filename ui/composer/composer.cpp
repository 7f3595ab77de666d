#include "ui/composer/composer.h"

#include "app/workspace/tray/enclosing.h"
#include "app/workspace/tray/tray_limits.h"
#include "ui/composer/chip_row.h"
#include "ui/composer/estimate.h"
#include "ui/composer/queue_list.h"
#include "ui/composer/send_button.h"
#include "ui/composer/thinking_switch.h"

#include <QDate>
#include <QKeyEvent>
#include <QMimeData>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

using draft::LeakPolicy;
using workspace::TrayId;

constexpr std::chrono::milliseconds kDraftPause{300};
constexpr int kHeightPercent = 40; ///< of the window that the field may take

} // namespace

Composer::Composer(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_card(new ComposerCard(theme, this))
    , m_parts(m_card->parts())
{
    setObjectName(u"composer"_s);
    setAccessibleName(tr("Question and what goes along"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    setFocusProxy(m_parts.edit);
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
    connect(m_parts.edit, &ComposerEdit::sendAsked, this, &Composer::send);
    connect(m_parts.edit, &ComposerEdit::stopAsked, this, &Composer::stop);
    connect(m_card, &ComposerCard::dropped, this, [this](const QMimeData* data) { take(*data); });
    connect(m_parts.edit, &ComposerEdit::brought, this, &Composer::takePasted);
    connect(m_parts.send, &QAbstractButton::clicked, this, &Composer::send);
    connect(m_parts.stop, &QAbstractButton::clicked, this, &Composer::stop);
    connect(&m_draftPause, &QTimer::timeout, this, &Composer::keepDraft);
    connect(m_parts.chips, &ChipRow::removeAsked, this, [this](TrayId id) { m_tray->remove(id); });
    connect(m_parts.chips, &ChipRow::undoAsked, this, [this] { m_tray->undoRemove(); });
    connect(m_parts.chips, &ChipRow::nameAsked, this,
            [this](TrayId id) { m_tray->takeNameOnly(id); });
    connect(m_parts.chips, &ChipRow::emptied, this, &Composer::focusEdit);
    connect(m_parts.thinking, &ThinkingSwitch::chosen, this, &Composer::chooseThinking);
    connect(m_parts.queue, &QueueList::removeAsked, this,
            [this](int place) { m_conversation->unqueue(std::size_t(place)); });
    connect(m_parts.queue, &QueueList::sendNowAsked, this,
            [this](int place) { m_conversation->steer(std::size_t(place)); });
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
}

void Composer::setConversation(std::shared_ptr<workspace::Conversation> conversation)
{
    if (conversation == m_conversation)
        return;
    keepDraft();
    if (m_conversation)
        disconnect(m_conversation.get(), nullptr, this, nullptr);
    m_conversation = std::move(conversation);
    m_now.isWaiting = false;
    m_carried = nullptr;
    m_now.policy = LeakPolicy::Block;
    m_now.questionLeaks.clear();
    m_now.address.clear();
    useTray(m_conversation ? m_conversation->session().id : session::SessionId());
    const QString draft =
        m_conversation ? QString::fromStdString(m_conversation->session().desk.draft) : QString();
    m_parts.edit->setPlainText(draft);
    m_parts.edit->moveCursor(QTextCursor::End);
    m_draftPause.stop();
    if (m_conversation) {
        using workspace::Conversation;
        m_parts.thinking->setMode(m_conversation->session().settings.request.thinking);
        connect(m_conversation.get(), &Conversation::runningChanged, this, &Composer::refresh);
        connect(m_conversation.get(), &Conversation::queueChanged, this, &Composer::refreshQueue);
        connect(m_conversation.get(), &Conversation::turnEnded, this, &Composer::refreshEstimate);
        connect(m_conversation.get(), &Conversation::branchChanged, this,
                &Composer::refreshEstimate);
        connect(m_conversation.get(), &Conversation::changed, this, [this] {
            m_parts.thinking->setMode(m_conversation->session().settings.request.thinking);
        });
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
    if (!pasted.text.isEmpty() && !pasted.isLongText())
        m_parts.edit->insertPlainText(pasted.text);
    takePasted(pasted);
    return !pasted.isEmpty();
}

void Composer::takePasted(const Pasted& pasted)
{
    for (const QString& place : pasted.places)
        m_tray->add(place.toStdString());
    if (!pasted.picture.isEmpty())
        m_tray->addBytes(tr("picture").toStdString(), pasted.pictureType.toStdString(),
                         pasted.picture.toStdString());
    if (pasted.isLongText())
        m_tray->addText(tr("pasted text").toStdString(), pasted.text.toStdString());
    if (!pasted.addresses.isEmpty())
        m_now.address = pasted.addresses.front();
    else if (looksLikeRepository(pasted.text))
        m_now.address = pasted.text.trimmed();
    refresh();
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

void Composer::keepDraft()
{
    const auto draft = m_parts.edit->toPlainText().toStdString();
    if (m_conversation && m_now.readOnly.isEmpty() && m_conversation->session().desk.draft != draft)
        m_conversation->keepDraft(draft);
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

QString Composer::whatIsAwaited() const
{
    if (!m_engine)
        return tr("No engine is chosen. What you send waits until there is one.");
    if (!m_engine->problem.empty())
        return tr("%1 What you send waits until then.")
            .arg(QString::fromStdString(m_engine->problem));
    if (m_tray->verdict().isReading)
        return tr("What goes along is still being read.");
    return {};
}

void Composer::send()
{
    if (!hasQuestion() || isBlocked())
        return;
    m_now.isWaiting = !whatIsAwaited().isEmpty();
    if (m_now.isWaiting)
        return refresh();
    if (isRemote() && m_now.policy == LeakPolicy::Block)
        m_now.questionLeaks = workspace::questionLeaks(m_parts.edit->toPlainText().toStdString());
    if (!m_now.questionLeaks.empty() && m_now.policy == LeakPolicy::Block)
        return refresh();
    sendNow();
}

std::shared_ptr<const workspace::Enclosure> Composer::enclosure() const
{
    if (m_tray->items().empty())
        return m_carried;
    auto laid = m_tray->enclosure(isRemote() ? m_now.policy : LeakPolicy::Open);
    return laid && m_carried ? workspace::joined(*m_carried, *laid) : laid;
}

void Composer::sendNow()
{
    workspace::Ask ask;
    ask.text = m_parts.edit->toPlainText().toStdString();
    ask.enclosure = enclosure();
    if (!ask.enclosure && !m_tray->items().empty())
        return refresh();
    ask.settings = m_conversation->session().settings.request;
    ask.settings.endpoint = m_engine->name;
    ask.settings.model = m_engine->model;
    ask.settings.thinking = m_parts.thinking->mode();
    ask.policy = isRemote() ? m_now.policy : LeakPolicy::Open;
    clearQuestion();
    m_conversation->ask(std::move(ask));
}

void Composer::clearQuestion()
{
    m_now.isWaiting = false;
    m_now.policy = LeakPolicy::Block;
    m_carried = nullptr;
    m_now.address.clear();
    m_now.questionLeaks.clear();
    m_parts.edit->replaceText({});
    m_tray->clear();
    keepDraft();
    refresh();
}

void Composer::stop()
{
    if (std::exchange(m_now.isWaiting, false))
        return refresh();
    if (m_conversation && m_conversation->running())
        m_conversation->stop();
}

/// What stands in the field goes below it, nothing is lost.
void Composer::editQueued(std::size_t place)
{
    const auto& queue = m_conversation->queue();
    if (place >= queue.size())
        return;
    const workspace::Ask ask = queue[place];
    m_conversation->unqueue(place);
    QString text = QString::fromStdString(ask.text);
    if (const QString written = m_parts.edit->toPlainText(); !written.isEmpty())
        text += u'\n' + written;
    m_parts.edit->replaceText(text);
    if (ask.enclosure)
        m_carried = m_carried ? workspace::joined(*m_carried, *ask.enclosure) : ask.enclosure;
    refresh();
    focusEdit();
}

void Composer::keyPressEvent(QKeyEvent* event)
{
    const bool isCycle = event->key() == Qt::Key_T
        && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (isCycle)
        return cycleThinking();
    if (event->key() == Qt::Key_Escape)
        return stop();
    QWidget::keyPressEvent(event);
}

bool Composer::event(QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        m_parts.edit->setMostHeight(window()->height() * kHeightPercent / 100);
    return QWidget::event(event);
}

} // namespace tf::ui
