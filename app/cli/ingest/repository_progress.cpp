#include "app/cli/ingest/repository_progress.h"

#include "app/cli/progress_line.h"

#include <array>

namespace tf::cli {

draft::Progress shownProgress()
{
    constexpr std::array<std::string_view, 3> kDoing{"listing files,", "counting files,",
                                                     "packing files,"};
    return [line = std::make_shared<ProgressLine>(Counted::Tokens),
            kDoing](draft::Step step, std::int64_t done, std::int64_t total) {
        line->show(kDoing[static_cast<std::size_t>(step)], static_cast<std::uint64_t>(done),
                   static_cast<std::uint64_t>(total));
    };
}

} // namespace tf::cli
