#pragma once

// A folder walked down by descriptors: every path once, with what rules and git say of it.
//
// Links are listed and not followed, pipes and devices are not opened, other file systems not
// entered. Thread: one at a time.

#include "app/ingest/reader/helper/contents.h"

namespace tf::ingest {

struct Walked {
    /// In the order of the walk; those that are given to ContentLooks come back from it.
    std::vector<Entry> entries;
    std::vector<std::string> notices;
};

class TreeWalk {
public:
    /// All must outlive it.
    TreeWalk(const RepositoryState& state, const TrackedFiles& tracked, Rules& rules,
             ContentLooks& looks, Told& told);

    /// BadInput when there are more entries than are listed.
    Result<Walked> run(const OpenFolder& root);

private:
    struct Place {
        std::string path;
        std::size_t depth = 0;
    };

    Result<> walk(const OpenFolder& folder, const Place& place);
    Result<> take(const OpenFolder& folder, const Child& child, const Place& place);
    Result<> takeFolder(const OpenFolder& folder, const Child& child, const Place& place);
    Result<> takeFile(const OpenFolder& folder, const Child& child, const Place& place);
    Result<> add(Entry entry);
    Result<> leaveOut(std::string path, EntryKind kind, Why why, std::string detail);
    std::optional<std::string> ignoreText(const OpenFolder& folder, const Place& place,
                                          const std::vector<Child>& children,
                                          const std::string& name);

    const RepositoryState& m_state;
    const TrackedFiles& m_tracked;
    Rules& m_rules;
    ContentLooks& m_looks;
    Told& m_told;
    Walked m_walked;
};

} // namespace tf::ingest
