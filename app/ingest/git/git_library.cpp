#include "app/ingest/git/git_library.h"

#include "app/ingest/git/stuck_limit.h"
#include "kernels/base/check.h"
#include "kernels/base/words.h"

#include <git2.h>

namespace tf::ingest {

namespace {

constexpr std::size_t kWindowBytes = 16U << 20; ///< of a pack, mapped at once
constexpr std::size_t kMappedBytes = 256U << 20;
constexpr std::size_t kOpenPacks = 64;

} // namespace

GitLibrary::GitLibrary()
{
    StuckLimit::prepare();
    CHECK(git_libgit2_init() > 0, "libgit2 does not start");
    for (const int level : {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM,
                            GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL})
        git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
    git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, kWindowBytes);
    git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, kMappedBytes);
    git_libgit2_opts(GIT_OPT_SET_MWINDOW_FILE_LIMIT, kOpenPacks);
    git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0); // every object is read once
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
}

GitLibrary::~GitLibrary()
{
    git_libgit2_shutdown();
}

Error gitError(std::string_view tried)
{
    const git_error* last = git_error_last();
    return {Code::Corrupt,
            words(tried, ": ", last != nullptr ? last->message : "libgit2 does not say why")};
}

} // namespace tf::ingest
