#include "ui/shell/status_row.h"

#include "ui/monitor/speed_line.h"
#include "ui/shell/jobs_line.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace tf::ui {

StatusRow::StatusRow(const Theme& theme, workspace::Engines& engines, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sessions(new IconButton(theme, Icon::PaneLeft, tr("Sessions (Ctrl+B)"), this))
    , m_inspector(new IconButton(theme, Icon::PaneRight, tr("Inspector (Ctrl+I)"), this))
    , m_jobs(new JobsLine(theme, this))
    , m_speed(new SpeedLine(theme, engines, this))
{
    setAccessibleName(tr("Status"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 8, 2); // and one pixel of line above
    row->setSpacing(8);
    row->addWidget(m_sessions);
    row->addWidget(m_jobs);
    row->addWidget(m_speed, 1);
    row->addWidget(new TextLabel(theme, FontRole::Small, Token::TextMuted,
                                 QStringLiteral("Trifold " TRIFOLD_VERSION), this));
    row->addWidget(m_inspector);
}

void StatusRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bar));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Divider));
}

} // namespace tf::ui
