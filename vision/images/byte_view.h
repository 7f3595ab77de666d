#pragma once

// Numbers in bytes from outside: what lies beyond the end reads as 0, never as a neighbour.
//
// A parser asks holds() where an absent number and a 0 are not the same to it. Thread: any; the
// bytes belong to somebody else.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tf::vision {

class ByteView {
public:
    ByteView() = default;
    explicit ByteView(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] const std::uint8_t* data() const { return m_bytes.data(); }
    [[nodiscard]] bool holds(std::size_t place, std::size_t count) const
    {
        return place <= size() && count <= size() - place;
    }

    [[nodiscard]] std::uint8_t operator[](std::size_t place) const
    {
        return place < size() ? m_bytes[place] : 0;
    }
    [[nodiscard]] std::uint32_t little(std::size_t place, std::size_t numBytes) const
    {
        std::uint32_t number = 0;
        for (std::size_t idx = numBytes; idx-- > 0;)
            number = number << 8 | (*this)[place + idx];
        return number;
    }
    [[nodiscard]] std::uint32_t big(std::size_t place, std::size_t numBytes) const
    {
        std::uint32_t number = 0;
        for (std::size_t idx = 0; idx < numBytes; ++idx)
            number = number << 8 | (*this)[place + idx];
        return number;
    }

    /// What there is of `count` bytes at a place.
    [[nodiscard]] ByteView part(std::size_t place, std::size_t count) const
    {
        const auto begin = std::min(place, size());
        return ByteView(m_bytes.subspan(begin, std::min(count, size() - begin)));
    }
    [[nodiscard]] ByteView from(std::size_t place) const { return part(place, size()); }
    [[nodiscard]] bool beginsWith(std::string_view text, std::size_t place = 0) const
    {
        return holds(place, text.size())
            && std::equal(text.begin(), text.end(), m_bytes.begin() + static_cast<long>(place),
                          [](char letter, std::uint8_t byte) {
                              return static_cast<std::uint8_t>(letter) == byte;
                          });
    }
    [[nodiscard]] std::string_view text() const
    {
        return {reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()};
    }

private:
    std::span<const std::uint8_t> m_bytes;
};

} // namespace tf::vision
