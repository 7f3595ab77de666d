#pragma once

// The files of an answer put into a folder: first what would happen, then all of it or nothing.
//
// A file that is there is replaced only when that was agreed to; nothing is written through a
// link. What was done can be taken back while nobody has changed it since. Thread: any. Blocks: on
// the disk.

#include "app/works/answer_files.h"
#include "kernels/base/result.h"

#include <filesystem>
#include <optional>
#include <span>

namespace tf::works {

enum class SaveState : std::uint8_t {
    New,
    Same, ///< it is there already, byte for byte
    Changed, ///< another one is there
    Blocked, ///< it cannot be written there
};

struct SaveRow {
    std::string path;
    std::string text;
    SaveState state = SaveState::New;
    std::string reason = {}; ///< of Blocked: a sentence
    std::optional<std::string> before = {}; ///< what is there
};

struct SavePlan {
    std::filesystem::path folder;
    std::vector<SaveRow> rows;

    [[nodiscard]] int count(SaveState state) const;
};

/// What is there is read, nothing is written. NotFound where there is no such folder.
Result<SavePlan> planSave(const std::filesystem::path& folder, std::span<const AnswerFile> files);

/// What becomes of files that are there and say something else.
enum class Replace : std::uint8_t { No, Yes };

/// What was written, to take it back.
struct Saved {
    std::filesystem::path folder;
    std::vector<SaveRow> rows; ///< new and replaced ones
    std::vector<std::filesystem::path> folders; ///< that were made, outer ones first
};

/// Denied while a row is blocked, Busy where a file has changed since the plan was made; then
/// nothing is written.
Result<Saved> save(const SavePlan& plan, Replace replace);

/// Busy, and nothing is done, where a file has changed since it was written.
Result<> takeBack(const Saved& saved);

} // namespace tf::works
