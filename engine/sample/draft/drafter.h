#pragma once

// Guesses how a sequence goes on, so that the model checks several tokens at once.
//
// A wrong guess costs time and changes nothing: the model decides. One drafter per sequence.

#include <cstdint>
#include <span>
#include <vector>

namespace tf::engine {

struct Draft {
    std::vector<std::int32_t> tokens; ///< may be empty
    /// Which of kNumDraftKinds kinds of guess it is: those of a kind are right about equally often.
    std::int32_t kind = 0;
};

inline constexpr std::int32_t kNumDraftKinds = 4;

class Drafter {
public:
    Drafter() = default;
    Drafter(const Drafter&) = delete;
    Drafter& operator=(const Drafter&) = delete;
    virtual ~Drafter() = default;

    /// The sequence went on by these: the prompt at first, then what was accepted.
    virtual void extend(std::span<const std::int32_t> tokens) = 0;
    /// At most `most` tokens that may come next. Thread: engine.
    [[nodiscard]] virtual Draft draft(std::int32_t most) const = 0;
};

} // namespace tf::engine
