#include "tests/arch/source_tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace tf::test::arch {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRooms[] = {"app",       "engine", "kernels", "packaging",
                                       "resources", "tests",  "ui",      "vision"};
constexpr std::string_view kData[] = {"tests/golden", "tests/shots", "tests/fuzz/corpus"};

bool isData(std::string_view path)
{
    return std::any_of(std::begin(kData), std::end(kData),
                       [path](std::string_view data) { return isUnder(path, data); });
}

bool isText(std::string_view path)
{
    return isCpp(path) || isCMake(path) || path.ends_with(".md");
}

SourceFile readFile(const fs::path& root, std::string path)
{
    if (!isText(path))
        return makeSourceFile(std::move(path), {});
    std::ifstream file(root / path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(file)), {});
    return makeSourceFile(std::move(path), std::move(text));
}

void readFolder(const fs::path& root, const fs::path& folder, std::vector<SourceFile>& files)
{
    if (!fs::is_directory(folder))
        return;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        auto path = entry.path().lexically_relative(root).generic_string();
        if (name.starts_with('.') || name == "build" || name == "__pycache__" || isData(path))
            continue;
        if (entry.is_directory())
            readFolder(root, entry.path(), files);
        else if (entry.is_regular_file())
            files.push_back(readFile(root, std::move(path)));
    }
}

} // namespace

const SourceFile* SourceTree::find(std::string_view path) const
{
    const auto place = std::lower_bound(
        files.begin(), files.end(), path,
        [](const SourceFile& file, std::string_view wanted) { return file.path < wanted; });
    return place != files.end() && place->path == path ? &*place : nullptr;
}

SourceTree readTree(const std::filesystem::path& root)
{
    SourceTree tree;
    for (const auto room : kRooms)
        readFolder(root, root / room, tree.files);
    tree.files.push_back(readFile(root, "CMakeLists.txt"));
    std::sort(tree.files.begin(), tree.files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return tree;
}

} // namespace tf::test::arch
