#include "app/ingest/obtain/unpack/entry_path.h"

#include "app/ingest/reader/beneath/safe_name.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::ingest {

namespace {

constexpr std::size_t kMostEntryPathBytes = 4000; ///< the kernel takes 4095
constexpr std::size_t kMostEntryPartBytes = 255;

bool isControl(char letter)
{
    return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
}

Error refusedName(std::string_view name, std::string_view why)
{
    return {Code::BadInput,
            words("\"", shownName(name), "\" ", why, ", so nothing of this archive is kept")};
}

} // namespace

Result<std::string> entryPath(std::string_view name)
{
    if (name.starts_with('/'))
        return refusedName(name, "has an absolute path");
    if (name.size() > kMostEntryPathBytes)
        return refusedName(name, "has a path that is too long");
    if (std::any_of(name.begin(), name.end(), isControl))
        return refusedName(name, "has control characters in its name");
    std::string path;
    for (std::size_t at = 0; at < name.size();) {
        const auto end = std::min(name.find('/', at), name.size());
        const auto part = name.substr(at, end - at);
        at = end + 1;
        if (part == "..")
            return refusedName(name, "leads outside by \"..\"");
        if (part.size() > kMostEntryPartBytes)
            return refusedName(name, "has a name that is too long");
        if (part.empty() || part == ".")
            continue;
        if (!path.empty())
            path += '/';
        path += part;
    }
    return path;
}

} // namespace tf::ingest
