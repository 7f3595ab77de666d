#pragma once

// Memory of a device that somebody owns: zeroed when it is made, given back when it goes.

#include <cstddef>
#include <cstdint>
#include <memory>

namespace tf {

class Buffer {
public:
    using Release = void (*)(void* data, std::uint64_t bytes);

    Buffer() = default;
    Buffer(void* data, std::uint64_t bytes, Release release)
        : m_data(data, Deleter{bytes, release})
    {
    }

    [[nodiscard]] std::byte* data() const { return static_cast<std::byte*>(m_data.get()); }
    [[nodiscard]] std::uint64_t bytes() const { return m_data ? m_data.get_deleter().bytes : 0; }

private:
    struct Deleter { // value-initialised by unique_ptr: no member may have an initialiser here
        std::uint64_t bytes;
        Release release;
        void operator()(void* data) const { release(data, bytes); }
    };
    std::unique_ptr<void, Deleter> m_data;
};

} // namespace tf
