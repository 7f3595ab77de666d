#include "app/ingest/git/head.h"

#include "app/ingest/reader/beneath/safe_name.h"
#include "kernels/base/words.h"

namespace tf::ingest {

namespace {

constexpr int kMostSteps = 5;
constexpr std::int64_t kMostReferenceBytes = 4096;
constexpr std::int64_t kMostPackedBytes = 64 << 20;
constexpr std::size_t kSha256Digits = 64;
constexpr std::string_view kBranches = "refs/heads/";

std::string_view trimmed(std::string_view text)
{
    const auto end = text.find_last_not_of(" \t\r\n");
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

bool isSafeReference(std::string_view reference)
{
    return reference.starts_with("refs/") && !pathFault(reference);
}

/// The text of a loose or packed reference; nothing when there is neither.
Result<std::optional<std::string>> textOf(const OpenFolder& git, const std::string& reference)
{
    auto loose = git.read(reference, kMostReferenceBytes);
    if (loose)
        return std::optional(std::string(trimmed(*loose)));
    // A folder stands there when a branch of a longer name does.
    if (loose.error().code != Code::NotFound && loose.error().code != Code::BadInput)
        return std::move(loose).error();
    const auto packed = git.read("packed-refs", kMostPackedBytes);
    if (!packed && packed.error().code != Code::NotFound)
        return Error(packed.error());
    const auto found = packed ? findPacked(*packed, reference) : std::nullopt;
    return found ? std::optional(found->hex()) : std::nullopt;
}

Result<ObjectName> commitOf(std::string_view text)
{
    if (const auto name = ObjectName::fromHex(text))
        return *name;
    if (text.size() == kSha256Digits)
        return Error(Code::Unsupported, "its objects have SHA-256 names, which are not read yet");
    return Error(Code::Corrupt,
                 words("a reference holds \"", shownName(text), "\", which is no commit"));
}

} // namespace

Result<Head> readHead(const OpenFolder& git)
{
    constexpr std::string_view kSymbolic = "ref:";
    Head head;
    auto read = TRY(git.read("HEAD", kMostReferenceBytes));
    std::string text(trimmed(read));
    for (int numSteps = 0; text.starts_with(kSymbolic); ++numSteps) {
        if (numSteps == kMostSteps)
            return Error(Code::Corrupt, "HEAD leads from reference to reference without end");
        const auto start = text.find_first_not_of(" \t", kSymbolic.size());
        const auto reference = start == std::string::npos ? std::string() : text.substr(start);
        if (!isSafeReference(reference))
            return Error(Code::Corrupt, words("HEAD leads to \"", shownName(reference), "\""));
        if (reference.starts_with(kBranches))
            head.branch = reference.substr(kBranches.size());
        auto next = TRY(textOf(git, reference));
        if (!next)
            return head;
        text = std::move(*next);
    }
    head.commit = TRY(commitOf(text));
    return head;
}

std::optional<ObjectName> findPacked(std::string_view packedRefs, std::string_view reference)
{
    constexpr std::size_t kDigits = 40;
    while (!packedRefs.empty()) {
        const auto end = std::min(packedRefs.find('\n'), packedRefs.size());
        const auto line = trimmed(packedRefs.substr(0, end));
        packedRefs.remove_prefix(std::min(end + 1, packedRefs.size()));
        if (line.size() == kDigits + 1 + reference.size() && line[kDigits] == ' '
            && line.ends_with(reference))
            return ObjectName::fromHex(line.substr(0, kDigits));
    }
    return std::nullopt;
}

} // namespace tf::ingest
