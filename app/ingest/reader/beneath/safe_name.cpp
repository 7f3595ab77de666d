#include "app/ingest/reader/beneath/safe_name.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <array>

namespace tf::ingest {

namespace {

constexpr std::size_t kMostNameBytes = 255;
constexpr std::size_t kMostShownBytes = 240;

unsigned byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

/// Bytes of the character that the text begins with; 0 when it is not UTF-8.
std::size_t characterBytes(std::string_view text)
{
    const unsigned first = byteAt(text, 0);
    if (first < 0x80)
        return 1;
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < size)
        return 0;
    for (std::size_t at = 1; at < size; ++at) {
        if ((byteAt(text, at) & 0xC0U) != 0x80U)
            return 0;
    }
    const unsigned second = byteAt(text, 1);
    const bool isTooLong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool isNone = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
    return isTooLong || isNone ? 0 : size;
}

bool isControl(std::string_view character)
{
    const unsigned first = byteAt(character, 0);
    return first < 0x20 || first == 0x7F || (first == 0xC2 && byteAt(character, 1) < 0xA0);
}

/// Characters that macOS leaves out of names before it compares them.
bool isIgnorable(std::string_view character)
{
    constexpr std::string_view kIgnorable[] = {
        "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d",
        "\u202e", "\u206a", "\u206b", "\u206c", "\u206d", "\u206e", "\u206f", "\ufeff",
    };
    return std::find(std::begin(kIgnorable), std::end(kIgnorable), character)
        != std::end(kIgnorable);
}

/// As a system may see it that knows no case, no streams and no dots at the end.
std::string foldedName(std::string_view name)
{
    std::string folded;
    for (auto rest = name.substr(0, name.find(':')); !rest.empty();) {
        const auto character = rest.substr(0, std::max<std::size_t>(characterBytes(rest), 1));
        rest.remove_prefix(character.size());
        if (isIgnorable(character))
            continue;
        const bool isUpper = character.size() == 1 && character[0] >= 'A' && character[0] <= 'Z';
        if (isUpper)
            folded += static_cast<char>(character[0] - 'A' + 'a');
        else
            folded += character;
    }
    while (!folded.empty() && (folded.back() == '.' || folded.back() == ' '))
        folded.pop_back();
    return folded;
}

bool meansGit(std::string_view name)
{
    const auto folded = foldedName(name);
    const bool isShort = folded.size() > 4 && folded.starts_with("git~")
        && std::all_of(folded.begin() + 4, folded.end(),
                       [](char digit) { return digit >= '0' && digit <= '9'; });
    return folded == ".git" || isShort;
}

constexpr std::array<bool, 256> plainBytes()
{
    std::array<bool, 256> plain{};
    for (const char c : std::string_view("0123456789abcdefghijklmnopqrstuvwxyz"
                                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ_-+,."))
        plain[static_cast<unsigned char>(c)] = true;
    return plain;
}

/// Nearly all are, and there is nothing to be found in them.
bool isPlain(std::string_view name)
{
    constexpr auto kPlain = plainBytes();
    const bool mayMeanGit = name.size() == 4 && name.front() == '.';
    return !name.empty() && name.size() <= kMostNameBytes && name.back() != '.' && !mayMeanGit
        && std::all_of(name.begin(), name.end(),
                       [&](char c) { return kPlain[static_cast<unsigned char>(c)]; });
}

bool hasUnseen(std::string_view name)
{
    while (!name.empty()) {
        const auto size = characterBytes(name);
        if (isControl(name.substr(0, size)))
            return true;
        name.remove_prefix(size);
    }
    return false;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const auto size = characterBytes(text);
        if (size == 0)
            return false;
        text.remove_prefix(size);
    }
    return true;
}

} // namespace

std::optional<std::string> nameFault(std::string_view name)
{
    if (isPlain(name))
        return std::nullopt;
    if (name.empty() || name == "." || name == "..")
        return "a name that leads elsewhere";
    if (name.size() > kMostNameBytes)
        return words("a name of ", name.size(), " bytes; at most ", kMostNameBytes, " are taken");
    if (name.find('/') != std::string_view::npos)
        return "a name with a slash in it";
    if (!isUtf8(name))
        return "a name that is not UTF-8";
    if (hasUnseen(name))
        return "a name with control characters";
    if (name != ".git" && meansGit(name))
        return "a name that some systems take for .git";
    if (name.back() == '.' || name.back() == ' ')
        return "a name with a dot or space at its end";
    if (name.find(":$") != std::string_view::npos)
        return "a name that means a stream of NTFS";
    return std::nullopt;
}

std::optional<std::string> pathFault(std::string_view path)
{
    if (path.size() > kMostPathBytes)
        return words("a path of ", path.size(), " bytes; at most ", kMostPathBytes, " are taken");
    for (;;) {
        const auto end = path.find('/');
        if (auto fault = nameFault(path.substr(0, end)))
            return fault;
        if (end == std::string_view::npos)
            return std::nullopt;
        path.remove_prefix(end + 1);
    }
}

std::string shownName(std::string_view name)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string shown;
    while (!name.empty() && shown.size() < kMostShownBytes) {
        const auto size = characterBytes(name);
        const auto character = name.substr(0, std::max<std::size_t>(size, 1));
        name.remove_prefix(character.size());
        if (size != 0 && !isControl(character) && !isIgnorable(character)) {
            shown += character == "\\" ? std::string_view("\\\\") : character;
            continue;
        }
        for (const char byte : character) {
            const auto value = static_cast<unsigned char>(byte);
            shown += words("\\x", kDigits[value >> 4U], kDigits[value & 15U]);
        }
    }
    return name.empty() ? shown : shown + "…";
}

} // namespace tf::ingest
