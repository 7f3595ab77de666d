#include "ui/pictures/tool_row.h"

#include "ui/theme/style.h"
#include "ui/widgets/icon_button.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

/// A button that stays pressed looks so, and one that can do nothing is grey.
class ToolButton : public IconButton {
public:
    ToolButton(const Theme& theme, Icon icon, const QString& name, QWidget* parent)
        : IconButton(theme, icon, name, parent)
        , m_theme(theme)
    {
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        if (isChecked()) {
            const int radius = m_theme.px(4);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(m_theme.color(Token::BorderStrong));
            painter.setBrush(m_theme.color(Token::Selected));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        }
        painter.end();
        IconButton::paintEvent(event);
        if (isEnabled())
            return;
        QPainter veil(this);
        QColor surface = m_theme.color(Token::SidePane);
        surface.setAlpha(150);
        veil.fillRect(rect(), surface);
    }

private:
    const Theme& m_theme;
};

QString withKey(const QString& name, const QKeySequence& key)
{
    return u"%1 (%2)"_s.arg(name, key.toString(QKeySequence::NativeText));
}

} // namespace

ToolRow::ToolRow(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_tools(new QButtonGroup(this))
{
    setAccessibleName(tr("Tools"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (const ToolRowEntry& entry : editTools()) {
        const QString name = toolName(entry.tool);
        auto* button = new ToolButton(theme, entry.icon, name, this);
        button->setToolTip(withKey(name, entry.key));
        button->setCheckable(true);
        m_tools->addButton(button, static_cast<int>(entry.tool));
        row->addWidget(button);
    }
    row->addStretch(1);
    m_undo = new ToolButton(theme, Icon::Undo, tr("Undo the last change"), this);
    m_redo = new ToolButton(theme, Icon::Redo, tr("Do it once more"), this);
    m_undo->setToolTip(withKey(m_undo->accessibleName(), QKeySequence(u"Ctrl+Z"_s)));
    m_redo->setToolTip(withKey(m_redo->accessibleName(), QKeySequence(u"Ctrl+Shift+Z"_s)));
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    connect(m_tools, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT toolChosen(static_cast<EditTool>(id)); });
    connect(m_undo, &QAbstractButton::clicked, this, &ToolRow::undoAsked);
    connect(m_redo, &QAbstractButton::clicked, this, &ToolRow::redoAsked);
    setTool(EditTool::Select);
    setSteps(false, false);
}

void ToolRow::setTool(EditTool tool)
{
    m_tools->button(static_cast<int>(tool))->setChecked(true);
}

EditTool ToolRow::tool() const
{
    return static_cast<EditTool>(m_tools->checkedId());
}

void ToolRow::setSteps(bool canUndo, bool canRedo)
{
    m_undo->setEnabled(canUndo);
    m_redo->setEnabled(canRedo);
}

} // namespace tf::ui
