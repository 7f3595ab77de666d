#pragma once

// The files that an answer holds: its fenced blocks that have a path, the last version of each.
//
// The path stands behind the language, as path=…, in a comment on the first line, or alone in the
// line above the block. What is not a safe path below a folder is refused with its reason, never
// mended. Thread: any.

#include <string>
#include <string_view>
#include <vector>

namespace tf::works {

struct AnswerFile {
    std::string path; ///< "modules/net/main.tf"
    std::string text;
    std::string language; ///< as its fence names it; may be empty
    int numVersions = 1; ///< in the answer; `text` is the last one
    bool isWhole = true; ///< false: the answer ended within it

    bool operator==(const AnswerFile&) const = default;
};

struct RefusedFile {
    std::string path; ///< as it was written
    std::string reason; ///< a sentence

    bool operator==(const RefusedFile&) const = default;
};

struct AnswerFiles {
    std::vector<AnswerFile> files; ///< in the order in which they first came
    std::vector<RefusedFile> refused;
};

[[nodiscard]] AnswerFiles answerFiles(std::string_view answer);

} // namespace tf::works
