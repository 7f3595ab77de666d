#include "app/ingest/reader/helper/box.h"

#include "app/ingest/reader/helper/system_calls.h"
#include "vision/helper/landlock.h"
#include "vision/helper/walls.h"

#include <utility>

namespace tf::ingest {

namespace {

constexpr std::int64_t kReaderBytes = std::int64_t{1} << 30;

} // namespace

Result<ReaderHello> closeReaderBox(int folder)
{
    auto walls = TRY(vision::raiseWalls());
    TRY(vision::boundResources(kReaderBytes));
    ReaderHello hello;
    hello.landlock = TRY(vision::grantReadingBeneath(folder));
    if (hello.landlock == 0)
        walls.gaps.emplace_back("this kernel has no Landlock, so files outside are kept away by "
                                "the way in which files are opened alone");
    TRY(vision::dropCapabilities());
    TRY(filterReaderCalls());
    hello.gaps = std::move(walls.gaps);
    return hello;
}

} // namespace tf::ingest
