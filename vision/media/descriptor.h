#pragma once

// A file descriptor that is closed with its owner.

#include <utility>

#include <unistd.h>

namespace tf::vision {

class Descriptor {
public:
    Descriptor() = default;
    /// Takes it over; -1 is none.
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    Descriptor(Descriptor&& other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }

    [[nodiscard]] int number() const { return m_number; }
    explicit operator bool() const { return m_number >= 0; }
    /// The number, which is the caller's to close from now on.
    [[nodiscard]] int release() { return std::exchange(m_number, -1); }

private:
    int m_number = -1;
};

} // namespace tf::vision
