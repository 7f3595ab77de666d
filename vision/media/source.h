#pragma once

// The bytes of a medium behind a descriptor: read at any place, never by name.
//
// The helper process may open nothing, so whoever asks opens the file (or puts pasted bytes into
// memory) and hands the descriptor over. Thread: any; reading moves no shared position.

#include "kernels/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace tf::vision {

class Source {
public:
    /// Refuses what is not a regular file. Blocks: on the disk.
    static Result<Source> open(const std::filesystem::path& path);
    /// Bytes in anonymous memory.
    static Result<Source> fromBytes(std::span<const std::byte> bytes);
    /// Takes the descriptor over.
    static Result<Source> fromDescriptor(int descriptor);

    Source(Source&& other) noexcept;
    Source& operator=(Source&& other) noexcept;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    ~Source();

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] std::int64_t size() const { return m_size; }

    /// How many bytes were read; fewer than asked for only at the end.
    Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> to) const;

private:
    Source(int descriptor, std::int64_t size);

    int m_descriptor = -1;
    std::int64_t m_size = 0;
};

} // namespace tf::vision
