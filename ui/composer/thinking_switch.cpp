#include "ui/composer/thinking_switch.h"

#include "ui/theme/style.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

#include <algorithm>

namespace tf::ui {

namespace {

using session::Thinking;

/// In the order in which they stand, as EngineChoice has them.
constexpr std::array<Thinking, 3> kModes = {Thinking::Disabled, Thinking::Adaptive,
                                            Thinking::Enabled};
constexpr int kSegmentHeight = 24;
constexpr int kSegmentPadding = 10;

std::size_t placeOf(Thinking mode)
{
    return static_cast<std::size_t>(std::find(kModes.begin(), kModes.end(), mode) - kModes.begin());
}

/// One position of the switch: a radio button that looks like a part of a bar.
class Segment : public QRadioButton {
public:
    Segment(const Theme& theme, const QString& text, QWidget* parent)
        : QRadioButton(text, parent)
        , m_theme(theme)
    {
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(FontRole::Small));
        return {metrics.horizontalAdvance(text()) + 2 * m_theme.px(kSegmentPadding),
                std::max(kSegmentHeight, m_theme.px(kSegmentHeight))};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    [[nodiscard]] bool hitButton(const QPoint& place) const override
    {
        return rect().contains(place);
    }

    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const QRect inside = rect().adjusted(2, 2, -2, -2);
        if (isChecked())
            paintRounded(painter, inside, m_theme.px(4), m_theme.color(Token::Raised));
        else if (underMouse() && isEnabled())
            paintRounded(painter, inside, m_theme.px(4), m_theme.color(Token::Hover));
        const Token ink = isChecked() ? Token::Text : Token::PillText;
        painter.setFont(m_theme.font(FontRole::Small));
        painter.setPen(m_theme.color(isEnabled() ? ink : Token::TextDisabled));
        painter.drawText(rect(), int(Qt::AlignCenter) | Qt::TextSingleLine, text());
        if (hasFocus())
            paintFocusRing(painter, inside, m_theme.px(4), m_theme);
    }

private:
    const Theme& m_theme;
};

/// What its segments lie on.
class SwitchBar : public QWidget {
public:
    SwitchBar(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintRounded(painter, rect(), m_theme.px(6), m_theme.color(Token::PillFill));
    }

private:
    const Theme& m_theme;
};

} // namespace

ThinkingSwitch::ThinkingSwitch(const Theme& theme, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Thinking"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto* bar = new SwitchBar(theme, this);
    row->addWidget(bar);
    auto* inside = new QHBoxLayout(bar);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    auto* group = new QButtonGroup(this);
    const std::array<QString, 3> names = {tr("off"), tr("adaptive"), tr("on")};
    for (std::size_t place = 0; place < names.size(); ++place) {
        auto* segment = new Segment(theme, names[place], bar);
        m_buttons[place] = segment;
        m_choices[place].mode = kModes[place];
        segment->setAccessibleName(tr("Thinking %1").arg(names[place]));
        group->addButton(segment, static_cast<int>(place));
        inside->addWidget(segment);
    }
    connect(group, &QButtonGroup::idClicked, this, [this](int place) {
        m_wanted = kModes[static_cast<std::size_t>(place)];
        Q_EMIT chosen(m_wanted);
    });
    show();
}

bool ThinkingSwitch::isHonoured(std::size_t place) const
{
    return m_choices[place].isHonoured;
}

void ThinkingSwitch::setEngine(const workspace::EngineChoice* engine)
{
    for (std::size_t place = 0; place < m_choices.size(); ++place) {
        m_choices[place] =
            engine != nullptr ? engine->thinking[place] : workspace::ThinkingChoice();
        m_choices[place].mode = kModes[place];
    }
    show();
}

void ThinkingSwitch::setMode(Thinking mode)
{
    m_wanted = mode;
    show();
}

Thinking ThinkingSwitch::mode() const
{
    if (isHonoured(placeOf(m_wanted)))
        return m_wanted;
    // Adaptive stands between the other two; it is nearest to both.
    for (const Thinking other : {Thinking::Adaptive, Thinking::Enabled, Thinking::Disabled}) {
        if (isHonoured(placeOf(other)))
            return other;
    }
    return m_wanted;
}

void ThinkingSwitch::cycle()
{
    for (std::size_t step = 1; step < kModes.size(); ++step) {
        const auto place = (placeOf(mode()) + step) % kModes.size();
        if (!isHonoured(place))
            continue;
        setMode(kModes[place]);
        return Q_EMIT chosen(m_wanted);
    }
}

void ThinkingSwitch::show()
{
    for (std::size_t place = 0; place < m_buttons.size(); ++place) {
        QRadioButton& button = *m_buttons[place];
        const workspace::ThinkingChoice& choice = m_choices[place];
        QStringList lines;
        if (!choice.wire.empty())
            lines.append(tr("Sent as %1").arg(QString::fromStdString(choice.wire)));
        if (!choice.note.empty())
            lines.append(QString::fromStdString(choice.note));
        button.setToolTip(lines.join(u'\n'));
        button.setAccessibleDescription(button.toolTip());
        button.setEnabled(choice.isHonoured);
    }
    m_buttons[placeOf(mode())]->setChecked(true);
}

} // namespace tf::ui
