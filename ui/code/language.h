#pragma once

// A language of code as data: all that the one scanner has to know of it.
//
// Rows are written by hand in rows/, in ASCII; lists are words between spaces. What cannot be said
// in a row has a reader of its own: reader.h. Thread: any.

#include "ui/code/lexer.h"
#include "ui/code/word_table.h"

#include <array>
#include <string_view>

namespace tf::ui {

enum class Lines : std::uint8_t { One, Many };

struct StringForm {
    std::string_view open = {};
    std::string_view close = {};
    Lines lines = Lines::One;
    char escape = '\\'; ///< 0: none; the closing letter itself: it is written twice
    std::string_view hole = {}; ///< "${": code until its bracket closes
};

/// A letter that gives the name behind it a colour: "@Override", "$PATH".
struct Sigil {
    enum class Place : std::uint8_t { Anywhere, ApartFromNames, LineStart };
    char letter = 0;
    Ink ink = Ink::Macro;
    Place place = Place::Anywhere;
};

/// What needs a line of code in the scanner; a row has any number of them.
enum Trait : std::uint32_t {
    kAnyCase = 1U << 0, ///< keywords in any case
    kNests = 1U << 1, ///< comments within comments
    kAnchored = 1U << 2, ///< the block comment begins and ends at a line's first letter
    kSpaceBeforeComment = 1U << 3, ///< else '#' is no comment
    kCalls = 1U << 4, ///< a name before '(' is a function
    kCapitalTypes = 1U << 5, ///< Names that begin like this are types
    kBangMacros = 1U << 6, ///< name!
    kTickIsLetter = 1U << 7, ///< 'a' is a string, 'a alone is none
    kTickInNumbers = 1U << 8, ///< 1'000
    kRegex = 1U << 9, ///< /a+/ where no value stands before
    kRawTags = 1U << 10, ///< R"tag(…)tag"
    kRawHashes = 1U << 11, ///< r#"…"#
    kLongBrackets = 1U << 12, ///< [==[…]==], behind a line comment too
    kHeredoc = 1U << 13, ///< <<EOF
    kHeredocThree = 1U << 14, ///< <<<EOF
    kAttributes = 1U << 15, ///< #[…]
    kHashNumbers = 1U << 16, ///< #ff8800
    kSections = 1U << 17, ///< [a heading]
    kKeysAnywhere = 1U << 18, ///< not only at a line's beginning
    kFirstWord = 1U << 19, ///< keywords only where a line begins
    kMnemonics = 1U << 20, ///< a line's first word is a keyword, or a label before ':'
    kQuoteComment = 1U << 21, ///< '"' at a line's beginning
    kIncludes = 1U << 22, ///< #include <…>
};

using Reader = InkedLine (*)(LexState before, QStringView line);

struct Row {
    std::string_view title = {}; ///< "C++"
    std::string_view names = {}; ///< of fences and endings of files, in small letters
    std::string_view files = {}; ///< whole names of files, in small letters
    std::string_view keywords = {};
    std::string_view definers = {}; ///< keywords before a function's name
    std::string_view types = {}; ///< and constants
    std::string_view lineComments = {};
    std::string_view blockOpen = {};
    std::string_view blockClose = {};
    std::span<const StringForm> strings = {}; ///< at most 15; the longer openings first
    std::string_view prefixes = {}; ///< words that may touch a string's opening: r"…"
    std::span<const Sigil> sigils = {};
    std::string_view nameLetters = {}; ///< beside letters, digits and '_'
    std::string_view innerLetters = {}; ///< the same, but not at a name's beginning
    char keyEnd = 0; ///< what is before it is a key
    std::uint32_t traits = 0;
    Reader reader = nullptr; ///< then all else but the names is empty
};

/// What may begin with a letter.
enum class LetterKind : std::uint8_t { Plain, Space, Name, Digit, Special };

/// A row made ready.
struct Language {
    explicit Language(const Row& source);

    [[nodiscard]] bool has(Trait trait) const { return (row->traits & trait) != 0; }
    [[nodiscard]] LetterKind kindOf(char16_t letter) const;
    /// A name goes on with it.
    [[nodiscard]] bool isOfName(char16_t letter) const;

    const Row* row;
    WordTable words;
    std::vector<std::string_view> lineComments;
    std::array<LetterKind, 128> kinds = {};
    std::array<bool, 128> inNames = {};
};

} // namespace tf::ui
