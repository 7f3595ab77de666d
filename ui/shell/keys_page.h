#pragma once

// The list of keys, made from the action table.

#include "ui/widgets/pane.h"

#include <QCoreApplication>

namespace tf::ui {

class KeysPage : public Pane {
    Q_DECLARE_TR_FUNCTIONS(KeysPage)

public:
    explicit KeysPage(const Theme& theme, QWidget* parent = nullptr);
};

} // namespace tf::ui
