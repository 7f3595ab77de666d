#pragma once

// The pictures that can be looked at, as a list that a strip shows: a small picture and a name
// each.
//
// Thread: main.

#include "app/workspace/tray/tray_item.h"

#include <QAbstractListModel>

namespace tf::ui {

struct ListedPicture {
    workspace::TrayId id = 0; ///< 0: of an earlier question
    std::string name;
    std::string detail; ///< size, or what is wrong
    std::int64_t tokens = 0;
    workspace::TrayState state = workspace::TrayState::Ready;
    workspace::Preview preview;
};

class PictureList : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<ListedPicture> pictures);
    [[nodiscard]] const std::vector<ListedPicture>& pictures() const { return m_pictures; }
    /// -1: it is not there.
    [[nodiscard]] int rowOf(workspace::TrayId id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    /// Name, tool tip, picture, and what a screen reader says.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString spoken(const ListedPicture& picture) const;

    std::vector<ListedPicture> m_pictures;
};

} // namespace tf::ui
