#include "vision/images/svg_cost.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <cctype>

namespace tf::vision {

namespace {

// Each is about a second of work on one core, and far beyond what drawing programs write.
constexpr std::size_t kMaxSvgElements = 50'000;
constexpr std::size_t kMaxSvgText = 512UL * 1024;
constexpr std::size_t kMaxSvgEntities = 1024UL * 1024;

bool isSvgLetter(char letter)
{
    return std::isalpha(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

std::size_t countOf(std::string_view text, char letter)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), letter));
}

/// From one bracket of <!DOCTYPE svg [ … ]> to the other.
std::string_view declarationsIn(std::string_view text)
{
    const auto doctype = text.find("<!DOCTYPE");
    const auto begin = text.find('[', std::min(doctype, text.size()));
    const auto end = text.find("]>", std::min(begin, text.size()));
    if (end == std::string_view::npos)
        return {};
    return text.substr(begin, end - begin);
}

/// Behind what begins at a '<'.
std::size_t afterTag(std::string_view text, std::size_t place)
{
    const std::string_view end = text.substr(place).starts_with("<!--") ? "-->" : ">";
    const auto found = text.find(end, place);
    return found == std::string_view::npos ? text.size() : found + end.size();
}

} // namespace

SvgCost svgCost(ByteView bytes)
{
    const auto text = bytes.text();
    SvgCost cost;
    for (std::size_t place = 0; place < text.size();) {
        if (text[place] != '<') {
            cost.textBytes += text[place] > ' ' || text[place] < 0 ? 1 : 0;
            ++place;
            continue;
        }
        cost.elements += place + 1 < text.size() && isSvgLetter(text[place + 1]) ? 1 : 0;
        place = afterTag(text, place);
    }
    const auto declarations = declarationsIn(text);
    cost.nestsEntities = countOf(declarations, '&') + countOf(declarations, '%') > 0;
    cost.entityBytes = declarations.size() * countOf(text, '&');
    return cost;
}

Result<> expectCheap(const SvgCost& cost)
{
    if (cost.elements > kMaxSvgElements)
        return Error(Code::BadInput,
                     words("SVG with ", cost.elements, " elements is beyond the limit of ",
                           kMaxSvgElements));
    if (cost.textBytes > kMaxSvgText)
        return Error(Code::BadInput,
                     words("SVG with ", cost.textBytes, " bytes of text is beyond the limit of ",
                           kMaxSvgText));
    if (cost.nestsEntities)
        return Error(Code::BadInput, "SVG with entities that are made of other entities");
    if (cost.entityBytes > kMaxSvgEntities)
        return Error(Code::BadInput,
                     words("SVG whose entities could grow to ", cost.entityBytes,
                           " bytes is beyond the limit of ", kMaxSvgEntities));
    return {};
}

} // namespace tf::vision
