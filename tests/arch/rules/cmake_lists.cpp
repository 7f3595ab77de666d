#include "kernels/base/words.h"
#include "tests/arch/rules.h"
#include "tests/arch/scan.h"

namespace tf::test::arch {

namespace {

/// Sources that functions of packaging/cmake add by themselves.
constexpr std::string_view kAddedByFunctions[] = {
    "tests/support/replay_main.cpp", // tf_fuzz, outside the fuzz preset
};

bool isListedIn(const SourceFile& list, std::string_view source)
{
    const auto folder = folderOf(list.path);
    const auto relative = source.substr(folder.empty() ? 0 : folder.size() + 1);
    for (const auto place : placesOf(list.uncommented, relative)) {
        const char before = place == 0 ? '\n' : list.uncommented[place - 1];
        if (before == ' ' || before == '\n' || before == '\t' || before == '"' || before == '(')
            return true;
    }
    return false;
}

bool isBuilt(const SourceTree& tree, std::string_view source)
{
    for (const auto added : kAddedByFunctions) {
        if (source == added)
            return true;
    }
    for (auto folder = folderOf(source); !folder.empty(); folder = folderOf(folder)) {
        const auto* list = tree.find(words(folder, "/CMakeLists.txt"));
        if (list != nullptr && isListedIn(*list, source))
            return true;
    }
    return false;
}

void addGlobs(const SourceFile& file, Violations& out)
{
    for (const auto place : placesOf(file.uncommented, "file")) {
        const auto arguments = argumentsAt(file.uncommented, place + 4);
        if (arguments && !arguments->empty() && arguments->front().starts_with("GLOB"))
            out.push_back({file.path, lineAt(file.uncommented, place),
                           "file(GLOB) misses new files and takes stray ones: list them"});
    }
}

} // namespace

Violations cmakeLists(const SourceTree& tree)
{
    Violations violations;
    for (const auto& file : tree.files) {
        if (isCMake(file.path))
            addGlobs(file, violations);
        if (isUnit(file.path) && !isBuilt(tree, file.path))
            violations.push_back({file.path, 1, "no CMakeLists.txt lists it: it is never built"});
    }
    return violations;
}

} // namespace tf::test::arch
