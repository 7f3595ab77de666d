#pragma once

// The list of sessions; empty in this version, and says so.

#include "ui/widgets/pane.h"

#include <QCoreApplication>

namespace tf::ui {

class SessionsPane : public Pane {
    Q_DECLARE_TR_FUNCTIONS(SessionsPane)

public:
    explicit SessionsPane(const Theme& theme, QWidget* parent = nullptr);
};

} // namespace tf::ui
