#include "vision/images/svg_prologue.h"

namespace tf::vision {

namespace {

constexpr std::string_view kSvgSpace = " \t\r\n";

/// Behind the first `end`; nothing is left when there is none.
std::string_view behind(std::string_view text, std::string_view end)
{
    const auto place = text.find(end);
    return place == std::string_view::npos ? std::string_view() : text.substr(place + end.size());
}

/// Behind <!DOCTYPE …>, which may hold declarations between brackets.
std::string_view behindDoctype(std::string_view text)
{
    const auto bracket = text.find('[');
    const auto angle = text.find('>');
    if (bracket != std::string_view::npos && bracket < angle)
        text = behind(text, "]");
    return behind(text, ">");
}

std::string_view withoutSpace(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(kSvgSpace), text.size()));
    return text;
}

/// "svg" or "prefix:svg".
bool isSvgName(std::string_view element)
{
    const auto name = element.substr(0, element.find_first_of(" \t\r\n/>"));
    const auto colon = name.find(':');
    return (colon == std::string_view::npos ? name : name.substr(colon + 1)) == "svg";
}

} // namespace

bool beginsLikeSvg(ByteView bytes)
{
    std::string_view text = bytes.text();
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    for (text = withoutSpace(text); text.starts_with('<'); text = withoutSpace(text)) {
        if (text.starts_with("<?"))
            text = behind(text, "?>");
        else if (text.starts_with("<!--"))
            text = behind(text, "-->");
        else if (text.starts_with("<!DOCTYPE"))
            text = behindDoctype(text);
        else
            return isSvgName(text.substr(1));
    }
    return false;
}

} // namespace tf::vision
