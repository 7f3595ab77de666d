#pragma once

// How the files get into a folder: what is new, what would change, then one button for all of it.
//
// What was saved can be taken back as long as nobody changed it. Thread: main.

#include "ui/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace tf::ui {

class TextLabel;
class WorksWatch;

class SavePanel : public QWidget {
    Q_OBJECT

public:
    /// Requires: `watch` outlives it.
    SavePanel(const Theme& theme, WorksWatch& watch, QWidget* parent = nullptr);

private:
    [[nodiscard]] QWidget* makePlan();
    [[nodiscard]] QWidget* makeSaved();
    void askForFolder();
    void follow();
    void showPlan();
    void showSaved();
    void showButton();

    const Theme& m_theme;
    WorksWatch& m_watch;
    QPushButton* m_ask;
    TextLabel* m_trouble;
    QWidget* m_plan = nullptr;
    TextLabel* m_folder = nullptr;
    QVBoxLayout* m_planColumn = nullptr;
    QWidget* m_rows = nullptr;
    QCheckBox* m_replace = nullptr;
    QPushButton* m_save = nullptr;
    QWidget* m_saved = nullptr;
    TextLabel* m_savedWords = nullptr;
};

} // namespace tf::ui
