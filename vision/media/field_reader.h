#pragma once

// The fields of a message taken from bytes that nobody vouches for: each in its range, or an error.
//
// The first thing that is wrong is kept and told by finish(); until then every call leaves its
// field as it was. Lists take memory only for what is really there. Text comes out printable.

#include "kernels/base/result.h"
#include "kernels/base/words.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tf::vision {

class FieldReader {
public:
    /// What a listed message is here: filled in.
    template <class T>
    using Field = T;

    explicit FieldReader(std::span<const std::byte> bytes)
        : m_rest(bytes)
    {
    }

    /// least ≤ value ≤ most; not-a-number is never in range.
    template <class N>
    void number(N& value, N least, N most, std::string_view what)
    {
        static_assert(std::is_arithmetic_v<N>);
        N read{};
        if (!copyTo(&read, sizeof read, what))
            return;
        if (read >= least && read <= most)
            value = read;
        else
            blame(words(what, " is ", read, ", not from ", least, " to ", most));
    }

    template <class E>
    void choice(E& value, E last, std::string_view what)
    {
        std::uint8_t read = 0;
        number<std::uint8_t>(read, 0, static_cast<std::uint8_t>(last), what);
        value = static_cast<E>(read);
    }

    void flag(bool& value)
    {
        std::uint8_t read = 0;
        number<std::uint8_t>(read, 0, 1, "a flag");
        value = read == 1;
    }

    /// Control characters and broken UTF-8 become question marks.
    void text(std::string& value, std::size_t mostBytes, std::string_view what);
    void texts(std::vector<std::string>& values, std::size_t most, std::size_t mostBytes,
               std::string_view what);

    /// As they are.
    void bytes(std::string& value, std::size_t mostBytes, std::string_view what);

    /// `each` reads the fields of one entry, which has at least so many bytes.
    template <class T, class Each>
    void list(std::vector<T>& values, std::size_t most, std::size_t leastBytes,
              std::string_view what, const Each& each)
    {
        std::vector<T> read(count(most, leastBytes, what));
        for (T& value : read)
            each(value);
        values = std::move(read);
    }

    /// 0 ≤ each ≤ greatest, none less than the one before it.
    template <class N>
    void ascending(std::vector<N>& values, std::size_t most, N greatest, std::string_view what)
    {
        const auto count = this->count(most, sizeof(N), what);
        std::vector<N> read(count);
        if (count == 0 || !copyTo(read.data(), count * sizeof(N), what))
            return;
        N before = 0;
        for (const N value : read) {
            if (!(value >= before && value <= greatest))
                return blame(words(what, " holds ", value, " after ", before));
            before = value;
        }
        values = std::move(read);
    }

    /// What was wrong; more bytes than fields are wrong, too.
    Result<> finish();

private:
    /// How many entries follow, each of at least so many bytes.
    std::size_t count(std::size_t most, std::size_t bytesEach, std::string_view what);
    bool copyTo(void* to, std::size_t numBytes, std::string_view what);
    void blame(std::string problem);

    std::span<const std::byte> m_rest;
    std::optional<std::string> m_problem;
};

} // namespace tf::vision
