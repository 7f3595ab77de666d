#include "ui/context/rule_chip.h"

#include "ui/theme/style.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/plain_name.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace tf::ui {

namespace {

constexpr int kRuleHeight = 24;
constexpr int kRulePadding = 8;
constexpr int kMostRuleWidth = 240;

} // namespace

QString shownRule(const ingest::UserRule& rule)
{
    return (rule.includes ? u'+' : u'-') + plainName(QString::fromStdString(rule.glob));
}

RuleChip::RuleChip(const Theme& theme, const ingest::UserRule& rule, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(shownRule(rule))
    , m_includes(rule.includes)
    , m_remove(new IconButton(theme, Icon::Close, tr("Remove the rule %1").arg(m_words), this))
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(m_words);
    setAccessibleName(m_includes ? tr("Rule, takes along: %1").arg(m_words)
                                 : tr("Rule, leaves out: %1").arg(m_words));
    connect(m_remove, &QAbstractButton::clicked, this, &RuleChip::removeAsked);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

QSize RuleChip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Keys));
    const int words = std::min(metrics.horizontalAdvance(m_words), m_theme.px(kMostRuleWidth));
    return {words + m_theme.px(2 * kRulePadding) + m_remove->sizeHint().width(),
            std::max(kRuleHeight, m_theme.px(kRuleHeight))};
}

void RuleChip::resizeEvent(QResizeEvent*)
{
    const QSize side = m_remove->sizeHint();
    m_remove->setGeometry(QStyle::visualRect(
        layoutDirection(), rect(),
        {width() - side.width(), (height() - side.height()) / 2, side.width(), side.height()}));
}

void RuleChip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        return Q_EMIT removeAsked();
    QWidget::keyPressEvent(event);
}

void RuleChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int radius = m_theme.px(6);
    paintRounded(painter, rect(), radius,
                 m_theme.color(m_includes ? Token::GoodFill : Token::PillFill));
    painter.setFont(m_theme.font(FontRole::Keys));
    painter.setPen(m_theme.color(m_includes ? Token::GoodText : Token::PillText));
    const int padding = m_theme.px(kRulePadding);
    const QRect place = rect().adjusted(padding, 0, -m_remove->sizeHint().width() - padding / 2, 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place),
                     int(Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute),
                     painter.fontMetrics().elidedText(m_words, Qt::ElideMiddle, place.width()));
    if (hasFocus())
        paintFocusRing(painter, rect(), radius, m_theme);
}

} // namespace tf::ui
