#pragma once

// What a new user sees first: where answers can come from, and the shortest way to each.
//
// Shown while there is no engine at all; goes when there is one. Thread: main.

#include "ui/widgets/pane.h"

namespace tf::workspace {
class Engines;
}

namespace tf::ui {

class ChoiceCard;

class FirstRunPage : public Pane {
    Q_OBJECT

public:
    /// Requires: `engines` outlives it.
    FirstRunPage(const Theme& theme, workspace::Engines& engines, QWidget* parent = nullptr);

Q_SIGNALS:
    void loadAsked();
    void endpointAsked();
    /// Without any engine: the window as it is.
    void lookAsked();

private:
    QWidget* makeBody();
    void showLoading();

    workspace::Engines& m_engines;
    ChoiceCard* m_machine = nullptr;
};

} // namespace tf::ui
