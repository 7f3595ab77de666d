#pragma once

// The files of an answer in a folder of their own, for tools to look at; it goes with its owner.
//
// Thread: one at a time. Blocks: on the disk.

#include "app/works/answer_files.h"
#include "kernels/base/result.h"

#include <filesystem>
#include <span>

namespace tf::works {

class CheckedCopy {
public:
    static Result<CheckedCopy> make(std::span<const AnswerFile> files);
    CheckedCopy(CheckedCopy&& other) noexcept;
    CheckedCopy& operator=(CheckedCopy&&) = delete;
    CheckedCopy(const CheckedCopy&) = delete;
    CheckedCopy& operator=(const CheckedCopy&) = delete;
    ~CheckedCopy();

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    explicit CheckedCopy(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {
    }

    std::filesystem::path m_folder; ///< empty: moved from
};

} // namespace tf::works
