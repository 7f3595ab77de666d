#pragma once

// Paints a file in a tree: whether it is sent, its name, its tokens with a bar of their share.

#include "ui/context/tree/file_tree_model.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace tf::ui {

class FileDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit FileDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
    /// Where a press chooses; as high as the row.
    [[nodiscard]] QRect boxOf(const QRect& nameCell, Qt::LayoutDirection direction) const;

private:
    void paintName(QPainter& painter, const QStyleOptionViewItem& option,
                   const FileTreeModel& model, FileId id) const;
    void paintMark(QPainter& painter, const QRect& box, const FileNode& node) const;
    void paintTokens(QPainter& painter, const QStyleOptionViewItem& option,
                     const FileTreeModel& model, FileId id) const;
    void paintWords(QPainter& painter, const QRect& place, const QStyleOptionViewItem& option,
                    const QString& words, Qt::TextElideMode mode) const;

    const Theme& m_theme;
};

} // namespace tf::ui
