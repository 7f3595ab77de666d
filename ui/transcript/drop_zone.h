#pragma once

// The dashed field of an empty conversation: what can be dropped, and what comes of it.

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QWidget>

namespace tf::ui {

class DropZone : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(DropZone)

public:
    explicit DropZone(const Theme& theme, QWidget* parent = nullptr);

    /// Something is being dragged over the conversation.
    void setHighlighted(bool highlighted);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    bool m_highlighted = false;
};

} // namespace tf::ui
