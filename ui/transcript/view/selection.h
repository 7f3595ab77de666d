#pragma once

// What is selected of a conversation: everything between two places in its text.
//
// Thread: main.

#include "ui/transcript/layout/row_layout.h"
#include "ui/transcript/story/rows.h"
#include "ui/transcript/story/story.h"

namespace tf::ui {

/// A place in the text of a row.
struct TextPlace {
    RowKey row;
    int offset = 0;

    auto operator<=>(const TextPlace&) const = default;
};

struct Selection {
    TextPlace anchor;
    TextPlace head;

    [[nodiscard]] bool isEmpty() const { return anchor == head; }
    [[nodiscard]] const TextPlace& first() const { return std::min(anchor, head); }
    [[nodiscard]] const TextPlace& last() const { return std::max(anchor, head); }
    /// Of a row whose text is so long.
    [[nodiscard]] TextRange rangeIn(const RowKey& row, int length) const;
};

/// Rows parted by lines, as they stand; code keeps its indentation.
[[nodiscard]] QString selectedText(const Selection& selection, const Story& story,
                                   const Rows& rows);
/// All of every block that the selection touches; a part of a single one as its plain text.
[[nodiscard]] QString selectedMarkdown(const Selection& selection, const Story& story,
                                       const Rows& rows);

/// The word, or what stands between words, at that place.
[[nodiscard]] Selection wordAt(const TextPlace& place, const Story& story);
[[nodiscard]] Selection blockAt(const TextPlace& place, const Story& story);
/// Every text that is not folded away.
[[nodiscard]] Selection everything(const Story& story, const Rows& rows);

} // namespace tf::ui
