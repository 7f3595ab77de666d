#include "ui/frames/screen/cover_bar.h"

#include "ui/composer/text_button.h"
#include "ui/frames/frame_words.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>
#include <cmath>

namespace tf::ui {

namespace {

constexpr int kCoverField = 64;

} // namespace

CoverBar::CoverBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_hint(makeParagraph(theme, FontRole::Small, Token::TextMuted,
                           tr("Drag over what shall not leave this machine, or press Enter for a "
                              "place in the middle; arrows move it, Shift and arrows resize it."),
                           this))
    , m_row(new QWidget(this))
    , m_from(new QLineEdit(m_row))
    , m_to(new QLineEdit(m_row))
{
    setAccessibleName(tr("What is covered"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_hint);
    column->addWidget(m_row);
    auto* line = new QHBoxLayout(m_row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    const auto field = [&](QLineEdit* edit, const QString& word, const QString& name) {
        line->addWidget(new TextLabel(theme, FontRole::Small, Token::TextMuted, word, m_row));
        edit->setAccessibleName(name);
        edit->setToolTip(tr("Minutes and seconds: 2:13"));
        edit->setFixedWidth(theme.px(kCoverField));
        line->addWidget(edit);
        connect(edit, &QLineEdit::editingFinished, this, &CoverBar::take);
    };
    field(m_from, tr("Covered from"), tr("Covered from"));
    field(m_to, tr("to"), tr("Covered to"));
    line->addStretch(1);
    auto* remove = new IconButton(theme, Icon::Trash, tr("Uncover it (Del)"), m_row);
    line->addWidget(remove);
    connect(remove, &IconButton::clicked, this, &CoverBar::removeAsked);
    setCovered(std::nullopt, 0);
}

void CoverBar::setCovered(const std::optional<app::CoveredStretch>& covered, double duration)
{
    m_hint->setVisible(!covered);
    m_row->setVisible(covered.has_value());
    if (!covered)
        return;
    m_covered = *covered;
    m_duration = duration;
    m_from->setText(fineClockWords(m_covered.from));
    m_to->setText(fineClockWords(m_covered.to));
}

/// Times are written in hundredths: what is not further from the old one is no change.
void CoverBar::take()
{
    constexpr double kSame = 0.011;
    const double from = clockIn(m_from->text()).value_or(m_covered.from);
    double to = std::min(clockIn(m_to->text()).value_or(m_covered.to), m_duration);
    if (to > m_duration - kSame)
        to = m_duration;
    const bool isSame =
        std::abs(from - m_covered.from) < kSame && std::abs(to - m_covered.to) < kSame;
    if (from >= to || isSame)
        return setCovered(m_covered, m_duration);
    Q_EMIT stretchMade(from, to);
}

} // namespace tf::ui
