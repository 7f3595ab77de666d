#pragma once

// Paints one row of the list of sessions, and lends it an editor while it is renamed.

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace tf::ui {

struct SessionRow;

class SessionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit SessionDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* editor, QEvent* event) override;

private:
    void paintHeading(QPainter& painter, const QStyleOptionViewItem& option,
                      const SessionRow& row) const;
    void paintSession(QPainter& painter, const QStyleOptionViewItem& option,
                      const SessionRow& row) const;
    void paintDetail(QPainter& painter, const QRect& place, Qt::LayoutDirection direction,
                     const SessionRow& row) const;

    const Theme& m_theme;
};

} // namespace tf::ui
