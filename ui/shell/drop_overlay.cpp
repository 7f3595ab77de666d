#include "ui/shell/drop_overlay.h"

#include "ui/composer/estimate.h"
#include "ui/composer/pasted.h"
#include "ui/theme/style.h"
#include "ui/transcript/drop_summary.h"
#include "ui/widgets/plain_name.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QEvent>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kStayMs = 150;
constexpr qsizetype kMostLookedAt = 16;

} // namespace

DropOverlay::DropOverlay(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_what(makeParagraph(theme, FontRole::Heading, Token::Text, {}, this))
    , m_deed(makeParagraph(theme, FontRole::Body, Token::Text, {}, this))
    , m_cost(makeParagraph(theme, FontRole::Body, Token::TextMuted, {}, this))
{
    // What is beneath takes the drop.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setObjectName(QStringLiteral("dropOverlay"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(8);
    column->addStretch(1);
    for (TextLabel* line : {m_what, m_deed, m_cost}) {
        line->setAlignment(Qt::AlignHCenter);
        column->addWidget(line);
    }
    column->addStretch(1);
    m_stay.setSingleShot(true);
    m_stay.setInterval(kStayMs);
    connect(&m_stay, &QTimer::timeout, this, &DropOverlay::lookCloser);
    connect(&theme, &Theme::changed, this, [this] { update(); });
    parent->installEventFilter(this);
    hide();
}

void DropOverlay::setEngine(const workspace::EngineChoice* engine)
{
    m_engine = engine != nullptr ? std::optional(*engine) : std::nullopt;
    if (m_glance && m_engine)
        m_glance->setEngine(*m_engine, 0);
}

void DropOverlay::begin(const QMimeData& data, std::int64_t before)
{
    m_before = before;
    m_places.clear();
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile() && m_places.size() < kMostLookedAt)
            m_places.append(url.toLocalFile());
    }
    m_what->setText(describeDrop(data));
    m_cost->setText(m_places.isEmpty() ? QString() : tr("Looking at it …"));
    setModifiers(Qt::NoModifier);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    if (!m_places.isEmpty())
        m_stay.start();
}

void DropOverlay::setModifiers(Qt::KeyboardModifiers modifiers)
{
    const bool isNew = modifiers.testFlag(Qt::AltModifier);
    const QString deed = isNew ? tr("Begins a new session")
                               : tr("Goes along with the next question · Alt: new session");
    if (deed == m_deed->text())
        return;
    m_deed->setText(deed);
    setAccessibleName(m_what->text() + QStringLiteral(", ") + deed);
}

void DropOverlay::end()
{
    m_stay.stop();
    if (m_glance)
        m_glance->clear();
    hide();
}

void DropOverlay::lookCloser()
{
    if (!m_glance) {
        m_glance = std::make_unique<workspace::Tray>();
        m_glance->setMayFetch(false);
        connect(m_glance.get(), &workspace::Tray::changed, this, &DropOverlay::showCost);
    }
    if (m_engine)
        m_glance->setEngine(*m_engine, 0);
    for (const QString& place : m_places)
        m_glance->add(place.toStdString());
}

void DropOverlay::showCost()
{
    const auto& items = m_glance->items();
    if (items.empty())
        return;
    QStringList parts;
    if (items.size() == 1)
        parts.append(plainName(QString::fromStdString(items.front().detail)));
    const auto tokens = m_glance->tokens();
    if (tokens > 0)
        parts.append(tr("≈ %1 tokens").arg(shortTokens(tokens)));
    const auto verdict = m_glance->verdict();
    const std::int64_t room =
        m_engine ? m_engine->capabilities.contextTokens.value_or(0) : std::int64_t{0};
    if (!verdict.problems.empty())
        parts.append(plainName(QString::fromStdString(verdict.problems.front())));
    else if (!verdict.isReading && tokens > 0 && room > 0)
        parts.append(m_before + tokens <= room
                         ? tr("fits in %1").arg(shortTokens(room))
                         : tr("%1 too much").arg(shortTokens(m_before + tokens - room)));
    parts.removeAll(QString());
    if (!parts.isEmpty())
        m_cost->setText(parts.join(QStringLiteral(" · ")));
}

bool DropOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void DropOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    const int inset = m_theme.px(12);
    painter.setPen(QPen(m_theme.color(Token::DropBorderActive), 2));
    painter.setBrush(m_theme.color(Token::DropFillActive));
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_theme.px(12),
                            m_theme.px(12));
}

} // namespace tf::ui
