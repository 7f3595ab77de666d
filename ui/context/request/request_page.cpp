#include "ui/context/request/request_page.h"

#include "app/workspace/tray/amount.h"
#include "ui/context/request/long_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_name.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tf::ui {

using workspace::RequestSight;

namespace {

constexpr int kRequestSide = 14;
constexpr int kPauseMs = 400;
constexpr int kSaidMs = 4000;
constexpr qsizetype kMostOfAQuestion = 40; ///< letters, in the list of turns

QString shown(const std::string& text)
{
    return plainName(QString::fromStdString(text));
}

QString headerWords(const RequestSight& sight)
{
    QStringList lines;
    for (const workspace::SightHeader& header : sight.headers)
        lines.append(QStringLiteral("%1: %2").arg(shown(header.name), shown(header.value)));
    return lines.join(u'\n');
}

QString sizeWordsOf(const RequestSight& sight)
{
    const QString bytes = QString::fromStdString(workspace::shownBytes(sight.bytes));
    if (!sight.tokens)
        return bytes;
    const QString tokens = QLocale().toString(qlonglong(*sight.tokens));
    return sight.quality == ingest::Quality::Exact
        ? RequestPage::tr("%1 · %2 tokens").arg(bytes, tokens)
        : RequestPage::tr("%1 · ≈ %2 tokens").arg(bytes, tokens);
}

} // namespace

RequestPage::RequestPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Request"));
    setObjectName(QStringLiteral("request"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kRequestSide, 2, kRequestSide, 10);
    column->setSpacing(8);
    column->addWidget(makeHead());
    m_stack = new QStackedWidget(this);
    m_text = new LongText(theme, m_stack);
    m_text->setAccessibleName(tr("The request"));
    m_nothing = makeEmptyState(theme, Icon::Send,
                               {tr("Nothing to send yet"),
                                tr("Write a question: what would be sent is shown here to the "
                                   "letter, without its key.")},
                               m_stack);
    m_waiting = makeEmptyState(theme, Icon::Send,
                               {tr("Putting it together …"), tr("As it would be sent.")}, m_stack);
    m_why = makeParagraph(theme, FontRole::Body, Token::DangerText, {}, m_stack);
    m_failed = new QWidget(m_stack);
    auto* failed = new QVBoxLayout(m_failed);
    failed->setContentsMargins(0, 8, 0, 0);
    failed->addWidget(m_why);
    failed->addStretch();
    for (QWidget* page : {m_nothing, m_waiting, m_failed, static_cast<QWidget*>(m_text)})
        m_stack->addWidget(page);
    column->addWidget(m_stack, 1);
    column->addWidget(makeButtons());
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RequestPage::look);
    m_saidAge.setSingleShot(true);
    m_saidAge.setInterval(kSaidMs);
    connect(&m_saidAge, &QTimer::timeout, m_said, &QWidget::hide);
    fillTurns();
    setSight(nullptr);
}

RequestPage::~RequestPage() = default;

QWidget* RequestPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_turns = new QComboBox(head);
    m_turns->setAccessibleName(tr("Which request"));
    m_turns->setToolTip(m_turns->accessibleName());
    m_turns->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_turns->setMinimumContentsLength(12);
    connect(m_turns, &QComboBox::activated, this,
            [this](int place) { showTurn(m_turns->itemData(place).toLongLong()); });
    m_address = makeParagraph(m_theme, FontRole::Strong, Token::Text, {}, head);
    m_headers = makeParagraph(m_theme, FontRole::Small, Token::TextMuted, {}, head);
    m_size = makeParagraph(m_theme, FontRole::Small, Token::TextMuted, {}, head);
    m_notes = makeParagraph(m_theme, FontRole::Small, Token::CautionText, {}, head);
    for (QWidget* part : {static_cast<QWidget*>(m_turns), static_cast<QWidget*>(m_address),
                          static_cast<QWidget*>(m_headers), static_cast<QWidget*>(m_size),
                          static_cast<QWidget*>(m_notes)})
        column->addWidget(part);
    return head;
}

QWidget* RequestPage::makeButtons()
{
    auto* block = new QWidget(this);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    m_said = makeParagraph(m_theme, FontRole::Small, Token::TextMuted, {}, block);
    m_said->hide();
    auto* row = new QHBoxLayout;
    m_copy = new QPushButton(tr("Copy"), block);
    m_copyCurl = new QPushButton(tr("Copy as curl"), block);
    m_copyCurl->setToolTip(tr("As a command, with $API_KEY where the key belongs"));
    m_copy->setToolTip(tr("The whole request, as it is shown"));
    row->addWidget(m_copy);
    row->addWidget(m_copyCurl);
    row->addStretch();
    column->addWidget(m_said);
    column->addLayout(row);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { copy(m_text->text(), tr("The request is copied.")); });
    connect(m_copyCurl, &QPushButton::clicked, this,
            [this] { copy(m_curl, tr("The command is copied; put your key for $API_KEY.")); });
    return block;
}

void RequestPage::copy(const QString& text, const QString& said)
{
    QGuiApplication::clipboard()->setText(text);
    m_said->setText(said);
    m_said->show();
    m_saidAge.start();
}

void RequestPage::setSources(session::Store& store, workspace::Engines& engines)
{
    m_look = std::make_unique<workspace::RequestLook>(store, engines);
    connect(m_look.get(), &workspace::RequestLook::changed, this, [this] {
        const auto& sight = m_look->sight();
        setSight(sight ? &*sight : nullptr);
    });
    connect(&engines, &workspace::Engines::changed, this, &RequestPage::becomesOther);
}

void RequestPage::setSession(workspace::Tray* tray,
                             std::shared_ptr<workspace::Conversation> conversation)
{
    if (m_tray)
        disconnect(m_tray, nullptr, this, nullptr);
    if (m_conversation)
        disconnect(m_conversation.get(), nullptr, this, nullptr);
    m_tray = tray;
    m_conversation = std::move(conversation);
    m_turn = session::kNoTurn;
    if (m_look)
        m_look->clear();
    if (m_tray)
        connect(m_tray, &workspace::Tray::changed, this, &RequestPage::becomesOther);
    if (m_conversation) {
        connect(m_conversation.get(), &workspace::Conversation::changed, this,
                &RequestPage::becomesOther);
        connect(m_conversation.get(), &workspace::Conversation::branchChanged, this, [this] {
            fillTurns();
            becomesOther();
        });
    }
    fillTurns();
    setSight(nullptr);
    becomesOther();
}

void RequestPage::setEngine(const workspace::EngineChoice* engine)
{
    m_engine = engine == nullptr ? std::nullopt : std::optional(*engine);
    becomesOther();
}

void RequestPage::fillTurns()
{
    m_turns->clear();
    m_turns->addItem(tr("What would be sent now"), qlonglong(session::kNoTurn));
    if (m_conversation) {
        const auto& branch = m_conversation->branch();
        for (auto id = branch.rbegin(); id != branch.rend(); ++id) {
            const session::Turn* turn = m_conversation->turn(*id);
            if (turn == nullptr)
                continue;
            QString question = shown(turn->question.text);
            if (question.size() > kMostOfAQuestion)
                question = question.left(kMostOfAQuestion - 1) + u'…';
            m_turns->addItem(tr("Sent: %1").arg(question), qlonglong(*id));
        }
    }
    m_turns->setCurrentIndex(std::max(0, m_turns->findData(qlonglong(m_turn))));
}

void RequestPage::showTurn(session::TurnId turn)
{
    m_turn = turn;
    m_turns->setCurrentIndex(std::max(0, m_turns->findData(qlonglong(turn))));
    look();
}

void RequestPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    becomesOther();
}

/// What nobody sees is not put together.
void RequestPage::becomesOther()
{
    if (isVisible() && m_turn == session::kNoTurn)
        m_pause.start();
}

void RequestPage::look()
{
    if (!m_look || !m_conversation)
        return setSight(nullptr);
    if (m_turn != session::kNoTurn)
        return m_look->lookAtTurn(*m_conversation, m_turn);
    lookAtNext();
}

/// As the question field would send it; what it would hold back is said in its place.
void RequestPage::lookAtNext()
{
    workspace::Ask ask;
    ask.text = m_conversation->session().desk.draft;
    ask.settings = m_conversation->session().settings.request;
    if (m_engine) {
        ask.settings.endpoint = m_engine->name;
        ask.settings.model = m_engine->model;
    }
    const bool isLaid = m_tray && !m_tray->items().empty();
    if (ask.text.empty() && !isLaid)
        return setSight(nullptr);
    if (isLaid) {
        const bool isHere = m_engine
            && (m_engine->isLocal() || m_engine->label.place == endpoint::Place::ThisMachine);
        const workspace::TrayVerdict verdict = m_tray->verdict();
        ask.enclosure =
            m_tray->enclosure(isHere ? draft::LeakPolicy::Open : draft::LeakPolicy::Block);
        if (verdict.isReading)
            return m_stack->setCurrentWidget(m_waiting); // its end is told
        if (!ask.enclosure) {
            const Result<RequestSight> denied =
                Error(Code::Denied,
                      verdict.problems.empty() ? tr("something of it cannot be read").toStdString()
                                               : verdict.problems.front());
            return setSight(&denied);
        }
    }
    if (!m_look->sight())
        m_stack->setCurrentWidget(m_waiting);
    m_look->lookAtNext(*m_conversation, ask);
}

void RequestPage::setSight(const Result<RequestSight>* sight)
{
    const bool isSeen = sight != nullptr && *sight;
    m_address->setVisible(isSeen);
    m_headers->setVisible(isSeen && !sight->value().headers.empty());
    m_size->setVisible(isSeen);
    m_notes->setVisible(isSeen && !sight->value().notes.empty());
    m_copy->setEnabled(isSeen);
    m_copyCurl->setEnabled(isSeen && !sight->value().curl.empty());
    if (sight == nullptr)
        return m_stack->setCurrentWidget(m_nothing);
    if (!isSeen) {
        m_why->setText(tr("It cannot be sent as it is: %1.").arg(shown(sight->error().text)));
        return m_stack->setCurrentWidget(m_failed);
    }
    const RequestSight& seen = sight->value();
    m_address->setText(seen.address.empty() ? tr("Stays in this program")
                                            : tr("POST %1").arg(shown(seen.address)));
    m_headers->setText(headerWords(seen));
    m_size->setText(sizeWordsOf(seen));
    QStringList notes;
    for (const std::string& note : seen.notes)
        notes.append(shown(note));
    m_notes->setText(notes.join(u'\n'));
    m_curl = QString::fromStdString(seen.curl);
    if (QString text = QString::fromStdString(seen.text); text != m_text->text())
        m_text->setText(std::move(text));
    m_stack->setCurrentWidget(m_text);
}

} // namespace tf::ui
