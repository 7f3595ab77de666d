#pragma once

// The model on this machine: how far its loading is, what went wrong; its buttons.
//
// Follows the model's signals; nothing ticks meanwhile. Thread: main.

#include "app/workspace/local_model.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace tf::ui {

class TextLabel;

/// "63.2 GB / 214 GB (29 %) · 1.8 GB/s · 84 s left"; only what is known.
[[nodiscard]] QString loadWords(const workspace::LoadProgress& progress);
/// An error as a sentence; where it wraps, a path in it is broken at its slashes alone.
[[nodiscard]] QString faultWords(const Error& error);
/// What the user can do about a model that did not load.
[[nodiscard]] QString loadAdvice(Code code);

class LoadCard : public QWidget {
    Q_OBJECT

public:
    /// Requires: `model` outlives it.
    LoadCard(const Theme& theme, workspace::LocalModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Another folder shall be chosen.
    void loadAsked();

private:
    void makeTrouble(const Theme& theme);
    void makeButtons();
    void showModel();
    void showWords();
    void showButtons();

    workspace::LocalModel& m_model;
    TextLabel* m_state;
    TextLabel* m_details;
    QWidget* m_trouble;
    TextLabel* m_fault;
    TextLabel* m_advice;
    QProgressBar* m_bar;
    QPushButton* m_load;
    QPushButton* m_choose;
    QPushButton* m_unload;
    QPushButton* m_cancel;
};

} // namespace tf::ui
