#pragma once

// The right to change the file of keys, which one store on this machine has at a time.
//
// A locked file beside it, waited for a while and then Busy. It stays there: removing it would give
// two processes a lock each. Thread: one at a time. Blocks: up to kPatience.

#include "kernels/base/result.h"

#include <chrono>
#include <filesystem>

namespace tf::secrets {

class FileTurn {
public:
    static constexpr std::chrono::milliseconds kPatience{5000};

    static Result<FileTurn> take(const std::filesystem::path& file);

    FileTurn(FileTurn&& other) noexcept;
    FileTurn& operator=(FileTurn&&) = delete;
    FileTurn(const FileTurn&) = delete;
    FileTurn& operator=(const FileTurn&) = delete;
    ~FileTurn();

private:
    explicit FileTurn(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor;
};

} // namespace tf::secrets
