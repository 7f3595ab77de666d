#pragma once

// The names of the columns over a tree of files; a press sorts by one.

#include "ui/theme/theme.h"

#include <QHeaderView>

namespace tf::ui {

class FileHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit FileHeader(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    const Theme& m_theme;
};

} // namespace tf::ui
