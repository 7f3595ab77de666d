#pragma once

// The middle of the window: today an empty conversation that can be dropped on.

#include "ui/widgets/pane.h"

namespace tf::ui {

class DropZone;

class ConversationPane : public Pane {
    Q_OBJECT

public:
    explicit ConversationPane(const Theme& theme, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Something was let go here; `what` is describeDrop() of it.
    void dropped(const QString& what);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeBody();
    QWidget* makeExample(Icon icon, const QString& title, const QString& text, QWidget* parent);

    DropZone* m_zone = nullptr;
};

} // namespace tf::ui
