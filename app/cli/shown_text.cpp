#include "app/cli/shown_text.h"

#include "engine/json/utf8_repair.h"

#include <cstdint>

namespace tf::cli {

namespace {

bool isOneByteControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

/// U+0080 to U+009F: among them an introducer of commands in a single character.
bool isTwoByteControl(std::string_view text)
{
    return text.size() > 1 && text[0] == '\xc2' && static_cast<unsigned char>(text[1]) < 0xa0;
}

enum class Layout : std::uint8_t { Dropped, Kept };

std::string withoutControls(std::string_view text, Layout layout)
{
    std::string shown = json::repairedUtf8(text);
    for (std::size_t at = 0; at < shown.size(); ++at) {
        const bool isLayout = shown[at] == '\n' || shown[at] == '\t';
        if (layout == Layout::Kept && isLayout)
            continue;
        if (isTwoByteControl(std::string_view(shown).substr(at)))
            shown.replace(at, 2, 1, ' ');
        else if (isOneByteControl(shown[at]))
            shown[at] = ' ';
    }
    return shown;
}

} // namespace

std::string shownText(std::string_view text)
{
    return withoutControls(text, Layout::Dropped);
}

std::string shownLines(std::string_view text)
{
    return withoutControls(text, Layout::Kept);
}

} // namespace tf::cli
