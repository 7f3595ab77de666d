// Prints the secrets of files as JSON lines, or how fast they are looked for.
//
//   bench_leaks FILE…            {"path":…,"rule":…,"line":…,"begin":…,"end":…}
//   bench_leaks --list LIST      the files named in LIST, one a line
//   bench_leaks --speed FILE…    MB/s of the scan, and of memchr for line ends over the same bytes

#include "app/ingest/leaks/leak.h"
#include "kernels/base/words.h"

#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace tf;
using namespace tf::ingest;
using Clock = std::chrono::steady_clock;

std::string contentOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string quoted(std::string_view text)
{
    std::string all = "\"";
    for (const char letter : text)
        if (letter == '"' || letter == '\\')
            all += words("\\", letter);
        else
            all += static_cast<unsigned char>(letter) < 0x20 ? '?' : letter;
    return all + "\"";
}

void printLeaks(const std::string& path)
{
    for (const Leak& leak : findLeaks(path, contentOf(path))) {
        const auto line =
            words("{\"path\":", quoted(path), ",\"rule\":", quoted(leak.rule),
                  ",\"line\":", leak.line, ",\"begin\":", leak.begin, ",\"end\":", leak.end, "}\n");
        std::fputs(line.c_str(), stdout);
    }
}

/// Line ends, each found by a memchr of its own.
std::size_t linesOf(const std::string& text)
{
    std::size_t count = 0;
    const char* at = text.data();
    const char* end = at + text.size();
    while (at < end
           && (at = static_cast<const char*>(std::memchr(at, '\n', end - at))) != nullptr) {
        ++count;
        ++at;
    }
    return count;
}

template <class Work>
double megabytesPerSecond(std::size_t bytes, const Work& work)
{
    double best = 0;
    for (int round = 0; round < 5; ++round) {
        const auto begin = Clock::now();
        work();
        const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        best = std::max(best, static_cast<double>(bytes) / 1e6 / seconds);
    }
    return best;
}

void printSpeed(const std::vector<std::string>& paths)
{
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    for (const auto& path : paths) {
        texts.push_back(contentOf(path));
        bytes += texts.back().size();
    }
    std::size_t numLeaks = 0;
    std::size_t numLines = 0;
    const double scan = megabytesPerSecond(bytes, [&] {
        numLeaks = 0;
        for (std::size_t idx = 0; idx < texts.size(); ++idx)
            numLeaks += findLeaks(paths[idx], texts[idx]).size();
    });
    const double plain = megabytesPerSecond(bytes, [&] {
        numLines = 0;
        for (const auto& text : texts)
            numLines += linesOf(text);
    });
    std::printf("{\"bytes\":%zu,\"leaks\":%zu,\"lines\":%zu,\"mb_s\":%.1f,\"memchr_mb_s\":%.1f}\n",
                bytes, numLeaks, numLines, scan, plain);
}

std::vector<std::string> linesIn(const char* path)
{
    std::vector<std::string> lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> paths(argv + 1, argv + argc);
    const bool isSpeed = !paths.empty() && paths[0] == "--speed";
    if (isSpeed)
        paths.erase(paths.begin());
    if (paths.size() == 2 && paths[0] == "--list")
        paths = linesIn(argv[argc - 1]);
    if (paths.empty()) {
        std::fputs("usage: bench_leaks [--speed] [--list LIST | FILE…]\n", stderr);
        return 2;
    }
    if (isSpeed)
        printSpeed(paths);
    else
        for (const auto& path : paths)
            printLeaks(path);
    return 0;
}
