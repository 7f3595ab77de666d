#include "app/ingest/shown/shown_file.h"

#include "engine/text/tokens/utf8.h"
#include "kernels/base/words.h"

namespace tf::ingest {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kReplacement = "\xef\xbf\xbd";

/// Appends `line`; true when something in it had to be replaced.
bool appendRepaired(std::string& text, std::string_view line)
{
    bool isRepaired = false;
    while (!line.empty()) {
        const auto valid = text::validPrefix(line);
        text += line.substr(0, valid);
        line.remove_prefix(valid);
        if (line.empty())
            break;
        text += kReplacement;
        line.remove_prefix(text::brokenPrefix(line));
        isRepaired = true;
    }
    return isRepaired;
}

} // namespace

std::string shownHeader(std::string_view path)
{
    return words("=== ", path, " ===\n");
}

ShownLines shownLines(std::string_view bytes)
{
    if (bytes.starts_with(kByteOrderMark))
        bytes.remove_prefix(kByteOrderMark.size());
    ShownLines shown;
    shown.text.reserve(bytes.size() + bytes.size() / 6);
    while (!bytes.empty()) {
        const auto newline = bytes.find('\n');
        auto line = bytes.substr(0, newline);
        bytes.remove_prefix(newline == std::string_view::npos ? bytes.size() : newline + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        shown.text += words(++shown.numLines, '\t');
        shown.isRepaired |= appendRepaired(shown.text, line);
        shown.text += '\n';
    }
    return shown;
}

} // namespace tf::ingest
