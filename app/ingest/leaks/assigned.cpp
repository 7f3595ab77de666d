// Values that look drawn behind names that tell.

#include "app/ingest/leaks/assignment.h"
#include "app/ingest/leaks/shape.h"
#include "app/ingest/leaks/structure.h"
#include "app/ingest/leaks/value.h"

#include <algorithm>

namespace tf::ingest {

namespace {

constexpr std::size_t kLeast = 10;
constexpr std::size_t kMost = 150;
constexpr std::uint16_t kOfValue = 0x3ff; // everything but signs

/// What is named so is meant to be seen.
bool isPublicName(std::string_view name)
{
    constexpr std::string_view kWords[] = {
        "hash",    "sha1",        "sha2",      "sha5",  "md5",     "digest",  "checksum", "pub",
        "commit",  "fingerprint", "integrity", "etag",  "uuid",    "guid",    "keyid",    "key_id",
        "keyword", "keyboard",    "author",    "cache", "sitekey", "site_key"};
    return name.ends_with("_id") || name.ends_with(" h1") // as go.sum has it
        || name.ends_with("Id")
        || std::any_of(std::begin(kWords), std::end(kWords),
                       [&](std::string_view word) { return containsFolded(name, word); });
}

/// Hashes with their name, public keys and UUIDs.
bool isPublicValue(std::string_view value)
{
    constexpr std::string_view kBeginnings[] = {"sha1",      "sha256",    "sha384", "sha512", "md5",
                                                "AAAAB3Nza", "AAAAC3Nza", "http",   "data:",  "0x"};
    const bool isUuid = value.size() == 36 && value[8] == '-' && value[13] == '-'
        && value[18] == '-' && value[23] == '-';
    return isUuid
        || std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                       [&](std::string_view beginning) { return value.starts_with(beginning); });
}

/// Without quotes a value ends its line, or the code goes on with it.
bool endsLine(std::string_view text, std::size_t at)
{
    at = std::min(text.find_first_not_of(" \t,;\\", at), text.size());
    const auto rest = text.substr(at, 3);
    return rest.empty() || rest[0] == '\n' || rest[0] == '\r' || rest[0] == '#' || rest[0] == '<'
        || rest[0] == 'n';
}

} // namespace

std::optional<Span> findAssigned(const Place& place)
{
    const auto& [path, text, word] = place;
    const auto found = assignmentAround(text, word);
    if (!found || found->value.size() < kLeast || found->value.size() > kMost)
        return std::nullopt;
    const auto value = found->value.of(text);
    const bool isPlain =
        std::all_of(value.begin(), value.end(), [](char one) { return isOf(one, kOfValue); });
    if (!isPlain || !looksDrawn(value) || entropyOf(value) < 3.5)
        return std::nullopt;
    if (isPublicName(found->name.of(text)) || isPublicValue(value) || isPlaceholder(value))
        return std::nullopt;
    if (found->quoting == Quoting::Bare && !endsLine(text, found->value.end))
        return std::nullopt;
    return found->value;
}

} // namespace tf::ingest
