#include "app/ingest/count/exact_counts.h"

#include <algorithm>
#include <thread>

namespace tf::ingest {

namespace {

/// More would be processes that wait for the same disk.
constexpr unsigned kMostReaders = 16;

} // namespace

Result<Counted> countExactly(Listing& listing, const std::filesystem::path& root,
                             const text::Tokenizer& tokenizer, const std::filesystem::path& cache,
                             const CancelToken& cancel,
                             const std::function<void(const CountProgress&)>& progress)
{
    CountJob job;
    job.root = root;
    job.cache = cache;
    job.mostThreads = std::clamp(std::thread::hardware_concurrency(), 1U, kMostReaders);
    job.open = [&root, &cancel]() -> Result<ReadContent> {
        auto repository = std::make_shared<Repository>(TRY(Repository::open(root)));
        return ReadContent(
            [repository, &cancel](const Entry& entry) { return repository->read(entry, cancel); });
    };
    return countBy(job, listing, tokenizer, cancel, progress);
}

} // namespace tf::ingest
