#include "ui/sessions/sessions_model.h"

#include <algorithm>

namespace tf::ui {

void SessionsModel::setRows(std::vector<SessionRow> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const SessionRow& SessionsModel::row(const QModelIndex& index) const
{
    return m_rows.at(static_cast<std::size_t>(index.row()));
}

QModelIndex SessionsModel::find(const session::SessionId& id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&id](const SessionRow& row) { return row.id == id; });
    return id.empty() || found == m_rows.end() ? QModelIndex()
                                               : index(static_cast<int>(found - m_rows.begin()));
}

int SessionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SessionsModel::data(const QModelIndex& index, int role) const
{
    const SessionRow& shown = row(index);
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return shown.title;
    if (role == Qt::ToolTipRole && shown.kind != SessionRowKind::Heading
        && shown.kind != SessionRowKind::TrashHeading)
        return shown.title;
    if (role == Qt::AccessibleTextRole)
        return shown.detail.isEmpty() ? shown.title
                                      : shown.title + QStringLiteral(", ") + shown.detail;
    return {};
}

bool SessionsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const QString title = value.toString().simplified();
    if (role != Qt::EditRole || title.isEmpty() || title == row(index).title)
        return false;
    m_rows.at(static_cast<std::size_t>(index.row())).title = title;
    Q_EMIT dataChanged(index, index);
    Q_EMIT renamed(row(index).id, title);
    return true;
}

Qt::ItemFlags SessionsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    switch (row(index).kind) {
    case SessionRowKind::Heading:
        return Qt::NoItemFlags;
    case SessionRowKind::Session:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
    case SessionRowKind::Found:
    case SessionRowKind::TrashHeading:
    case SessionRowKind::Trashed:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    }
    return Qt::NoItemFlags;
}

} // namespace tf::ui
