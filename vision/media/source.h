#pragma once

// The bytes of a medium behind a descriptor: read at any place, never by name.
//
// The helper process may open nothing, so whoever asks opens the file (or puts pasted bytes into
// memory) and hands the descriptor over. Thread: any; reading moves no shared position.

#include "kernels/base/result.h"
#include "vision/media/descriptor.h"

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
    static Result<Source> fromDescriptor(Descriptor descriptor);

    [[nodiscard]] int descriptor() const { return m_descriptor.number(); }
    [[nodiscard]] std::int64_t size() const { return m_size; }

    /// How many bytes were read; fewer than asked for only at the end.
    Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> to) const;

private:
    Source(Descriptor descriptor, std::int64_t size);

    Descriptor m_descriptor;
    std::int64_t m_size = 0;
};

} // namespace tf::vision
