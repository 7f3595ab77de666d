#include "ui/composer/composer_card.h"

#include "kernels/base/check.h"
#include "ui/composer/chip_row.h"
#include "ui/composer/composer_edit.h"
#include "ui/composer/notice_lines.h"
#include "ui/composer/preset_line.h"
#include "ui/composer/queue_list.h"
#include "ui/composer/send_button.h"
#include "ui/composer/thinking_switch.h"
#include "ui/theme/style.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/text_label.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kLeastEstimate = 110; // kept free, so that the switch stays while one writes

QString invitation(ComposerMood mood)
{
    switch (mood) {
    case ComposerMood::Resting:
        return ComposerCard::tr("Ask about code, pictures or a recording. Drop them here.");
    case ComposerMood::Running:
        return ComposerCard::tr("Ask the next question; it waits for the answer");
    case ComposerMood::ReadOnly:
        return ComposerCard::tr("The session cannot be asked here");
    }
    UNREACHABLE();
}

} // namespace

/// The rounded field that everything of the next question stands in.
class ComposerCard::Surface : public QWidget {
public:
    Surface(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        connect(&theme, &Theme::changed, this, [this] { update(); });
    }

    void setDraggedOver(bool draggedOver)
    {
        m_isDraggedOver = draggedOver;
        update();
    }
    void setEdit(const ComposerEdit* edit) { m_edit = edit; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool hasKeyboard = m_edit != nullptr && m_edit->hasFocus() && !m_edit->isReadOnly();
        const Token line = m_isDraggedOver ? Token::DropBorderActive
            : hasKeyboard                  ? Token::FocusRing
                                           : Token::BorderStrong;
        const qreal width = m_isDraggedOver || hasKeyboard ? 2 : 1;
        painter.setPen(QPen(m_theme.color(line), width));
        painter.setBrush(m_theme.color(m_isDraggedOver ? Token::DropFillActive : Token::Raised));
        const qreal half = width / 2;
        painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), m_theme.px(10),
                                m_theme.px(10));
    }

private:
    const Theme& m_theme;
    const ComposerEdit* m_edit = nullptr;
    bool m_isDraggedOver = false;
};

ComposerCard::ComposerCard(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_surface(new Surface(theme, this))
{
    setAcceptDrops(true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(6);
    m_parts.queue = new QueueList(theme, this);
    m_parts.notices = new NoticeLines(theme, this);
    outer->addWidget(m_parts.queue);
    outer->addWidget(m_parts.notices);
    outer->addWidget(m_surface);
    auto* column = new QVBoxLayout(m_surface);
    column->setContentsMargins(10, 10, 10, 8);
    column->setSpacing(8);
    fill(*column, *m_surface);
}

void ComposerCard::fill(QVBoxLayout& column, QWidget& surface)
{
    m_parts.preset = new PresetLine(m_theme, &surface);
    m_parts.chips = new ChipRow(m_theme, &surface);
    m_parts.edit = new ComposerEdit(m_theme, &surface);
    // What is dropped on the field is dropped on the composer.
    m_parts.edit->setAcceptDrops(false);
    m_parts.edit->viewport()->setAcceptDrops(false);
    m_surface->setEdit(m_parts.edit);
    column.addWidget(m_parts.preset);
    column.addWidget(m_parts.chips);
    column.addWidget(m_parts.edit);
    column.addWidget(makeFoot(surface));
    connect(m_parts.edit, &ComposerEdit::focusChanged, m_surface, [this] { m_surface->update(); });
}

QWidget* ComposerCard::makeFoot(QWidget& surface)
{
    auto* foot = new QWidget(&surface);
    auto* row = new QHBoxLayout(foot);
    // Under the words of the field; layouts do not mirror their own margins.
    row->setContentsMargins(isLeftToRight() ? QMargins(4, 0, 0, 0) : QMargins(0, 0, 4, 0));
    row->setSpacing(8);
    m_parts.presets = new IconButton(m_theme, Icon::Diagram, tr("What is it about?"), foot);
    m_thinkingName =
        new TextLabel(m_theme, FontRole::Small, Token::TextMuted, tr("Thinking"), foot);
    m_parts.thinking = new ThinkingSwitch(m_theme, foot);
    m_parts.estimate = new TextLabel(m_theme, FontRole::Small, Token::TextMuted, {}, foot);
    m_parts.overLimit = new TextLabel(m_theme, FontRole::Small, Token::DangerText, {}, foot);
    for (TextLabel* line : {m_parts.estimate, m_parts.overLimit}) {
        line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        line->setAccessibleName(tr("Cost"));
    }
    m_parts.overLimit->hide();
    m_parts.stop = new SendButton(m_theme, Icon::Stop, ButtonWeight::Quiet, foot);
    m_parts.stop->show(tr("Stop"), tr("Esc"));
    m_parts.stop->hide();
    m_parts.steer = new SendButton(m_theme, Icon::Send, ButtonWeight::Quiet, foot);
    m_parts.steer->show(tr("Stop and send"), tr("Ctrl+Enter"));
    m_parts.steer->hide();
    m_parts.send = new SendButton(m_theme, Icon::Send, ButtonWeight::Main, foot);
    row->addWidget(m_parts.presets);
    row->addWidget(m_thinkingName);
    row->addWidget(m_parts.thinking);
    row->addWidget(m_parts.estimate, 1);
    row->addWidget(m_parts.overLimit, 1);
    row->addWidget(m_parts.stop);
    row->addWidget(m_parts.steer);
    row->addWidget(m_parts.send);
    return foot;
}

void ComposerCard::show(ComposerMood mood)
{
    const bool isRunning = mood == ComposerMood::Running;
    m_parts.stop->setVisible(isRunning);
    m_parts.send->show(isRunning ? tr("Queue") : tr("Send"), tr("Enter"));
    m_parts.edit->setPlaceholderText(invitation(mood));
    m_parts.edit->viewport()->update(); // Qt 6.4 repaints it only when it comes or goes
    m_surface->update();
}

void ComposerCard::show(const Estimate& estimate)
{
    TextLabel& shown = estimate.isOver ? *m_parts.overLimit : *m_parts.estimate;
    shown.setText(estimate.line);
    shown.setToolTip(estimate.details);
    m_parts.estimate->setVisible(!estimate.isOver);
    m_parts.overLimit->setVisible(estimate.isOver);
    fitFoot();
}

void ComposerCard::dragEnterEvent(QDragEnterEvent* event)
{
    if (!canTake(*event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_surface->setDraggedOver(true);
}

void ComposerCard::dragLeaveEvent(QDragLeaveEvent*)
{
    m_surface->setDraggedOver(false);
}

void ComposerCard::dropEvent(QDropEvent* event)
{
    m_surface->setDraggedOver(false);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT dropped(event->mimeData());
}

void ComposerCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitFoot();
}

void ComposerCard::fitFoot()
{
    const QLayout& row = *m_thinkingName->parentWidget()->layout();
    const auto sides = [](const QLayout& layout) {
        const QMargins margins = layout.contentsMargins();
        return margins.left() + margins.right();
    };
    int wanted = m_thinkingName->sizeHint().width() + sides(row) + sides(*m_surface->layout());
    for (int place = 0; place < row.count(); ++place) {
        const QWidget* part = row.itemAt(place)->widget();
        if (part == m_thinkingName || part->isHidden())
            continue;
        const bool isCost = part == m_parts.estimate || part == m_parts.overLimit;
        const int least = isCost ? m_theme.px(kLeastEstimate) : 0;
        wanted += row.spacing() + std::max(part->sizeHint().width(), least);
    }
    m_thinkingName->setVisible(wanted <= width());
}

} // namespace tf::ui
