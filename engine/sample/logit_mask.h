#pragma once

// Which tokens may come next: the hook for grammars.
//
// A mask belongs to one answer and follows it token by token.

#include <cstdint>
#include <span>

namespace tf::engine {

class LogitMask {
public:
    LogitMask() = default;
    LogitMask(const LogitMask&) = delete;
    LogitMask& operator=(const LogitMask&) = delete;
    virtual ~LogitMask() = default;

    /// Sets bit t % 64 of bits[t / 64] for every token t that may come next; the bits come in
    /// cleared. Thread: engine.
    virtual void allowed(std::span<std::uint64_t> bits) = 0;
    /// The token that came.
    virtual void accept(std::int32_t token) = 0;
};

} // namespace tf::engine
