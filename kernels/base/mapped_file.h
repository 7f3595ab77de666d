#pragma once

// A file mapped for reading, with bounds-checked reads, that may shrink without killing the
// program.
//
// Touching a mapped page whose file has been cut off raises SIGBUS. A handler installed with the
// first mapping puts zeros there instead and marks the mapping as torn; foreign faults go on to
// whoever handled them before. Zeros are not the truth, so whoever reads a batch asks intact()
// before believing it.

#include "kernels/base/result.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <span>
#include <type_traits>

namespace tf {

class MappedFile {
public:
    /// At most this many mappings at once in one process.
    static constexpr int kMaxMappings = 2048;

    /// Refuses what is not a regular file. Thread: any.
    static Result<MappedFile> open(const std::filesystem::path& path);

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::uint64_t size() const { return m_size; }

    /// A view into the mapping; BadInput when it would reach outside. Thread: any.
    Result<std::span<const std::byte>> bytes(std::uint64_t offset, std::uint64_t count) const;

    /// One value copied out, whatever its alignment. Thread: any.
    template <class T>
    requires std::is_trivially_copyable_v<T> Result<T> read(std::uint64_t offset)
    const
    {
        const auto source = TRY(bytes(offset, sizeof(T)));
        T value;
        std::memcpy(&value, source.data(), sizeof(T));
        return value;
    }

    /// Corrupt when the file is now shorter than it was, so that what was read may have been
    /// zeros. Thread: any.
    Result<> intact() const;

private:
    MappedFile() = default;
    void release();

    std::filesystem::path m_path;
    int m_descriptor = -1;
    const std::byte* m_begin = nullptr;
    std::uint64_t m_size = 0;
    int m_slotIdx = -1;
};

} // namespace tf
