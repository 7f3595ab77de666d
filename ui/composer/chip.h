#pragma once

// One thing that goes along with the question: what it looks like, what it is, what it costs.
//
// Delete and Backspace remove it, as its button does.

#include "app/workspace/tray/tray_item.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPixmap>
#include <QWidget>

namespace tf::ui {

class IconButton;
class TextButton;

class Chip : public QWidget {
    Q_OBJECT

public:
    Chip(const Theme& theme, const workspace::TrayItem& item, QWidget* parent = nullptr);

    void show(const workspace::TrayItem& item);
    [[nodiscard]] workspace::TrayId id() const { return m_item.id; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// It shall be looked at.
    void openAsked();
    void removeAsked();
    void undoAsked();
    /// Of what cannot be read.
    void nameAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void place();
    void paintPicture(QPainter& painter, const QRect& place) const;
    void paintWords(QPainter& painter, const QRect& place) const;
    void paintProgress(QPainter& painter) const;
    [[nodiscard]] bool isFailed() const;
    [[nodiscard]] QString secondLine() const;
    [[nodiscard]] QString spokenName() const;
    [[nodiscard]] QRect visual(const QRect& logical) const;

    const Theme& m_theme;
    workspace::TrayItem m_item;
    QPixmap m_preview;
    IconButton* m_remove;
    TextButton* m_nameOnly;
};

} // namespace tf::ui
