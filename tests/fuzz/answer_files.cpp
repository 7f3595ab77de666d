// Answers are read for files: whatever a model writes, no path leads out of a folder, and what is
// said of the files is said of lines that they have.

#include "app/works/branch_works.h"
#include "app/works/safe_path.h"

#include <algorithm>
#include <cstdlib>
#include <set>

using namespace tf::works;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    std::set<std::string> names;
    const AnswerFiles found = answerFiles(text);
    for (const AnswerFile& file : found.files) {
        require(!whyUnsafe(file.path) && ("/" + file.path + "/").find("/../") == std::string::npos
                && file.path[0] != '/');
        require(names.insert(foldedPath(file.path)).second && file.numVersions > 0);
        for (std::size_t end = file.path.find('/'); end != std::string::npos;
             end = file.path.find('/', end + 1))
            require(names.count(foldedPath(file.path.substr(0, end))) == 0);
    }
    const BranchAnswer answers[] = {{1, text}, {2, text}};
    const BranchWorks works = worksOf(answers);
    require(works.files.size() == found.files.size());
    for (const StaticWarning& warning : works.warnings) {
        const auto file = std::find_if(works.files.begin(), works.files.end(),
                                       [&](const auto& one) { return one.path == warning.path; });
        require(file != works.files.end());
        const std::string& lines = file->newest().text;
        require(warning.line >= 0
                && warning.line <= std::count(lines.begin(), lines.end(), '\n') + 1);
    }
    return 0;
}
