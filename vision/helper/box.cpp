#include "vision/helper/box.h"

#include "kernels/base/words.h"
#include "vision/helper/landlock.h"
#include "vision/helper/system_calls.h"

#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

namespace tf::vision {

namespace {

std::size_t numThreads()
{
    std::error_code why;
    const std::filesystem::directory_iterator tasks("/proc/self/task", why);
    return why ? 0 : static_cast<std::size_t>(std::distance(begin(tasks), end(tasks)));
}

} // namespace

Result<Hello> closeBox(BoxWalls walls)
{
    if (const auto count = numThreads(); count != 1)
        walls.gaps.push_back(words(count - 1,
                                   " threads were there before the box was closed; "
                                   "for them the filter of system calls stands alone"));
    TRY(boundResources(kBoxBytes));
    Hello hello;
    hello.landlock = TRY(grantNoFiles());
    if (hello.landlock == 0)
        walls.gaps.emplace_back("this kernel has no Landlock, so files are kept away by the filter "
                                "of system calls alone");
    TRY(dropCapabilities());
    TRY(filterSystemCalls());
    hello.hasOwnNetwork = walls.hasOwnNetwork;
    hello.gaps = std::move(walls.gaps);
    return hello;
}

} // namespace tf::vision
