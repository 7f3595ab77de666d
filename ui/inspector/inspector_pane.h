#pragma once

// What the model is given, file by file and frame by frame; empty in this version, and says so.

#include "ui/widgets/pane.h"

#include <QCoreApplication>

namespace tf::ui {

class InspectorPane : public Pane {
    Q_DECLARE_TR_FUNCTIONS(InspectorPane)

public:
    explicit InspectorPane(const Theme& theme, QWidget* parent = nullptr);
};

} // namespace tf::ui
