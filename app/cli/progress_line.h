#pragma once

// How far a long verb has come, on standard error: silent in its first second, then with a rate.
//
// On a terminal one line is rewritten; elsewhere a new one comes every few seconds.
// Thread: any, one at a time.

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace tf::cli {

/// What done and total count.
enum class Counted : std::uint8_t { Bytes, Tokens };

class ProgressLine {
public:
    explicit ProgressLine(Counted counted);
    /// Ends the line if there is one.
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// `total` 0: nobody knows yet how much there is.
    void show(std::string_view doing, std::uint64_t done, std::uint64_t total);

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] std::string amount(double count) const;

    Counted m_counted;
    bool m_isTerminal;
    bool m_isOpen = false; ///< a line without its end is on the terminal
    Clock::time_point m_begin = Clock::now();
    Clock::time_point m_shown = m_begin;
};

} // namespace tf::cli
