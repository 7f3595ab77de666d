#pragma once

// What must be read of files to list them: their first bytes, and, where git's index does not tell,
// git's name of the whole.
//
// Looked into while others are still being found, on threads started here and ended here. A file
// that changes meanwhile is what it was at one moment, or says that it could not be read.

#include "app/ingest/reader/beneath/open_folder.h"
#include "app/ingest/reader/helper/told.h"
#include "app/ingest/reader/helper/tracked_files.h"
#include "app/ingest/rules/rules.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace tf::ingest {

/// A file of which more must be known than its name and size.
struct ToLook {
    std::size_t place = 0; ///< in the listing, where `entry` comes from and goes back to
    Entry entry;
    TrackedFile tracked;
    bool wantsName = false; ///< of its content: it may differ from what git knows
};

class ContentLooks {
public:
    /// Both must outlive it. Requires: a GitLibrary.
    ContentLooks(const OpenFolder& root, const Rules& rules);
    ContentLooks(const ContentLooks&) = delete;
    ContentLooks& operator=(const ContentLooks&) = delete;
    /// What is not looked into by then is left.
    ~ContentLooks();

    void add(ToLook file);
    /// Puts blobs, states and verdicts into `entries`. Blocks: until all is looked into.
    Result<> finish(std::vector<Entry>& entries, Told& told);
    /// Files that differ from what git has in their line ends alone.
    [[nodiscard]] std::int64_t numOtherLineEnds() const { return m_numOtherLineEnds; }

private:
    using Some = std::vector<ToLook>;

    void handOver();
    Some* next();
    void work();
    void end();
    void look(ToLook& file);
    void compare(ToLook& file, const std::string& bytes);

    const OpenFolder& m_root;
    const Rules& m_rules;
    Some m_filling;
    std::mutex m_mutex; // for the next four
    std::condition_variable m_changed;
    std::deque<Some> m_given; // each belongs to whoever took it
    std::size_t m_numTaken = 0;
    bool m_isComplete = false;
    std::atomic<bool> m_isStopped = false;
    std::atomic<std::int64_t> m_numOtherLineEnds = 0;
    std::vector<std::thread> m_others;
};

/// The same text with LF for CRLF.
[[nodiscard]] std::string withPlainLineEnds(std::string_view text);

} // namespace tf::ingest
