#pragma once

// One of the window's side panes: a surface with a title, a button that hides it, and a body.
//
// It takes the keyboard when F6 arrives and shows a ring then, and never for a mouse click.

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace tf::ui {

class Pane : public QWidget {
    Q_OBJECT

public:
    Pane(const Theme& theme, Token surface, const QString& name, QWidget* parent = nullptr);

    /// A title row with a button that emits hideAsked().
    void addHeader(Icon hideIcon, const QString& hideName);
    /// Takes the rest of the pane; scrolls when it is taller. Returns what scrolls it.
    QWidget* setBody(QWidget* body);
    /// Beneath what is there; takes the rest of the pane if it wants to be tall.
    void addPart(QWidget* part, int stretch);

    /// Over the conversation instead of beside it: a line all around tells them apart.
    void setFloating(bool floating);

Q_SIGNALS:
    void hideAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

    [[nodiscard]] const Theme& theme() const { return m_theme; }
    /// What scrolls `body` up and down when it is taller.
    [[nodiscard]] static QWidget* makeScrolled(QWidget* body, QWidget* parent);

private:
    /// Where what is scrolled goes on under the header, and above what stands below it.
    void paintEdges(QPainter& painter) const;
    void updateEdges();

    const Theme& m_theme;
    Token m_surface;
    QVBoxLayout* m_column;
    QScrollArea* m_scroll = nullptr; ///< of the body
    bool m_ring = false;
    bool m_floating = false;
};

} // namespace tf::ui
