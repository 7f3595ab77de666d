#pragma once

// The names that every colour of the window goes by.
//
// A token says what a colour is for, never how it looks; the looks are resources/themes/*.json.
// Thread: any.

#include <QLatin1StringView>

#include <cstdint>

namespace tf::ui {

enum class Token : std::uint8_t {
    Text,
    TextMuted,
    TextDisabled,
    TextOnAccent,
    TextLink,
    Window,
    SidePane,
    Bar,
    Card,
    Raised,
    Hover,
    Pressed,
    Selected,
    SelectionText,
    TextSelection,
    Divider,
    Border,
    BorderStrong,
    Accent,
    AccentHover,
    AccentPressed,
    AccentSubtle,
    FocusRing,
    DropFill,
    DropBorder,
    DropFillActive,
    DropBorderActive,
    Good,
    GoodFill,
    GoodText,
    Caution,
    CautionFill,
    CautionText,
    Danger,
    DangerFill,
    DangerText,
    Info,
    InfoFill,
    InfoText,
    PillFill,
    PillText,
    Icon,
    IconStrong,
    ScrollHandle,
    ScrollHandleHover,
    TooltipFill,
    TooltipText,
    CodeFill,
    CodeText,
    CodeKeyword,
    CodeType,
    CodeString,
    CodeNumber,
    CodeComment,
    CodeFunction,
    CodeMacro,
    CodeInserted,
    CodeRemoved,
    CodeInsertedFill,
    CodeRemovedFill,
    CodeHeader,
    QuoteBar,
    QuestionFill,
    FindHit,
    FindHitCurrent,
};

inline constexpr int kNumTokens = static_cast<int>(Token::FindHitCurrent) + 1;

/// As it is spelled in a theme file.
[[nodiscard]] QLatin1StringView name(Token token);

} // namespace tf::ui
