#include "app/workspace/tray/cut_tree.h"

#include <algorithm>
#include <map>

namespace tf::workspace {

namespace {

/// All of a kind is one row where its folders would be more.
constexpr std::size_t kMostWholeFolders = 12;

} // namespace

struct CutTree::Folder {
    struct File {
        std::string_view path;
        std::int64_t tokens = 0;
    };

    std::string_view path;
    std::int64_t tokens = 0;
    std::map<std::string_view, std::unique_ptr<Folder>> folders;
    std::vector<File> files; ///< right in it

    void addAll(std::vector<std::string_view>& paths) const
    {
        for (const File& file : files)
            paths.push_back(file.path);
        for (const auto& [name, folder] : folders)
            folder->addAll(paths);
    }
};

/// What goes of one folder after the other.
class CutTree::Choosing {
public:
    void all(const Folder& folder)
    {
        ChosenCut cut{folder.path, {}, folder.tokens};
        folder.addAll(cut.paths);
        m_cuts.push_back(std::move(cut));
    }

    /// Of the root itself.
    void allOfRoot(const Folder& root)
    {
        if (!root.files.empty() || root.folders.size() > kMostWholeFolders)
            return all(root);
        for (const Part& part : partsOf(root))
            all(*part.folder);
    }

    void someOf(const Folder& folder, std::int64_t atLeast)
    {
        const auto numBefore = m_cuts.size();
        auto parts = partsOf(folder);
        ChosenCut files{folder.path, {}, 0};
        while (atLeast > 0 && !parts.empty()) {
            const auto enough = std::find_if(parts.rbegin(), parts.rend(), [&](const Part& part) {
                return part.tokens >= atLeast;
            });
            const auto next = enough == parts.rend() ? parts.begin() : std::prev(enough.base());
            const Part part = *next;
            parts.erase(next);
            take(part, atLeast, files);
            atLeast -= part.tokens;
        }
        if (!files.paths.empty())
            m_cuts.push_back(std::move(files));
        joinWhole(folder, numBefore);
    }

    std::vector<ChosenCut> finish() && { return std::move(m_cuts); }

private:
    struct Part {
        std::int64_t tokens = 0;
        const Folder* folder = nullptr; ///< nullptr: a file
        std::string_view path;
    };

    /// The largest first.
    static std::vector<Part> partsOf(const Folder& folder)
    {
        std::vector<Part> parts;
        for (const auto& [name, below] : folder.folders)
            parts.push_back({below->tokens, below.get(), below->path});
        for (const Folder::File& file : folder.files)
            parts.push_back({file.tokens, nullptr, file.path});
        std::stable_sort(parts.begin(), parts.end(), [](const Part& left, const Part& right) {
            return left.tokens > right.tokens;
        });
        return parts;
    }

    /// Part by part it may have come to all of the folder.
    void joinWhole(const Folder& folder, std::size_t numBefore)
    {
        std::int64_t chosen = 0;
        for (std::size_t idx = numBefore; idx < m_cuts.size(); ++idx)
            chosen += m_cuts[idx].tokens;
        if (chosen < folder.tokens)
            return;
        m_cuts.resize(numBefore);
        if (folder.path.empty())
            allOfRoot(folder);
        else
            all(folder);
    }

    void take(const Part& part, std::int64_t atLeast, ChosenCut& files)
    {
        if (part.folder == nullptr) {
            files.paths.push_back(part.path);
            files.tokens += part.tokens;
        } else if (part.tokens > atLeast) {
            someOf(*part.folder, atLeast);
        } else {
            all(*part.folder);
        }
    }

    std::vector<ChosenCut> m_cuts;
};

CutTree::CutTree()
    : m_root(std::make_unique<Folder>())
{
}

CutTree::~CutTree() = default;

void CutTree::add(std::string_view path, std::int64_t tokens)
{
    Folder* folder = m_root.get();
    folder->tokens += tokens;
    for (auto slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
        auto& below = folder->folders[path.substr(0, slash)];
        if (!below) {
            below = std::make_unique<Folder>();
            below->path = path.substr(0, slash);
        }
        folder = below.get();
        folder->tokens += tokens;
    }
    folder->files.push_back({path, tokens});
}

std::int64_t CutTree::tokens() const
{
    return m_root->tokens;
}

std::vector<ChosenCut> CutTree::choose(std::int64_t atLeast) const
{
    Choosing choosing;
    if (atLeast >= m_root->tokens)
        choosing.allOfRoot(*m_root);
    else
        choosing.someOf(*m_root, atLeast);
    return std::move(choosing).finish();
}

} // namespace tf::workspace
