#pragma once

// The fenced blocks of an answer, with what their fences say and the line of words above each.
//
// Blocks within lists lose the indentation of their fence. Thread: any.

#include <string>
#include <string_view>
#include <vector>

namespace tf::works {

struct FencedBlock {
    std::string info = {}; ///< behind the opening fence: "hcl main.tf"
    std::string text = {}; ///< its lines, each with its end
    std::string above = {}; ///< the line before it, blank ones left out
    bool isClosed = false; ///< false: the answer ended within it

    /// The first word of `info`, in small letters, without what is glued to it by ':'.
    [[nodiscard]] std::string language() const;
};

/// In their order; of a great many the first ones.
[[nodiscard]] std::vector<FencedBlock> fencedBlocks(std::string_view markdown);

} // namespace tf::works
