#pragma once

// What could be left out so that a repository fits, each with what it frees; nothing goes unasked.
//
// Cuts come in the order of their worth, all of them ticked. Thread: main.

#include "app/workspace/tray/fit.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace tf::ui {

class TextLabel;

struct FitGoal {
    QString name; ///< "256K", "what this engine can read"
    std::int64_t tokens = 0; ///< for the repository: what the rest leaves
};

class FitCard : public QWidget {
    Q_OBJECT

public:
    explicit FitCard(const Theme& theme, QWidget* parent = nullptr);

    /// While it is worked out.
    void await(const FitGoal& goal);
    void setFit(workspace::Fit fit);
    [[nodiscard]] const FitGoal& goal() const { return m_goal; }
    /// Of the cuts that are ticked.
    [[nodiscard]] std::vector<ingest::UserRule> rules() const;

Q_SIGNALS:
    void applied(const std::vector<tf::ingest::UserRule>& rules);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeCut(const workspace::FitCut& cut);
    void sumUp();

    const Theme& m_theme;
    FitGoal m_goal;
    workspace::Fit m_fit;
    TextLabel* m_title;
    TextLabel* m_sum;
    QWidget* m_cuts = nullptr;
    QVBoxLayout* m_list = nullptr;
    std::vector<QCheckBox*> m_boxes; ///< in the order of the cuts
    QPushButton* m_apply;
};

/// "Tests", "Lock files".
[[nodiscard]] QString fitName(workspace::FitKind kind);
/// "tests/unit, 214 files"
[[nodiscard]] QString fitPlace(const workspace::FitCut& cut);

} // namespace tf::ui
