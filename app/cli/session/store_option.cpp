#include "app/cli/session/store_option.h"

#include "kernels/base/words.h"

#include <cstdio>

namespace tf::cli {

namespace {

void note(const std::string& line)
{
    const std::string whole = words("m3: ", line, "\n");
    std::fwrite(whole.data(), 1, whole.size(), stderr);
}

} // namespace

session::StorePlace storePlaceOf(Options& options)
{
    session::StorePlace place;
    place.folder = session::defaultStoreFolder();
    if (const auto folder = options.text("--store"))
        place.folder = *folder;
    return place;
}

Result<std::optional<session::Reader>> readerOf(const session::StorePlace& place)
{
    auto reader = session::Reader::open(place);
    if (reader)
        return std::optional(std::move(reader).value());
    if (reader.error().code == Code::NotFound)
        return std::optional<session::Reader>();
    return std::move(reader).error();
}

Result<std::unique_ptr<session::Journal>> journalOf(const session::StorePlace& place)
{
    auto journal = TRY(session::Journal::open(place));
    const session::OpenReport& report = journal->report();
    if (report.rescued)
        note(words("the store was damaged (", report.rescued->reason, "); ", report.rescued->events,
                   " events of ", report.rescued->sessions, " sessions were recovered, ",
                   report.rescued->missing, " are missing; the damaged file is kept as ",
                   report.rescued->aside.native()));
    if (!report.backup.empty())
        note(words("the store was brought up to date; a backup is kept as ",
                   report.backup.native()));
    if (!report.withoutLog.empty())
        note(words("the store is written without a log, slower and as safe: ", report.withoutLog));
    return journal;
}

} // namespace tf::cli
