// Measures the tokenizer on files named by the caller; prints one JSON line a job.
//
//   bench_tokenizer encode TOKENIZER FILE [ROUNDS]        one thread, best and median of the rounds
//   bench_tokenizer load TOKENIZER [ROUNDS]               from the JSON, and from the cache file
//   bench_tokenizer files TOKENIZER LIST THREADS          counts the files listed one a line
//   bench_tokenizer ids TOKENIZER FILE OUT                writes the ids as 32-bit numbers

#include "engine/text/tokens/encode_many.h"
#include "engine/text/tokens/encoder.h"
#include "engine/text/tokens/image_cache.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

namespace {

using namespace tf;
using Clock = std::chrono::steady_clock;

double secondsOf(const std::function<void()>& job)
{
    const auto begin = Clock::now();
    job();
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::string contentOf(const char* path)
{
    const auto file = MUST(MappedFile::open(path));
    const auto bytes = MUST(file.bytes(0, file.size()));
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

struct Timing {
    double best;
    double median;
};

Timing timingOf(int numRounds, const std::function<void()>& job)
{
    std::vector<double> seconds;
    for (int round = 0; round < numRounds; ++round)
        seconds.push_back(secondsOf(job));
    std::sort(seconds.begin(), seconds.end());
    return {seconds.front(), seconds[seconds.size() / 2]};
}

int encode(const text::Tokenizer& tokenizer, const char* path, int numRounds)
{
    const auto content = contentOf(path);
    text::Encoder encoder(tokenizer);
    std::size_t numIds = 0;
    const auto timing = timingOf(numRounds, [&] {
        numIds = MUST(encoder.encode(content, text::ControlTokens::AsText)).size();
    });
    std::printf("{\"bytes\":%zu,\"tokens\":%zu,\"seconds\":%.6f,\"best\":%.6f,\"mb_per_s\":%.1f}\n",
                content.size(), numIds, timing.median, timing.best,
                static_cast<double>(content.size()) / timing.median / 1e6);
    return 0;
}

int load(const char* path, int numRounds)
{
    const auto fromJson =
        timingOf(numRounds, [&] { MUST(text::Tokenizer::load(path, text::CacheFile::None)); });
    MUST(text::Tokenizer::load(path, text::CacheFile::Beside));
    const auto fromCache =
        timingOf(numRounds, [&] { MUST(text::Tokenizer::load(path, text::CacheFile::Beside)); });
    std::printf("{\"json_s\":%.6f,\"json_best\":%.6f,\"cache_s\":%.6f,\"cache_best\":%.6f}\n",
                fromJson.median, fromJson.best, fromCache.median, fromCache.best);
    return 0;
}

int countListed(const text::Tokenizer& tokenizer, const char* listPath, unsigned numThreads)
{
    const auto list = contentOf(listPath);
    std::vector<std::filesystem::path> files;
    for (std::size_t begin = 0; begin < list.size();) {
        const auto end = std::min(list.find('\n', begin), list.size());
        files.emplace_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    std::size_t numTokens = 0;
    std::size_t numFailed = 0;
    const auto seconds = secondsOf([&] {
        for (const auto& count : text::countFiles(tokenizer, files, numThreads)) {
            numTokens += count ? *count : 0;
            numFailed += count ? 0 : 1;
        }
    });
    std::printf("{\"files\":%zu,\"threads\":%u,\"tokens\":%zu,\"failed\":%zu,\"seconds\":%.6f}\n",
                files.size(), numThreads, numTokens, numFailed, seconds);
    return 0;
}

int writeIds(const text::Tokenizer& tokenizer, const char* path, const char* outPath)
{
    const auto ids = MUST(tokenizer.encode(contentOf(path), text::ControlTokens::AsText));
    std::FILE* out = std::fopen(outPath, "wb");
    if (out == nullptr)
        return 1;
    const auto numWritten = std::fwrite(ids.data(), sizeof ids[0], ids.size(), out);
    return std::fclose(out) == 0 && numWritten == ids.size() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string job = argc > 2 ? argv[1] : "";
    if (job == "load")
        return load(argv[2], argc > 3 ? std::atoi(argv[3]) : 7);
    if (argc < 4) {
        std::fprintf(stderr, "usage: bench_tokenizer encode|load|files|ids TOKENIZER …\n");
        return 2;
    }
    const auto tokenizer = MUST(text::Tokenizer::load(argv[2], text::CacheFile::None));
    if (job == "encode")
        return encode(tokenizer, argv[3], argc > 4 ? std::atoi(argv[4]) : 5);
    if (job == "files" && argc > 4)
        return countListed(tokenizer, argv[3], static_cast<unsigned>(std::atoi(argv[4])));
    if (job == "ids" && argc > 4)
        return writeIds(tokenizer, argv[3], argv[4]);
    return 2;
}
