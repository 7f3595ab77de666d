#pragma once

// The rows that were laid out lately; the oldest go when there are too many.
//
// Thread: main.

#include "ui/transcript/layout/row_layout.h"

#include <list>
#include <map>
#include <memory>

namespace tf::ui {

class LayoutCache {
public:
    /// nullptr: it must be laid out.
    [[nodiscard]] RowLayout* find(const RowKey& key);
    RowLayout& keep(const RowKey& key, std::unique_ptr<RowLayout> layout);
    void drop(const RowKey& key);
    /// Of its turn, from that row on.
    void dropFrom(const RowKey& key);
    void clear();

    [[nodiscard]] std::size_t count() const { return m_entries.size(); }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    /// How many were ever laid out: what tests of cost count.
    [[nodiscard]] std::int64_t numMade() const { return m_numMade; }

private:
    struct Entry {
        std::unique_ptr<RowLayout> layout;
        std::list<RowKey>::iterator use;
        std::size_t bytes = 0;
    };
    using Entries = std::map<RowKey, Entry>;

    Entries::iterator erase(Entries::iterator entry);

    Entries m_entries;
    std::list<RowKey> m_uses; ///< the latest first
    std::size_t m_bytes = 0;
    std::int64_t m_numMade = 0;
};

inline constexpr std::size_t kMaxLayouts = 800;
inline constexpr std::size_t kMaxLayoutBytes = std::size_t(16) << 20;

} // namespace tf::ui
