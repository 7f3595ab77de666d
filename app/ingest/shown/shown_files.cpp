#include "app/ingest/shown/shown_files.h"

#include "app/ingest/shown/shown_file.h"

#include <charconv>

namespace tf::ingest {

namespace {

constexpr std::string_view kHeadBegin = "=== ";
constexpr std::string_view kHeadEnd = " ===";

/// Where the line that begins there ends, its newline counted in.
std::size_t lineEnd(std::string_view text, std::size_t begin)
{
    const auto newline = text.find('\n', begin);
    return newline == std::string_view::npos ? text.size() : newline + 1;
}

/// What stands before the line's words when it is that line: "12\t".
std::optional<std::size_t> numberBefore(std::string_view line, std::int64_t wanted)
{
    std::int64_t number = 0;
    const auto [at, code] = std::from_chars(line.data(), line.data() + line.size(), number);
    const auto length = static_cast<std::size_t>(at - line.data());
    const bool isIt =
        code == std::errc() && number == wanted && length < line.size() && line[length] == '\t';
    return isIt ? std::optional(length + 1) : std::nullopt;
}

/// The lines behind a head, as far as they count on from 1.
FoundFile linesBehind(std::string_view packed, std::string_view path, std::size_t begin)
{
    FoundFile file{path, {}, 0};
    std::size_t end = begin;
    while (end < packed.size()) {
        const std::size_t next = lineEnd(packed, end);
        if (!numberBefore(packed.substr(end, next - end), file.numLines + 1))
            break;
        ++file.numLines;
        end = next;
    }
    file.shown = packed.substr(begin, end - begin);
    return file;
}

} // namespace

std::vector<FoundFile> shownFiles(std::string_view packed)
{
    std::vector<FoundFile> files;
    for (std::size_t at = 0; at < packed.size();) {
        const std::size_t end = lineEnd(packed, at);
        std::string_view line = packed.substr(at, end - at);
        at = end;
        if (!line.ends_with('\n'))
            break;
        line.remove_suffix(1);
        if (line.size() <= kHeadBegin.size() + kHeadEnd.size() || !line.starts_with(kHeadBegin)
            || !line.ends_with(kHeadEnd))
            continue;
        line.remove_prefix(kHeadBegin.size());
        line.remove_suffix(kHeadEnd.size());
        files.push_back(linesBehind(packed, line, end));
        at = end + files.back().shown.size();
    }
    return files;
}

std::optional<FoundFile> shownFile(std::string_view packed, std::string_view path)
{
    const std::string head = shownHeader(path);
    std::size_t at = packed.rfind(head);
    while (at != std::string_view::npos && at > 0 && packed[at - 1] != '\n')
        at = packed.rfind(head, at - 1);
    if (at == std::string_view::npos)
        return std::nullopt;
    return linesBehind(packed, packed.substr(at + kHeadBegin.size(), path.size()),
                       at + head.size());
}

std::string plainLines(const FoundFile& file)
{
    std::string text;
    text.reserve(file.shown.size());
    std::int64_t number = 0;
    for (std::size_t at = 0; at < file.shown.size();) {
        const std::size_t end = lineEnd(file.shown, at);
        const std::string_view line = file.shown.substr(at, end - at);
        text += line.substr(numberBefore(line, ++number).value_or(0));
        at = end;
    }
    if (!text.empty() && text.back() != '\n')
        text += '\n';
    return text;
}

} // namespace tf::ingest
