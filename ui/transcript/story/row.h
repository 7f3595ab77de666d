#pragma once

// One row of a conversation: what is painted, measured and kept as a whole, and its lasting name.
//
// Keys are ascending from the top to the bottom; they stay when rows are added before them.
// Thread: any.

#include "app/session/turn.h"

#include <compare>
#include <limits>

namespace tf::ui {

enum class RowKind : std::uint8_t {
    QuestionHead,
    Block,
    Media, ///< pictures and clips that went along with the question
    Chips, ///< what else did
    QuestionFooter,
    AnswerHead,
    Fold, ///< the line of a section that can be folded
    Waiting, ///< nothing came yet
    Notice, ///< how it went wrong
    Footer,
    Unread, ///< a turn whose blocks are not known yet
};

struct RowKey {
    session::TurnId turn = session::kNoTurn;
    std::int32_t section = 0;
    std::int32_t block = 0;

    auto operator<=>(const RowKey&) const = default;
};

inline constexpr std::int32_t kBeforeBlocks = -1; ///< heads and folds
inline constexpr std::int32_t kMediaBlock = std::numeric_limits<std::int32_t>::max() - 4;
inline constexpr std::int32_t kChipsBlock = std::numeric_limits<std::int32_t>::max() - 3;
inline constexpr std::int32_t kQuestionFooterBlock = std::numeric_limits<std::int32_t>::max() - 2;
inline constexpr std::int32_t kAnswerHeadBlock = std::numeric_limits<std::int32_t>::max() - 1;
inline constexpr std::int32_t kWaitingBlock = std::numeric_limits<std::int32_t>::max();
inline constexpr std::int32_t kNoticeSection = std::numeric_limits<std::int32_t>::max() - 1;
inline constexpr std::int32_t kFooterSection = std::numeric_limits<std::int32_t>::max();

struct ShownRow {
    RowKind kind = RowKind::Block;
    RowKey key;

    bool operator==(const ShownRow&) const = default;
};

/// In the card of a question.
[[nodiscard]] inline bool standsInCard(const ShownRow& row)
{
    return row.key.section == 0
        && (row.kind == RowKind::Block || row.kind == RowKind::Media || row.kind == RowKind::Chips);
}

} // namespace tf::ui
