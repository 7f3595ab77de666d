#include "ui/theme/style.h"

#include "ui/theme/icons.h"
#include "ui/theme/overflow_icon.h"
#include "ui/theme/spin_box.h"

#include <QGuiApplication>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr int kBarItemHeight = 28;
constexpr int kBarItemPadding = 10;
constexpr int kScrollBarWidth = 12;
constexpr int kFieldHeight = 28;
constexpr int kLeastTarget = 24; ///< of what is clicked
constexpr int kFieldInset = 6;
constexpr int kButtonPadding = 14;
constexpr int kComboInset = 4; // what Fusion leaves before the words is less than a field does

/// The little ring beside a name.
void drawRadioMark(const QStyleOption& option, QPainter& painter, const Theme& theme)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool checked = option.state.testFlag(QStyle::State_On);
    const Token line = !enabled ? Token::Border : checked ? Token::Accent : Token::BorderStrong;
    const QRectF ring = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(line), 1));
    painter.setBrush(theme.color(Token::Raised));
    painter.drawEllipse(ring);
    if (checked) {
        const double inset = ring.width() / 4;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(line));
        painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset));
    }
    painter.restore();
}

} // namespace

void paintRounded(QPainter& painter, const QRectF& place, int radius, const QColor& fill)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(place, radius, radius);
    painter.restore();
}

void paintFocusRing(QPainter& painter, const QRectF& around, int radius, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::FocusRing), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(around.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

Style::Style(const Theme& theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_theme(theme)
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    switch (element) {
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->setPen(m_theme.color(Token::Border));
        painter->setBrush(element == PE_PanelMenu ? QBrush(m_theme.color(Token::Raised))
                                                  : QBrush(Qt::NoBrush));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme.color(Token::TooltipFill));
        return;
    case PE_FrameFocusRect:
        paintFocusRing(*painter, option->rect, m_theme.px(4), m_theme);
        return;
    case PE_PanelLineEdit:
        return drawField(*option, *painter);
    case PE_FrameLineEdit:
        return;
    case PE_PanelButtonCommand:
        return drawButton(*option, *painter);
    case PE_IndicatorCheckBox:
        return drawCheckMark(*option, *painter);
    case PE_IndicatorRadioButton:
        return drawRadioMark(*option, *painter, m_theme);
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

/// Where something is written.
void Style::drawField(const QStyleOption& option, QPainter& painter) const
{
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    if (frame != nullptr && frame->lineWidth == 0)
        return;
    const bool focused = option.state.testFlag(State_HasFocus);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(m_theme.color(focused ? Token::FocusRing : Token::Border), focused ? 2 : 1));
    painter.setBrush(
        m_theme.color(option.state.testFlag(State_Enabled) ? Token::Raised : Token::Bar));
    const double inset = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset),
                            m_theme.px(5), m_theme.px(5));
    painter.restore();
}

void Style::drawButton(const QStyleOption& option, QPainter& painter) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool isDefault =
        button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool down = option.state.testFlag(State_Sunken) || option.state.testFlag(State_On);
    const bool hot = enabled && option.state.testFlag(State_MouseOver);
    const QRectF place = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const int radius = m_theme.px(5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (isDefault && enabled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(down      ? Token::AccentPressed
                                           : hot ? Token::AccentHover
                                                 : Token::Accent));
        painter.drawRoundedRect(place, radius, radius);
        painter.setPen(QPen(m_theme.color(Token::TextOnAccent), 1)); // a ring that is seen on it
        painter.setBrush(Qt::NoBrush);
        if (option.state.testFlag(State_HasFocus))
            painter.drawRoundedRect(place.adjusted(3, 3, -3, -3), radius - 2, radius - 2);
    } else {
        painter.setPen(QPen(m_theme.color(Token::Border), 1));
        painter.setBrush(m_theme.color(down ? Token::Pressed : hot ? Token::Hover : Token::Raised));
        painter.drawRoundedRect(place, radius, radius);
    }
    painter.restore();
    if (option.state.testFlag(State_HasFocus))
        paintFocusRing(painter, option.rect, m_theme.px(5), m_theme);
}

/// The little box beside a name.
void Style::drawCheckMark(const QStyleOption& option, QPainter& painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool checked = option.state.testFlag(State_On);
    const Token line = !enabled ? Token::Border : checked ? Token::Accent : Token::BorderStrong;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(line), 1));
    painter.setBrush(m_theme.color(!checked      ? Token::Raised
                                       : enabled ? Token::Accent
                                                 : Token::Border));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(3),
                            m_theme.px(3));
    painter.restore();
    if (checked)
        paintIcon(painter, option.rect, Icon::Check,
                  m_theme.color(enabled ? Token::TextOnAccent : Token::TextDisabled));
}

/// The words of the one button that goes on stand on the accent.
void Style::drawButtonLabel(const QStyleOptionButton& option, QPainter& painter,
                            const QWidget* widget) const
{
    QStyleOptionButton label(option);
    if (option.features.testFlag(QStyleOptionButton::DefaultButton)
        && option.state.testFlag(State_Enabled))
        label.palette.setColor(QPalette::ButtonText, m_theme.color(Token::TextOnAccent));
    QProxyStyle::drawControl(CE_PushButtonLabel, &label, &painter, widget);
}

/// A round groove and how far it is; a third in the middle while nobody knows.
void Style::drawProgress(const QStyleOptionProgressBar& bar, QPainter& painter) const
{
    const QRectF groove = bar.rect;
    const int radius = std::max(1, int(groove.height() / 2));
    paintRounded(painter, groove, radius, m_theme.color(Token::Border));
    const qint64 steps = qint64(bar.maximum) - bar.minimum;
    if (steps <= 0) {
        const double third = groove.width() / 3;
        return paintRounded(painter, groove.adjusted(third, 0, -third, 0), radius,
                            m_theme.color(Token::Accent));
    }
    const double share = double(qint64(bar.progress) - bar.minimum) / double(steps);
    if (share <= 0)
        return;
    QRectF done = groove;
    done.setWidth(std::max(groove.height(), groove.width() * std::min(share, 1.0)));
    if (bar.direction == Qt::RightToLeft)
        done.moveRight(groove.right());
    paintRounded(painter, done, radius, m_theme.color(Token::Accent));
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    const auto* menuItem = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (element == CE_MenuItem && menuItem != nullptr)
        return drawMenuRow(*menuItem, *painter);
    if (element == CE_MenuBarItem && menuItem != nullptr)
        return drawMenuBarItem(*menuItem, *painter);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (element == CE_PushButtonLabel && button != nullptr)
        return drawButtonLabel(*button, *painter, widget);
    const auto* progress = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
    if (element == CE_ProgressBar && progress != nullptr && !progress->textVisible)
        return drawProgress(*progress, *painter);
    if (element == CE_MenuEmptyArea && menuItem != nullptr && widget != nullptr
        && widget->inherits("QComboBoxListView"))
        return painter->fillRect(menuItem->menuRect, m_theme.color(Token::Raised)); // as around it
    if (element == CE_MenuBarEmptyArea) {
        painter->fillRect(option->rect, m_theme.color(Token::Bar));
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            m_theme.color(Token::Divider));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const
{
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
        drawField(*spin, *painter);
        return paintSpinArrows(*painter, *spin, m_theme);
    }
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || bar == nullptr) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_ComboBox && option->state.testFlag(State_HasFocus))
            paintFocusRing(*painter, option->rect, m_theme.px(5), m_theme);
        return;
    }
    const QRectF handle = subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget);
    const bool hot = bar->state.testFlag(State_MouseOver) || bar->state.testFlag(State_Sunken);
    const int inset = m_theme.px(3);
    paintRounded(*painter, handle.adjusted(inset, inset, -inset, -inset), m_theme.px(3),
                 m_theme.color(hot ? Token::ScrollHandleHover : Token::ScrollHandle));
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl part, const QWidget* widget) const
{
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
        return spinBoxPart(*spin, part, m_theme);
    const QRect place = QProxyStyle::subControlRect(control, option, part, widget);
    if (control != CC_ComboBox || part != SC_ComboBoxEditField)
        return place;
    const int inset = m_theme.px(kComboInset);
    return option->direction == Qt::RightToLeft ? place.adjusted(0, 0, -inset, 0)
                                                : place.adjusted(inset, 0, 0, 0);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option,
                            const QWidget* widget) const
{
    const QRect place = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (element != SE_LineEditContents || frame == nullptr || frame->lineWidth == 0)
        return place;
    const int inset = m_theme.px(kFieldInset);
    return place.adjusted(inset, 0, -inset, 0);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_MenuBarItemSpacing:
        return m_theme.px(2);
    case PM_MenuBarVMargin:
        return m_theme.px(4);
    case PM_MenuBarHMargin:
        return m_theme.px(8);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return m_theme.px(4);
    case PM_ScrollBarExtent:
        return m_theme.px(kScrollBarWidth);
    case PM_TabBarScrollButtonWidth:
        return m_theme.px(24);
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return m_theme.px(16);
    case PM_ToolTipLabelFrameWidth:
        return m_theme.px(6);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* answer) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_ScrollBar_Transient:
    case SH_UnderlineShortcut:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                              const QWidget* widget) const
{
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (type == CT_MenuBarItem)
        return {contents.width() + 2 * m_theme.px(kBarItemPadding), m_theme.px(kBarItemHeight)};
    if (type == CT_LineEdit)
        return {contents.width(), m_theme.px(kFieldHeight)};
    if (type == CT_PushButton)
        return {contents.width() + 2 * m_theme.px(kButtonPadding), m_theme.px(kFieldHeight)};
    if (type == CT_ComboBox || type == CT_SpinBox)
        return {QProxyStyle::sizeFromContents(type, option, contents, widget).width()
                    + m_theme.px(kComboInset),
                m_theme.px(kFieldHeight)};
    if (type == CT_CheckBox || type == CT_RadioButton)
        return QProxyStyle::sizeFromContents(type, option, contents, widget)
            .expandedTo({0, m_theme.px(kLeastTarget)});
    if (type == CT_MenuItem && item != nullptr)
        return menuRowSize(*item, contents);
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption* option,
                          const QWidget* widget) const
{
    const auto direction =
        option != nullptr ? option->direction : QGuiApplication::layoutDirection();
    if (icon == SP_ToolBarHorizontalExtensionButton)
        return overflowIcon(m_theme, direction == Qt::RightToLeft ? 180 : 0);
    if (icon == SP_ToolBarVerticalExtensionButton)
        return overflowIcon(m_theme, 90);
    return QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace tf::ui
