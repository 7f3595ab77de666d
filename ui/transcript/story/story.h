#pragma once

// A branch of a conversation as it is shown: its turns read into blocks, and those into rows.
//
// Turns are read when they are looked at; those that were read stay so while the branch changes.
// Thread: main.

#include "ui/transcript/story/row.h"
#include "ui/transcript/story/shown_turn.h"
#include "ui/transcript/story/turn_source.h"

#include <map>

namespace tf::ui {

class Story {
public:
    /// Without a source nothing is shown.
    explicit Story(TurnSource source = {});

    /// The branch may be another.
    void show();
    /// More of that turn came, or its facts changed. Returns the first row that is not as it was.
    RowKey grow(session::TurnId id);
    /// Its parts are others than before.
    RowKey rewrite(session::TurnId id);
    /// Reads on, at most `limit` bytes. Returns the first row that is not as it was.
    RowKey read(session::TurnId id, std::size_t limit);

    [[nodiscard]] const TurnSource& source() const { return m_source; }
    [[nodiscard]] const std::vector<ShownTurn>& turns() const { return m_turns; }
    /// nullptr: it is not shown.
    [[nodiscard]] const ShownTurn* turn(session::TurnId id) const;
    /// nullptr: the row is no block.
    [[nodiscard]] const Block* block(const RowKey& key) const;
    /// Requires: the row belongs to a section.
    [[nodiscard]] const Section& section(const RowKey& key) const;

    /// Of one turn, from that row on.
    [[nodiscard]] std::vector<ShownRow> rows(const ShownTurn& turn, const RowKey& from) const;

    /// What the row stands for is folded: a section, a long piece of code, the raw words of a
    /// cause.
    [[nodiscard]] bool isFolded(const ShownRow& row) const;
    void setFolded(const ShownRow& row, bool folded);

private:
    ShownTurn* find(session::TurnId id);
    [[nodiscard]] bool hasNotice(const ShownTurn& turn) const;

    TurnSource m_source;
    std::vector<ShownTurn> m_turns; ///< ids are ascending: a parent began before its child
    std::map<RowKey, bool> m_codeFolds; ///< where somebody said so
};

/// Code of more lines is folded, unless it came while somebody watched.
inline constexpr std::size_t kMaxOpenLines = 60;

} // namespace tf::ui
