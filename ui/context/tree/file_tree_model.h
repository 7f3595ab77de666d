#pragma once

// The files of a source for Qt's views: a tree of folders, or what a search found as a list.
//
// Rows are asked for as they come into sight; nothing here looks at all of them. Thread: main.

#include "ui/context/tree/file_order.h"

#include <QAbstractItemModel>

namespace tf::ui {

enum class FileColumn : std::uint8_t { Name, Tokens, Why };

inline constexpr int kNumFileColumns = 3;

class FileTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    /// Made elsewhere. What was there goes to the caller, who lets it end where nobody waits.
    [[nodiscard]] std::unique_ptr<FileForest> setForest(std::unique_ptr<FileForest> forest,
                                                        FileOrder order);
    [[nodiscard]] const FileForest& forest() const { return *m_forest; }
    [[nodiscard]] FileSort sort() const { return m_order.sort(); }
    /// All rows are others then.
    void setSort(FileSort sort);
    /// A list of these alone.
    void setFound(std::vector<FileId> found);
    void clearFound();
    [[nodiscard]] bool isFlat() const { return m_isFlat; }
    /// Tokens that all may have together, which shares are of; 0: unknown.
    void setBudget(std::int64_t budget);
    [[nodiscard]] std::int64_t budget() const { return m_budget; }
    /// Shown at once; the source is read anew meanwhile.
    void choose(FileId id, Taken taken);

    /// Requires: `index` is valid.
    [[nodiscard]] FileId fileOf(const QModelIndex& index) const;
    /// Invalid where it is not listed.
    [[nodiscard]] QModelIndex indexOf(FileId id) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex&) const override { return kNumFileColumns; }
    [[nodiscard]] bool hasChildren(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QVariant shown(FileId id, FileColumn column) const;
    void sortFound();

    std::unique_ptr<FileForest> m_forest = std::make_unique<FileForest>();
    FileOrder m_order;
    bool m_isFlat = false;
    std::vector<FileId> m_found;
    std::int64_t m_budget = 0;
};

} // namespace tf::ui
