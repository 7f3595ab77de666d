#pragma once

// Names and values in groups, one under the other; each value is read with its name.

#include "ui/monitor/fact.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace tf::ui {

class FactList : public QWidget {
    Q_OBJECT

public:
    explicit FactList(const Theme& theme, QWidget* parent = nullptr);

    void show(const std::vector<FactGroup>& groups);

private:
    void fill();
    [[nodiscard]] QWidget* makeGroup(const FactGroup& group);

    const Theme& m_theme;
    QVBoxLayout* m_column;
    std::vector<FactGroup> m_shown;
    QWidget* m_groups = nullptr;
};

} // namespace tf::ui
