#pragma once

// Where a text occurs in a conversation: all places, and the one that is looked at.
//
// Folded reasoning is searched, too. Thread: main.

#include "ui/transcript/layout/row_layout.h"
#include "ui/transcript/story/story.h"

#include <map>

namespace tf::ui {

struct FoundPlace {
    RowKey row;
    TextRange range;
};

class FindMarks {
public:
    /// Upper and lower case are the same. An empty text is nowhere.
    void look(const QString& wanted, const Story& story);
    /// More of the conversation is known; what is looked at stays.
    void lookEverywhere(const Story& story);
    /// Blocks changed from that row on, in its turn or behind it.
    void lookAgainFrom(const RowKey& from, const Story& story);

    [[nodiscard]] const QString& wanted() const { return m_wanted; }
    [[nodiscard]] std::size_t count() const { return m_places.size(); }
    /// From 0; nothing while there are none.
    [[nodiscard]] std::optional<std::size_t> currentIdx() const;
    [[nodiscard]] const FoundPlace* current() const;
    /// The first at or behind that row becomes the current one.
    void startAt(const RowKey& row);
    void next();
    void previous();

    struct InRow {
        std::vector<TextRange> ranges;
        std::optional<std::size_t> current; ///< of them
    };
    [[nodiscard]] InRow in(const RowKey& row) const;

private:
    void lookIn(const ShownTurn& turn, const RowKey& from);

    QString m_wanted;
    std::vector<FoundPlace> m_places; ///< ascending
    std::size_t m_current = 0;
};

} // namespace tf::ui
