#pragma once

// What the next request takes up, by where it comes from, of what the engine can read.
//
// A plain value, made of what lies in a tray and of what was said before. Thread: main.

#include "app/workspace/engine_choice.h"
#include "app/workspace/tray/tray_item.h"
#include "ui/theme/tokens.h"

#include <QString>

#include <span>

namespace tf::ui {

/// In the order of the prompt.
enum class BudgetSource : std::uint8_t {
    Repository,
    Texts,
    Pictures,
    Clips,
    History,
    Question,
    Answer, ///< kept free for it
};

struct BudgetPart {
    BudgetSource source = BudgetSource::Repository;
    std::int64_t tokens = 0;

    bool operator==(const BudgetPart&) const = default;
};

struct TokenBudget {
    std::vector<BudgetPart> parts; ///< none of them empty
    std::int64_t room = 0; ///< of the engine; 0: nobody knows
    std::vector<std::int64_t> steps; ///< of the price, within the room
    ingest::Quality quality = ingest::Quality::Estimated;

    [[nodiscard]] std::int64_t of(BudgetSource source) const;
    /// With what is kept free for the answer.
    [[nodiscard]] std::int64_t total() const;
    /// What is read of it, and paid for.
    [[nodiscard]] std::int64_t input() const { return total() - of(BudgetSource::Answer); }

    bool operator==(const TokenBudget&) const = default;
};

/// What goes along beside the things of the tray.
struct BudgetTalk {
    std::int64_t before = 0; ///< said so far, as the last answer counted it
    std::int64_t question = 0;
};

/// `engine`: nullptr: none is chosen.
[[nodiscard]] TokenBudget budgetOf(std::span<const workspace::TrayItem> items,
                                   const BudgetTalk& talk, const workspace::EngineChoice* engine);

[[nodiscard]] QString sourceName(BudgetSource source);
[[nodiscard]] Token sourceInk(BudgetSource source);
/// "Repository: 212,000 tokens, 41 % of 512K"
[[nodiscard]] QString partWords(const BudgetPart& part, const TokenBudget& budget);
/// "repository 212K · pictures 1.7K — 226K of 512K"
[[nodiscard]] QString budgetLine(const TokenBudget& budget);

enum class BudgetTone : std::uint8_t { Fine, Step, Over };

struct BudgetWarning {
    BudgetTone tone = BudgetTone::Fine;
    QString words; ///< what is near, or what to do; empty: nothing
};

[[nodiscard]] BudgetWarning warningOf(const TokenBudget& budget);

} // namespace tf::ui
