#include "ui/transcript/compare/compare_side.h"

#include "ui/transcript/layout/turn_words.h"
#include "ui/transcript/map/node_words.h"
#include "ui/transcript/view/transcript_view.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

using workspace::Conversation;

/// That turn alone, to be read.
TurnSource sourceOf(const std::shared_ptr<Conversation>& conversation, session::TurnId turn)
{
    return {
        .branch = [turn] { return std::vector<session::TurnId>{turn}; },
        .turn = [conversation](session::TurnId id) { return conversation->turn(id); },
        .siblings = [](session::TurnId) { return std::vector<session::TurnId>(); },
        .running = [conversation, turn]() -> const workspace::Running* {
            const auto& running = conversation->running();
            return running && running->turn == turn ? &*running : nullptr;
        },
        .trouble = [conversation](session::TurnId id) { return conversation->troubleOf(id); },
        .use = TurnUse::Reading,
    };
}

TurnSource nothing()
{
    TurnSource source;
    source.branch = [] { return std::vector<session::TurnId>(); };
    source.use = TurnUse::Reading;
    return source;
}

ShownTurn factsOf(const session::Turn& turn)
{
    ShownTurn shown;
    shown.takeFacts(turn);
    return shown;
}

} // namespace

CompareSide::CompareSide(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new TextLabel(theme, FontRole::Strong, Token::Text, {}, this))
    , m_choice(new QComboBox(this))
    , m_goOn(new QPushButton(tr("Go on with this one"), this))
    , m_facts(makeParagraph(theme, FontRole::Small, Token::TextMuted, {}, this))
    , m_view(new TranscriptView(theme, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1); // a hairline
    m_head = makeHead();
    column->addWidget(m_head);
    column->addWidget(m_view, 1);
    m_view->setSource(nothing());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(m_goOn, &QPushButton::clicked, this, [this] { Q_EMIT goOnAsked(m_turn); });
    connect(m_choice, &QComboBox::activated, this,
            [this](int idx) { Q_EMIT chosen(m_choice->itemData(idx).value<session::TurnId>()); });
}

CompareSide::~CompareSide()
{
    m_view->setSource(nothing());
}

QWidget* CompareSide::makeHead()
{
    m_choice->setAccessibleName(tr("Which answer is compared"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(m_theme.px(4));
    words->addWidget(m_title);
    words->addWidget(m_choice);
    words->addWidget(m_facts);
    auto* place = new QWidget(this);
    auto* head = new QHBoxLayout(place);
    head->setContentsMargins(16, 8, 16, 8);
    head->setSpacing(m_theme.px(12));
    words->addStretch();
    head->addLayout(words, 1);
    head->addWidget(m_goOn, 0, Qt::AlignTop);
    return place;
}

int CompareSide::headNeeded() const
{
    const int needed = m_head->heightForWidth(width());
    return needed < 0 ? m_head->sizeHint().height() : needed;
}

void CompareSide::setHeadHeight(int height)
{
    m_head->setMinimumHeight(height);
}

void CompareSide::show(std::shared_ptr<Conversation> conversation,
                       const std::vector<session::TurnId>& choices, session::TurnId turn)
{
    if (m_conversation != nullptr)
        disconnect(m_conversation.get(), nullptr, this, nullptr);
    const bool isOther = m_conversation != conversation || m_turn != turn;
    m_conversation = std::move(conversation);
    m_turn = turn;
    showChoices(choices);
    showFacts();
    if (isOther) {
        m_view->setSource(m_conversation ? sourceOf(m_conversation, turn) : nothing());
        m_view->showTurn(turn);
    }
    listen();
}

void CompareSide::listen()
{
    if (m_conversation == nullptr)
        return;
    const Conversation* from = m_conversation.get();
    const auto ifMine = [this](void (TranscriptView::*tell)(session::TurnId)) {
        return [this, tell](session::TurnId id) {
            if (id != m_turn)
                return;
            (m_view->*tell)(id);
            showFacts();
        };
    };
    connect(from, &Conversation::turnGrew, this, ifMine(&TranscriptView::growTurn));
    connect(from, &Conversation::turnRewritten, this, ifMine(&TranscriptView::rewriteTurn));
    connect(from, &Conversation::turnEnded, this, ifMine(&TranscriptView::endTurn));
    connect(from, &Conversation::runningChanged, this, [this] { m_view->showRunning(); });
}

void CompareSide::showChoices(const std::vector<session::TurnId>& choices)
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    QString mine;
    for (std::size_t idx = 0; idx < choices.size(); ++idx) {
        const session::Turn* turn = m_conversation->turn(choices[idx]);
        if (turn == nullptr)
            continue;
        const QString title = tr("%1 of %2 — %3")
                                  .arg(idx + 1)
                                  .arg(choices.size())
                                  .arg(TurnWords::speaker(factsOf(*turn)));
        m_choice->addItem(title, QVariant::fromValue(turn->id));
        if (turn->id != m_turn)
            continue;
        mine = title;
        m_choice->setCurrentIndex(m_choice->count() - 1);
    }
    m_title->setText(mine);
    m_title->setVisible(choices.size() <= 2);
    m_choice->setVisible(choices.size() > 2);
    m_view->setAccessibleName(mine);
    m_goOn->setAccessibleDescription(mine);
}

QString CompareSide::facts() const
{
    const session::Turn* turn = m_conversation ? m_conversation->turn(m_turn) : nullptr;
    if (turn == nullptr)
        return {};
    const auto& runs = m_conversation->running();
    const workspace::Running* running = runs ? &*runs : nullptr;
    QStringList facts{QString::fromStdString(turn->question.settings.endpoint),
                      TurnWords::thinking(turn->question.settings.thinking),
                      TurnWords::answerFacts(factsOf(*turn), running), NodeWords::ending(*turn)};
    facts.removeAll(QString());
    return facts.join(u"  ·  "_s);
}

void CompareSide::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, m_view->y() - 1, width(), 1), m_theme.color(Token::Divider));
}

void CompareSide::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    Q_EMIT headChanged();
}

void CompareSide::showFacts()
{
    // A line ends with the sign between two facts, and none begins with it.
    const QString kept = QString(2, QChar(QChar::Nbsp)) + u'·';
    m_facts->setText(facts().replace(u"  ·"_s, kept));
    Q_EMIT headChanged();
}

} // namespace tf::ui
