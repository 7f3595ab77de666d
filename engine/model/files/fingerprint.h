#pragma once

// A short name for a lot of bytes: the same bytes, the same name. No protection against forgers.

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace tf::engine {

class Fingerprint {
public:
    Fingerprint();
    Fingerprint(Fingerprint&&) noexcept;
    Fingerprint& operator=(Fingerprint&&) noexcept;
    ~Fingerprint();

    void add(std::span<const std::byte> bytes);

    /// Of all that was added, 32 hexadecimal digits.
    [[nodiscard]] std::string text() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace tf::engine
