#pragma once

// What a clip comes to as it is chosen: frames and tokens, how much of what one clip may show.
//
// What did not fit, and why, stands below it. Thread: main.

#include "app/workspace/clip_view.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tf::ui {

class TextLabel;

/// Tokens of a clip that fills what one clip may show.
inline constexpr std::int64_t kClipCapTokens = 192'000;

/// "40 frames, ≈ 14,400 tokens"
[[nodiscard]] QString budgetWords(const workspace::ClipSending& sending);
/// What was dropped, left out or is awaited, one sentence a line; empty: nothing.
[[nodiscard]] QString budgetNotes(const workspace::ClipSending& sending);

class BudgetLine : public QWidget {
    Q_OBJECT

public:
    explicit BudgetLine(const Theme& theme, QWidget* parent = nullptr);

    void setSending(const workspace::ClipSending& sending);

private:
    class CapBar;

    TextLabel* m_words;
    CapBar* m_bar;
    TextLabel* m_cap;
    TextLabel* m_notes;
    TextLabel* m_problem;
};

} // namespace tf::ui
