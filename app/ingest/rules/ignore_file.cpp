#include "app/ingest/rules/ignore_file.h"

namespace tf::ingest {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// Without the spaces at its end, unless a backslash keeps the first of them.
std::string_view withoutTrailingSpaces(std::string_view line)
{
    std::size_t end = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\')
            ++at;
        else if (line[at] == ' ')
            continue;
        end = at + 1;
    }
    return line.substr(0, end);
}

} // namespace

IgnoreFile::IgnoreFile(std::string_view content)
{
    if (content.starts_with(kByteOrderMark))
        content.remove_prefix(kByteOrderMark.size());
    for (int number = 1; !content.empty(); ++number) {
        const auto end = content.find('\n');
        auto line = content.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        addLine(line.substr(0, line.find('\0')), number);
        content = end == std::string_view::npos ? "" : content.substr(end + 1);
    }
}

void IgnoreFile::addLine(std::string_view line, int number)
{
    if (line.starts_with('#'))
        return;
    const auto text = withoutTrailingSpaces(line);
    const bool ignores = !text.starts_with('!');
    Glob glob(ignores ? text : text.substr(1));
    if (!glob.isBroken() && !glob.pattern().empty())
        m_lines.push_back({std::move(glob), std::string(text), number, ignores});
}

const IgnoreFile::Line* IgnoreFile::lastMatch(std::string_view path, Node node) const
{
    const auto name = path.substr(path.rfind('/') + 1);
    for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
        if (line->glob.matches(path, name, node))
            return &*line;
    }
    return nullptr;
}

} // namespace tf::ingest
