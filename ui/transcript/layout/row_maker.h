#pragma once

// Rows become layouts: which kind is painted how, where it stands, and how tall it will be.
//
// Thread: main.

#include "ui/transcript/layout/grid_row.h"
#include "ui/transcript/layout/layout_cache.h"
#include "ui/transcript/layout/measures.h"
#include "ui/transcript/story/story.h"

namespace tf::ui {

/// Where a row stands in the content.
struct Placement {
    int x = 0;
    int width = 0;
    int gap = 0;
    int least = 0; ///< as Room has it
    int numShared = 0; ///< the same
};

class RowMaker {
public:
    /// All outlive it.
    RowMaker(const Story& story, const Theme& theme, const Measures& measures);

    [[nodiscard]] std::unique_ptr<RowLayout> make(const ShownRow& row, const ShownRow* before);
    /// Without laying it out.
    [[nodiscard]] int guess(const ShownRow& row, const ShownRow* before) const;
    [[nodiscard]] Placement place(const ShownRow& row, const ShownRow* before) const;

    /// Blocks of that section changed from this one on. Returns the head of a table whose columns
    /// are others now, and all of whose rows must be laid out anew.
    [[nodiscard]] std::optional<RowKey> noteChange(const RowKey& from);
    void forgetColumns() { m_tables.clear(); }

private:
    struct Columns {
        std::size_t numBlocks = 0; ///< of the table, that were asked for their wishes
        std::size_t numRows = 0;
        bool isSettled = false; ///< further rows do not change them
        std::vector<ColumnWish> wishes;
        std::vector<int> widths;
    };

    [[nodiscard]] std::unique_ptr<RowLayout> makeBlock(const ShownRow& row, const Block& block,
                                                       const Room& room);
    [[nodiscard]] CitedSource citedOf(const ShownRow& row, const Block& block) const;
    [[nodiscard]] std::unique_ptr<RowLayout> makeFacts(const ShownRow& row, const Room& room) const;
    [[nodiscard]] RowKey headOfTable(RowKey key) const;
    const Columns& columnsOf(const RowKey& head, int width);
    [[nodiscard]] int guessBlock(const ShownRow& row, const Block& block, int width) const;

    const Story& m_story;
    const Theme& m_theme;
    const Measures& m_measures;
    std::map<RowKey, Columns> m_tables;
};

inline constexpr int kCardVertical = 12;
inline constexpr int kReasoningInset = 20;
inline constexpr int kAboveCard = 6;

} // namespace tf::ui
