#pragma once

// One ask put to one reading process, and its answers, held against what was asked.
//
// The process may be in the hands of whoever made the folder: its entries are checked before they
// are used, its silence and its chatter end with an error. Thread: one at a time. Blocks: until
// the answer is there.

#include "app/ingest/reader/messages.h"
#include "app/ingest/reader/reading_process.h"

namespace tf::ingest {

/// What came of a listing besides its title.
struct ListAnswer {
    std::vector<Entry> entries;
    ListEnd end;
};

class ReaderConversation {
public:
    /// What is referred to must outlive it.
    ReaderConversation(ReadingProcess& process, const CancelToken& cancel);

    Result<ListAnswer> list(const ListAsk& ask, const Listed& progress);
    Result<FileContent> read(const ReadAsk& ask);

    /// True when the last word was said, so that the process can be asked again.
    [[nodiscard]] bool isOver() const { return m_isOver; }
    /// True when the process ended, and not at our word.
    [[nodiscard]] bool hasDied() const { return m_hasDied; }
    /// True when it ended before it read what was asked: the folder has no part in it.
    [[nodiscard]] bool isUnheard() const { return m_isUnheard; }

private:
    Result<> post(const ToReader& order);
    Result<FromReader> next();
    Result<> take(EntryBatch batch, std::vector<Entry>& entries) const;
    Error lost(Error why);

    ReadingProcess& m_process;
    const CancelToken& m_cancel;
    bool m_isOver = false;
    bool m_hasDied = false;
    bool m_isAnswered = false; ///< something came
    bool m_isUnheard = false;
};

} // namespace tf::ingest
