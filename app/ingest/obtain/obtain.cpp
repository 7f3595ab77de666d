#include "app/ingest/obtain/obtain.h"

#include "app/ingest/obtain/address.h"
#include "app/ingest/obtain/archive_source.h"
#include "app/ingest/obtain/git_source.h"
#include "app/ingest/obtain/git_words.h"
#include "app/ingest/obtain/local_file.h"
#include "app/ingest/obtain/source_use.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <system_error>

namespace tf::ingest {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostMagicBytes = 16;

Result<Obtained> obtainFolder(const fs::path& folder)
{
    std::error_code why;
    Obtained obtained;
    obtained.root = fs::canonical(folder, why);
    if (why)
        return systemError(why.value(), words("cannot open ", folder.native()));
    obtained.title = obtained.root.filename();
    return obtained;
}

Result<> checkWhat(std::string_view what, const ObtainChoice& choice)
{
    if (what.empty() || what.find('\0') != std::string_view::npos)
        return Error(Code::BadInput, "this names no source");
    if (what.starts_with('-'))
        return Error(Code::BadInput,
                     "what begins with '-' is no source; a folder of that name is ./-…");
    if (!choice.ref.empty())
        TRY(checkRef(choice.ref));
    return {};
}

Result<Obtained> obtainAny(std::string_view what, const ObtainChoice& choice,
                           const CancelToken& cancel, const ObtainSink& progress)
{
    if (looksLikeAddress(what))
        return obtainAddress(TRY(readAddress(what)), choice, cancel, progress);
    const fs::path path(what);
    std::error_code why;
    if (fs::is_directory(path, why))
        return obtainFolder(path);
    const auto file = TRY(LocalFile::open(path));
    if (isBundle(file.head(kMostMagicBytes)))
        return obtainBundle(file, choice, cancel, progress);
    return obtainArchive(path, choice, cancel, progress);
}

} // namespace

Result<Obtained> obtain(std::string_view what, const ObtainChoice& choice,
                        const CancelToken& cancel, const ObtainSink& progress)
{
    TRY(checkWhat(what, choice));
    TRY(cancel.check());
    auto obtained = TRY(obtainAny(what, choice, cancel, progress));
    if (!obtained.use)
        return obtained;
    if (const auto bounded = boundCache(obtained.use->place().parent_path(), choice.cacheBounds);
        !bounded)
        obtained.notices.push_back(
            words("the cache of sources is not cleared: ", bounded.error().text));
    return obtained;
}

} // namespace tf::ingest
