#include "ui/context/tree/file_tree_model.h"

#include "ui/context/tree/file_words.h"

#include <algorithm>

namespace tf::ui {

namespace {

Qt::CheckState checkOf(FileMark mark)
{
    if (mark == FileMark::Sent)
        return Qt::Checked;
    return mark == FileMark::Partly ? Qt::PartiallyChecked : Qt::Unchecked;
}

} // namespace

std::unique_ptr<FileForest> FileTreeModel::setForest(std::unique_ptr<FileForest> forest,
                                                     FileOrder order)
{
    beginResetModel();
    auto before = std::exchange(m_forest, std::move(forest));
    m_order = std::move(order);
    m_isFlat = false;
    m_found.clear();
    endResetModel();
    return before;
}

void FileTreeModel::setSort(FileSort sort)
{
    beginResetModel();
    m_order = FileOrder(*m_forest, sort);
    sortFound();
    endResetModel();
}

void FileTreeModel::sortFound()
{
    if (m_order.sort() == FileSort::Name)
        std::sort(m_found.begin(), m_found.end());
    else
        std::stable_sort(m_found.begin(), m_found.end(), [this](FileId one, FileId other) {
            return costsMore(*m_forest, one, other);
        });
}

void FileTreeModel::setFound(std::vector<FileId> found)
{
    beginResetModel();
    m_isFlat = true;
    m_found = std::move(found);
    sortFound();
    endResetModel();
}

void FileTreeModel::clearFound()
{
    beginResetModel();
    m_isFlat = false;
    m_found.clear();
    endResetModel();
}

void FileTreeModel::setBudget(std::int64_t budget)
{
    m_budget = budget;
}

void FileTreeModel::choose(FileId id, Taken taken)
{
    m_forest->choose(id, taken);
}

FileId FileTreeModel::fileOf(const QModelIndex& index) const
{
    return static_cast<FileId>(index.internalId());
}

QModelIndex FileTreeModel::indexOf(FileId id) const
{
    if (id == kNoFile || id == kRootFile)
        return {};
    if (!m_isFlat)
        return createIndex(m_order.row(id), 0, quintptr(id));
    const auto found = std::find(m_found.begin(), m_found.end(), id);
    return found == m_found.end()
        ? QModelIndex()
        : createIndex(static_cast<int>(found - m_found.begin()), 0, quintptr(id));
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (parent.column() > 0 || m_forest->size() == 0)
        return {};
    const auto rows = m_isFlat ? std::span<const FileId>(m_found)
                               : m_order.children(parent.isValid() ? fileOf(parent) : kRootFile);
    const auto place = static_cast<std::size_t>(row);
    if (place >= rows.size() || column < 0 || column >= kNumFileColumns)
        return {};
    return createIndex(row, column, quintptr(rows[place]));
}

QModelIndex FileTreeModel::parent(const QModelIndex& child) const
{
    return child.isValid() && !m_isFlat ? indexOf(m_forest->at(fileOf(child)).parent)
                                        : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0 || m_forest->size() == 0)
        return 0;
    if (m_isFlat)
        return parent.isValid() ? 0 : static_cast<int>(m_found.size());
    return static_cast<int>(m_order.children(parent.isValid() ? fileOf(parent) : kRootFile).size());
}

bool FileTreeModel::hasChildren(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return rowCount(parent) > 0;
    return !m_isFlat && parent.column() == 0 && m_forest->at(fileOf(parent)).isFolder;
}

QVariant FileTreeModel::shown(FileId id, FileColumn column) const
{
    switch (column) {
    case FileColumn::Name:
        return shownPath(m_isFlat ? m_forest->path(id) : m_forest->name(id));
    case FileColumn::Tokens:
        return tokenCell(*m_forest, id);
    case FileColumn::Why:
        break;
    }
    return whyWords(*m_forest, id);
}

QVariant FileTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const FileId id = fileOf(index);
    const auto column = static_cast<FileColumn>(index.column());
    if (role == Qt::DisplayRole)
        return shown(id, column);
    if (role == Qt::ToolTipRole)
        return fileDetails(*m_forest, id, m_budget);
    if (column != FileColumn::Name)
        return {};
    if (role == Qt::AccessibleTextRole)
        return spokenFile(*m_forest, id, m_budget);
    if (role == Qt::CheckStateRole)
        return checkOf(m_forest->at(id).mark);
    return {};
}

QVariant FileTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<FileColumn>(section)) {
    case FileColumn::Name:
        return tr("Name");
    case FileColumn::Tokens:
        return tr("Tokens");
    case FileColumn::Why:
        break;
    }
    return tr("Why");
}

} // namespace tf::ui
