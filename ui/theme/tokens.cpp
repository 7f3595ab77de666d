#include "ui/theme/tokens.h"

#include <iterator>

namespace tf::ui {

namespace {

constexpr const char* kTokenNames[] = {
    "text",
    "textMuted",
    "textDisabled",
    "textOnAccent",
    "textLink",
    "window",
    "sidePane",
    "bar",
    "card",
    "raised",
    "hover",
    "pressed",
    "selected",
    "selectionText",
    "textSelection",
    "divider",
    "border",
    "borderStrong",
    "accent",
    "accentHover",
    "accentPressed",
    "accentSubtle",
    "focusRing",
    "dropFill",
    "dropBorder",
    "dropFillActive",
    "dropBorderActive",
    "good",
    "goodFill",
    "goodText",
    "caution",
    "cautionFill",
    "cautionText",
    "danger",
    "dangerFill",
    "dangerText",
    "info",
    "infoFill",
    "infoText",
    "pillFill",
    "pillText",
    "icon",
    "iconStrong",
    "scrollHandle",
    "scrollHandleHover",
    "tooltipFill",
    "tooltipText",
    "codeFill",
    "codeText",
    "codeKeyword",
    "codeType",
    "codeString",
    "codeNumber",
    "codeComment",
    "codeFunction",
    "codeMacro",
    "codeInserted",
    "codeRemoved",
    "codeInsertedFill",
    "codeRemovedFill",
    "codeHeader",
    "quoteBar",
    "questionFill",
    "findHit",
    "findHitCurrent",
};
static_assert(std::size(kTokenNames) == kNumTokens);

} // namespace

QLatin1StringView name(Token token)
{
    return QLatin1StringView(kTokenNames[static_cast<int>(token)]);
}

} // namespace tf::ui
