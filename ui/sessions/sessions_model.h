#pragma once

// The rows of the list of sessions for Qt's views. Thread: main.

#include "ui/sessions/session_rows.h"

#include <QAbstractListModel>

namespace tf::ui {

class SessionsModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<SessionRow> rows);
    [[nodiscard]] const SessionRow& row(const QModelIndex& index) const;
    /// Where a session stands; invalid when it is not listed.
    [[nodiscard]] QModelIndex find(const session::SessionId& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// Display, edit and accessible text.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void renamed(const tf::session::SessionId& id, const QString& title);

private:
    std::vector<SessionRow> m_rows;
};

} // namespace tf::ui
