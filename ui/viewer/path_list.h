#pragma once

// The paths of a repository that a few letters may mean: of 100,000, while they are typed.
//
// Thread: main.

#include <QString>

#include <string>
#include <vector>

namespace tf::ui {

class PathList {
public:
    PathList() = default;
    /// Sorted; each once.
    explicit PathList(std::vector<std::string> paths);

    /// Those that have the letters in their order, in any case: first those whose file name has
    /// them, the shorter before the longer; no more than `limit`.
    [[nodiscard]] std::vector<std::string> matching(const QString& typed, std::size_t limit) const;
    [[nodiscard]] std::size_t count() const { return m_paths.size(); }

private:
    std::vector<std::string> m_paths;
};

} // namespace tf::ui
