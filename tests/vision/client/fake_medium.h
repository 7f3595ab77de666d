#pragma once

// Media for fake_decode: each holds the word that says what the process shall do.

#include "vision/client/decoder.h"

#include <cstring>
#include <filesystem>
#include <string_view>

#include <dirent.h>

namespace tf::test {

inline vision::Source fakeMedium(std::string_view script)
{
    return MUST(vision::Source::fromBytes(std::as_bytes(std::span(script))));
}

inline vision::DecoderOptions fakeDecoder()
{
    vision::DecoderOptions options;
    options.program = TRIFOLD_FAKE_DECODE;
    options.quiet = std::chrono::milliseconds(300);
    return options;
}

/// What this process has open.
inline int numOpenDescriptors()
{
    const std::filesystem::directory_iterator entries("/proc/self/fd");
    return static_cast<int>(std::distance(begin(entries), end(entries))) - 1;
}

/// Processes that this one started and that are still there, zombies among them.
inline int numChildren()
{
    std::error_code why;
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", why)) {
        const auto stat = entry.path() / "stat";
        std::FILE* file = std::fopen(stat.c_str(), "r");
        if (file == nullptr)
            continue;
        char line[512] = {};
        const bool isRead = std::fgets(line, sizeof line, file) != nullptr;
        std::fclose(file);
        // "id (name) state parent …"
        const char* end = isRead ? std::strrchr(line, ')') : nullptr;
        int parent = 0;
        char state = 0;
        if (end != nullptr && std::sscanf(end, ") %c %d", &state, &parent) == 2
            && parent == getpid())
            ++count;
    }
    return count;
}

} // namespace tf::test
