#pragma once

// A key or a password while it is in memory: never swapped out, never in a core dump, wiped at its
// end.
//
// Its bytes are seen through reveal() alone, so that a search for that word finds every place that
// sees them. It goes into no log line, no error, no JSON and no stream: none of them takes one. A
// copy is asked for by name. Thread: one at a time; may move between threads.

#include <cstddef>
#include <span>
#include <string_view>

namespace tf::secrets {

class Secret {
public:
    Secret() = default;
    /// A copy of these bytes; the caller's own stay as they are.
    explicit Secret(std::string_view bytes);
    /// So many zeros, to be written into through bytes().
    static Secret ofSize(std::size_t numBytes);

    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    [[nodiscard]] Secret copy() const { return Secret(reveal()); }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

    /// The bytes in clear. Requires: they go where the user sends them, and nowhere else.
    [[nodiscard]] std::string_view reveal() const { return {m_bytes, m_size}; }
    [[nodiscard]] std::span<std::byte> bytes();

    /// In a time that depends on the lengths alone.
    friend bool operator==(const Secret& one, const Secret& other);

private:
    char* m_bytes = nullptr;
    std::size_t m_size = 0;
};

/// Overwrites a buffer that held a secret on its way through somebody else's interface.
void wipe(std::span<std::byte> bytes);

/// Nothing prints a secret: std::ostream, QDebug, QTextStream, QDataStream …
template <class Stream>
Stream& operator<<(Stream& stream, const Secret& secret) = delete;

} // namespace tf::secrets
