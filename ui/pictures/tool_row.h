#pragma once

// The tools for a picture as buttons in a row, one of them pressed; undo and redo beside them.

#include "ui/pictures/edit_tool.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace tf::ui {

class ToolRow : public QWidget {
    Q_OBJECT

public:
    explicit ToolRow(const Theme& theme, QWidget* parent = nullptr);

    void setTool(EditTool tool);
    [[nodiscard]] EditTool tool() const;
    void setSteps(bool canUndo, bool canRedo);

Q_SIGNALS:
    void toolChosen(tf::ui::EditTool tool);
    void undoAsked();
    void redoAsked();

private:
    QButtonGroup* m_tools;
    QAbstractButton* m_undo;
    QAbstractButton* m_redo;
};

} // namespace tf::ui
