#include "app/ingest/rules/content_kind.h"

#include <algorithm>
#include <array>

#include <string.h> // memmem

namespace tf::ingest {

namespace {

constexpr std::size_t kHeadBytes = 8192;
constexpr std::size_t kMarkBytes = 4096; // marks stand at the top
constexpr std::size_t kLongLine = 5000; // nobody wrote it

struct Mark {
    std::string_view bytes;
    std::string_view detail;
};

// The longer first: UTF-32 begins like UTF-16.
constexpr std::array<Mark, 4> kForeignTexts{{
    {std::string_view("\xff\xfe\0\0", 4), "UTF-32 text"},
    {std::string_view("\0\0\xfe\xff", 4), "UTF-32 text"},
    {"\xff\xfe", "UTF-16 text"},
    {"\xfe\xff", "UTF-16 text"},
}};

constexpr std::array<std::string_view, 2> kPointers{"version https://git-lfs.github.com/spec/",
                                                    "version https://hawser.github.com/spec/"};

constexpr std::array<std::string_view, 9> kCommentLeads{"//", "#",  "/*", "*",   "--",
                                                        ";",  "<!", "%",  "rem "};

// Where a line of many kilobytes was made by a program. Prose has paragraphs on one line.
constexpr std::array<std::string_view, 12> kCodeEndings{
    ".js", ".mjs", ".cjs", ".ts", ".css", ".html", ".htm", ".json", ".xml", ".svg", ".map", ".wat"};

std::string_view withoutBlanks(std::string_view line)
{
    const auto begin = line.find_first_not_of(" \t");
    return begin == std::string_view::npos ? "" : line.substr(begin);
}

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || c == '-';
}

/// Empty: the line holds none.
std::string_view generatorMark(std::string_view line)
{
    line = withoutBlanks(line);
    if (std::none_of(kCommentLeads.begin(), kCommentLeads.end(),
                     [line](std::string_view lead) { return line.starts_with(lead); }))
        return {};
    const auto code = line.find("ode generated ");
    if (code != std::string_view::npos && line.find("DO NOT EDIT", code) != std::string_view::npos)
        return "Code generated … DO NOT EDIT";
    constexpr std::string_view kGenerated = "@generated";
    const auto at = line.find(kGenerated);
    if (at == std::string_view::npos)
        return {};
    const auto rest = line.substr(at + kGenerated.size());
    const bool isWord = rest.empty() || !isWordByte(rest.front());
    const bool isQuoted = at > 0 && (line[at - 1] == '`' || line[at - 1] == '"');
    return isWord && !isQuoted ? kGenerated : std::string_view();
}

/// Where the word stands that all marks hold: most files have none, and are not read line by line.
std::size_t findWord(std::string_view text, std::size_t from)
{
    constexpr std::string_view kWord = "generated";
    const auto rest = text.substr(from);
    const void* found = memmem(rest.data(), rest.size(), kWord.data(), kWord.size());
    return found == nullptr
        ? std::string_view::npos
        : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

bool hasLongLine(std::string_view head)
{
    while (!head.empty()) {
        const auto end = head.find('\n');
        if (std::min(end, head.size()) > kLongLine)
            return true;
        head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
    }
    return false;
}

Verdict generated(std::string_view name, std::string_view head)
{
    const auto top = head.substr(0, kMarkBytes);
    for (auto at = findWord(top, 0); at != std::string_view::npos;) {
        const auto begin = top.rfind('\n', at) + 1; // none before it: npos + 1
        const auto end = std::min(top.find('\n', at), top.size());
        const auto mark = generatorMark(top.substr(begin, end - begin));
        if (!mark.empty())
            return {Why::Generated, std::string(mark)};
        at = findWord(top, end);
    }
    const bool isCode =
        std::any_of(kCodeEndings.begin(), kCodeEndings.end(),
                    [name](std::string_view ending) { return name.ends_with(ending); });
    if (isCode && hasLongLine(head))
        return {Why::Generated, "a line of more than 5,000 bytes"};
    return {};
}

} // namespace

Verdict kindOfContent(std::string_view name, std::string_view head)
{
    head = head.substr(0, kHeadBytes);
    for (const Mark& foreign : kForeignTexts) {
        if (head.starts_with(foreign.bytes))
            return {Why::Binary, std::string(foreign.detail)};
    }
    if (head.find('\0') != std::string_view::npos)
        return {Why::Binary, "a zero byte"};
    for (const auto pointer : kPointers) {
        if (head.starts_with(pointer))
            return {Why::LargeFilePointer, "Git LFS"};
    }
    return generated(name, head);
}

} // namespace tf::ingest
