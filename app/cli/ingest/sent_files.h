#pragma once

// The files of a source that was brought here, on their way into a question: within what there is
// room for, told of and through the gate.

#include "app/cli/ingest/source_flags.h"
#include "app/draft/draft.h"

namespace tf::cli {

/// What the words are counted with, and how many there is room for.
struct Room {
    const text::Tokenizer* tokenizer = nullptr; ///< null: estimates
    ingest::Budget tokens; ///< of all words; nothing: as many as there are
};

/// What is left for files. BadInput when the other words alone take it all.
Result<ingest::Budget> roomForFiles(const draft::Draft& draft, const Room& room);

/// As much of all of them as there is room for. Blocks: until all is read.
Result<> addWhole(draft::Draft& draft, const BroughtSource& source, const Room& room,
                  draft::LeakGate& gate, const CancelToken& cancel);

} // namespace tf::cli
