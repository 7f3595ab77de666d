#pragma once

// Files of one kind in their folders, chosen from the largest folder down until enough is gone.
//
// Whole folders go where one must, the smallest that is enough is gone into where one is more than
// enough. More that must go never frees less. Thread: any.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tf::workspace {

/// A folder that goes whole, or some of the files that lie right in it.
struct ChosenCut {
    std::string_view folder;
    std::vector<std::string_view> paths; ///< of every file that goes
    std::int64_t tokens = 0;
};

class CutTree {
public:
    CutTree();
    ~CutTree();
    CutTree(const CutTree&) = delete;
    CutTree& operator=(const CutTree&) = delete;

    /// The path must outlive the tree.
    void add(std::string_view path, std::int64_t tokens);

    [[nodiscard]] std::int64_t tokens() const;
    /// Requires: something is in it.
    [[nodiscard]] std::vector<ChosenCut> choose(std::int64_t atLeast) const;

private:
    struct Folder;
    class Choosing;
    std::unique_ptr<Folder> m_root;
};

} // namespace tf::workspace
