#include "kernels/base/words.h"
#include "tests/arch/rules.h"
#include "tests/arch/scan.h"

#include <map>

namespace tf::test::arch {

namespace {

constexpr int kMaxNouns = 3;
constexpr std::size_t kMaxReadmeLines = 80;

bool isRoomFolder(std::string_view folder)
{
    return folder.find('/') == std::string_view::npos && folder != "packaging";
}

/// Headers are what others include: a header, with its source or without, is a noun. tests.h only
/// lists the classes beside it.
bool isNoun(const SourceFile& file)
{
    return isHeader(file.path) && fileNameOf(file.path) != "tests.h";
}

std::map<std::string, int> numNounsByFolder(const SourceTree& tree)
{
    std::map<std::string, int> numNouns;
    for (const auto& file : tree.files) {
        if (isUnder(file.path, "packaging") || !isCpp(file.path))
            continue;
        numNouns[std::string(roomOf(file.path))]; // a room counts even without nouns of its own
        numNouns[std::string(folderOf(file.path))] += isNoun(file) ? 1 : 0;
    }
    return numNouns;
}

} // namespace

Violations readmes(const SourceTree& tree)
{
    Violations violations;
    for (const auto& [folder, numNouns] : numNounsByFolder(tree)) {
        const auto path = words(folder, "/README.md");
        const auto* readme = tree.find(path);
        if (readme == nullptr && isRoomFolder(folder))
            violations.push_back({path, 1, "a room explains itself: write its README"});
        else if (readme == nullptr && numNouns > kMaxNouns)
            violations.push_back({path, 1, words(numNouns, " nouns and no README")});
    }
    for (const auto& file : tree.files) {
        const auto numLines = linesOf(file.text).size();
        if (fileNameOf(file.path) == "README.md" && numLines > kMaxReadmeLines)
            violations.push_back(
                {file.path, static_cast<int>(kMaxReadmeLines + 1),
                 words(numLines, " lines: a README fits a screen, at most ", kMaxReadmeLines)});
    }
    return violations;
}

} // namespace tf::test::arch
