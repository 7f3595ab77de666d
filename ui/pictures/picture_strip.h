#pragma once

// All pictures in one row, small; the one that is looked at has a frame. Many of them scroll.

#include "ui/pictures/picture_list.h"
#include "ui/theme/theme.h"

#include <QListView>

namespace tf::ui {

class PictureStrip : public QListView {
    Q_OBJECT

public:
    PictureStrip(const Theme& theme, PictureList& list, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    void showRow(int row);

Q_SIGNALS:
    void rowChosen(int row);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    const Theme& m_theme;
    bool m_isShowing = false; ///< it is not the user who chooses
};

} // namespace tf::ui
