// Lists folders through trifold-read and reads every file that is included, as the app would.
//
// Prints how many entries, files and bytes there were and how long it took; --list before the
// folders only lists, --show prints each entry, --all also asks for what is left out.

#include "app/ingest/reader/repository.h"

#include <chrono>
#include <cstdio>
#include <string_view>

using namespace tf;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point since)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

int complain(const Error& error)
{
    std::printf("error: %s\n", error.describe().c_str());
    return 1;
}

void show(const ingest::Listing& listing)
{
    std::printf("commit %s branch %s\n", listing.commit.c_str(), listing.branch.c_str());
    for (const auto& entry : listing.entries)
        std::printf("%d %d %2d %s %s %lld (%s)\n", static_cast<int>(entry.kind),
                    static_cast<int>(entry.state), static_cast<int>(entry.verdict.why),
                    entry.path.c_str(), entry.blob.c_str(), static_cast<long long>(entry.size),
                    entry.verdict.detail.c_str());
}

int readEverything(const char* root, std::string_view option)
{
    auto begin = Clock::now();
    auto repository = ingest::Repository::open(root);
    if (!repository)
        return complain(repository.error());
    const double openMs = milliseconds(begin);
    begin = Clock::now();
    const auto listing = repository->list({}, {});
    if (!listing)
        return complain(listing.error());
    std::printf("%zu entries, open %.1f ms, list %.1f ms\n", listing->entries.size(), openMs,
                milliseconds(begin));
    for (const std::string& notice : listing->notices)
        std::printf("notice: %s\n", notice.c_str());
    if (option == "--show")
        show(*listing);
    if (option == "--list")
        return 0;
    begin = Clock::now();
    long long numFiles = 0;
    long long numBytes = 0;
    long long numFailed = 0;
    for (const auto& entry : listing->entries) {
        if (entry.verdict.why != ingest::Why::Included && option != "--all")
            continue;
        const auto content = repository->read(entry, {});
        ++(content ? numFiles : numFailed);
        numBytes += content ? static_cast<long long>(content->bytes.size()) : 0;
    }
    std::printf("%lld files, %lld bytes, %lld not read, %.1f ms\n", numFiles, numBytes, numFailed,
                milliseconds(begin));
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string_view option = argc > 1 ? argv[1] : "";
    const int first = option.starts_with("--") ? 2 : 1;
    int numFailed = 0;
    for (int idx = first; idx < argc; ++idx)
        numFailed += readEverything(argv[idx], option);
    return argc <= first || numFailed > 0 ? 1 : 0;
}
