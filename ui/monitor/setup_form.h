#pragma once

// How the model on this machine is loaded: its context, its threads, and how new sessions think.
//
// What is chosen holds for the next load, and the card beside it counts what that takes.
// Thread: main.

#include "app/session/turn.h"
#include "app/workspace/local_model.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace tf::ui {

class TextLabel;

struct ModelSetup {
    workspace::LocalSetup load;
    session::Thinking thinking = session::Thinking::Adaptive;
};

class SetupForm : public QWidget {
    Q_OBJECT

public:
    /// Requires: `model` outlives it.
    SetupForm(const Theme& theme, workspace::LocalModel& model, QWidget* parent = nullptr);

    void setThinking(session::Thinking thinking);
    [[nodiscard]] ModelSetup setup() const;

Q_SIGNALS:
    /// By the user.
    void chosen();

private:
    void makeFields(const Theme& theme);
    void showModel();
    void take();

    workspace::LocalModel& m_model;
    QComboBox* m_context;
    QSpinBox* m_threads;
    QComboBox* m_thinking;
    TextLabel* m_later;
};

} // namespace tf::ui
