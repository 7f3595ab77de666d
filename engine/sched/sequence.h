#pragma once

// One request on its way through the engine: its text so far, its pages, what it still wants.
//
// A sequence has cached all its tokens but the ones it waits to be computed; a single one is the
// ordinary state while it answers, more are a prompt, or a text computed anew after its pages were
// given to others.

#include "engine/sched/sequence_pages.h"

namespace tf::engine {

using SequenceId = std::uint64_t; ///< in order of arrival

struct SequenceRequest {
    SequenceText prompt;
    std::int64_t maxNewTokens = 0;
};

struct Sequence {
    SequenceId id = 0;
    SequenceText text;
    std::int64_t maxTokens = 0; ///< prompt and answer
    SequencePages pages;
    std::vector<std::int32_t> draft; ///< for the next step
    std::uint64_t lastServed = 0; ///< the step that last computed some of it
    bool cancelled = false;

    [[nodiscard]] std::int64_t numPending() const { return text.size() - pages.numCached(); }
};

enum class Ending : std::uint8_t { None, Stopped, Length, Cancelled, Failed };

/// What a step brought to one sequence.
struct SequenceEvent {
    SequenceId id = 0;
    std::vector<std::int32_t> tokens; ///< new ones
    std::int64_t numCached = 0; ///< positions computed so far: the progress of a prompt
    Ending ending = Ending::None;
};

} // namespace tf::engine
