#pragma once

// The fields of a message put one after the other into bytes.
//
// FieldReader has the same functions, so that the fields of a message are listed once, for both
// directions. Both sides run on one machine: numbers lie as the machine has them.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tf::vision {

class FieldWriter {
public:
    /// What a listed message is here: read only.
    template <class T>
    using Field = const T;

    template <class N>
    void number(N value, N /*least*/, N /*most*/, std::string_view /*what*/)
    {
        static_assert(std::is_arithmetic_v<N>);
        append(std::as_bytes(std::span(&value, 1)));
    }

    template <class E>
    void choice(E value, E /*last*/, std::string_view /*what*/)
    {
        number<std::uint8_t>(static_cast<std::uint8_t>(value), 0, 0, {});
    }

    void flag(bool value) { number<std::uint8_t>(value ? 1 : 0, 0, 1, {}); }

    /// What is longer than the other side takes is cut off.
    void text(std::string_view value, std::size_t mostBytes, std::string_view /*what*/)
    {
        value = value.substr(0, mostBytes);
        number<std::uint32_t>(static_cast<std::uint32_t>(value.size()), 0, 0, {});
        append(std::as_bytes(std::span(value)));
    }

    void texts(const std::vector<std::string>& values, std::size_t most, std::size_t mostBytes,
               std::string_view what)
    {
        const auto count = std::min(values.size(), most);
        number<std::uint32_t>(static_cast<std::uint32_t>(count), 0, 0, {});
        for (std::size_t idx = 0; idx < count; ++idx)
            text(values[idx], mostBytes, what);
    }

    /// Requires: no longer than the other side takes.
    void bytes(std::string_view value, std::size_t /*mostBytes*/, std::string_view /*what*/)
    {
        number<std::uint32_t>(static_cast<std::uint32_t>(value.size()), 0, 0, {});
        append(std::as_bytes(std::span(value)));
    }

    /// `each` writes the fields of one entry.
    template <class T, class Each>
    void list(const std::vector<T>& values, std::size_t most, std::size_t /*leastBytes*/,
              std::string_view /*what*/, const Each& each)
    {
        const auto count = std::min(values.size(), most);
        number<std::uint32_t>(static_cast<std::uint32_t>(count), 0, 0, {});
        for (std::size_t idx = 0; idx < count; ++idx)
            each(values[idx]);
    }

    template <class N>
    void ascending(const std::vector<N>& values, std::size_t /*most*/, N /*greatest*/,
                   std::string_view /*what*/)
    {
        number<std::uint32_t>(static_cast<std::uint32_t>(values.size()), 0, 0, {});
        append(std::as_bytes(std::span(values)));
    }

    [[nodiscard]] std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    void append(std::span<const std::byte> bytes)
    {
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    }

    std::vector<std::byte> m_bytes;
};

} // namespace tf::vision
