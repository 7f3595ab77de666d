#include "ui/code/rows/rows.h"

namespace tf::ui {

namespace {

constexpr StringForm kPythonStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many},
    {.open = "'''", .close = "'''", .lines = Lines::Many},
    {.open = "\"", .close = "\""},
    {.open = "'", .close = "'"},
};
constexpr StringForm kRubyStrings[] = {
    {.open = "\"", .close = "\"", .lines = Lines::Many, .hole = "#{"},
    {.open = "'", .close = "'", .lines = Lines::Many},
    {.open = "`", .close = "`", .hole = "#{"},
    {.open = "%w[", .close = "]", .lines = Lines::Many},
    {.open = "%i[", .close = "]", .lines = Lines::Many},
};
constexpr StringForm kPerlStrings[] = {
    {.open = "\"", .close = "\""}, // of many lines is rarer than a quote within a regex
    {.open = "'", .close = "'"},
    {.open = "`", .close = "`"},
};
constexpr StringForm kPhpStrings[] = {
    {.open = "\"", .close = "\"", .lines = Lines::Many, .hole = "{$"},
    {.open = "'", .close = "'", .lines = Lines::Many},
};
constexpr StringForm kLuaStrings[] = {{.open = "\"", .close = "\""}, {.open = "'", .close = "'"}};
constexpr StringForm kScriptStrings[] = {
    {.open = "`", .close = "`", .lines = Lines::Many, .hole = "${"},
    {.open = "\"", .close = "\""},
    {.open = "'", .close = "'"},
};
constexpr StringForm kRStrings[] = {
    {.open = "\"", .close = "\"", .lines = Lines::Many},
    {.open = "'", .close = "'", .lines = Lines::Many},
    {.open = "`", .close = "`", .escape = 0},
};
constexpr StringForm kJuliaStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many, .hole = "$("},
    {.open = "\"", .close = "\"", .hole = "$("},
    {.open = "`", .close = "`"},
};

constexpr Sigil kDecorator[] = {{'@', Ink::Macro}};
constexpr Sigil kRubySigils[] = {
    {':', Ink::Type, Sigil::Place::ApartFromNames}, {'@', Ink::Macro}, {'$', Ink::Plain}};
constexpr Sigil kDollarName[] = {{'$', Ink::Plain}};
constexpr Sigil kJuliaSigils[] = {{'@', Ink::Macro},
                                  {':', Ink::Type, Sigil::Place::ApartFromNames}};

constexpr std::string_view kJavaScriptKeywords =
    "as async await break case catch class const continue debugger default delete do else export "
    "extends finally for from get if import in instanceof let new of return set static super "
    "switch this throw try typeof var void while with yield";

constexpr Row kScriptRows[] = {
    {.title = "Python",
     .names = "python py py3 python3 pyw pyi ipython",
     .files = "sconstruct wscript",
     .keywords = "and as assert async await break class continue del elif else except finally for "
                 "from global if import in is lambda match case nonlocal not or pass raise return "
                 "try type while with yield",
     .definers = "def",
     .types = "True False None self cls int float str bytes bool list dict set tuple object "
              "NotImplemented Ellipsis",
     .lineComments = "#",
     .strings = kPythonStrings,
     .prefixes = "r R b B f F u U t rb rB Rb RB br bR Br BR fr fR Fr FR rf rF Rf RF",
     .sigils = kDecorator,
     .traits = kCalls | kCapitalTypes},
    {.title = "JavaScript",
     .names = "javascript js jsx mjs cjs node es6",
     .keywords = kJavaScriptKeywords,
     .definers = "function",
     .types = "true false null undefined NaN Infinity",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kScriptStrings,
     .sigils = kDecorator,
     .nameLetters = "$",
     .traits = kCalls | kCapitalTypes | kRegex},
    {.title = "TypeScript",
     .names = "typescript ts tsx mts cts",
     .keywords =
         "abstract as asserts async await break case catch class const continue debugger "
         "declare default delete do else enum export extends finally for from get if "
         "implements import in infer instanceof interface is keyof let module namespace new "
         "of override private protected public readonly return satisfies set static super "
         "switch this throw try type typeof var void while with yield",
     .definers = "function",
     .types = "any bigint boolean never number object string symbol unknown true false null "
              "undefined NaN Infinity",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kScriptStrings,
     .sigils = kDecorator,
     .nameLetters = "$",
     .traits = kCalls | kCapitalTypes | kRegex},
    {.title = "Ruby",
     .names = "ruby rb rake gemspec",
     .files = "rakefile gemfile vagrantfile podfile brewfile",
     .keywords =
         "alias and begin break case class defined? do else elsif end ensure for if in module "
         "next not or redo require require_relative rescue retry return self super then "
         "undef unless until when while yield attr_accessor attr_reader attr_writer include "
         "extend private protected public raise loop lambda proc",
     .definers = "def",
     .types = "true false nil __FILE__ __LINE__",
     .lineComments = "#",
     .blockOpen = "=begin",
     .blockClose = "=end",
     .strings = kRubyStrings,
     .sigils = kRubySigils,
     .innerLetters = "?!",
     .traits = kCalls | kCapitalTypes | kAnchored | kRegex | kHeredoc},
    {.title = "Perl",
     .names = "perl pl pm t",
     .keywords =
         "and cmp continue default die do else elsif eq eval for foreach ge given goto gt if "
         "last le local lt my ne next no not or our package print redo require return say "
         "state unless until use when while x xor",
     .definers = "sub",
     .types = "undef __PACKAGE__ __FILE__ __DATA__ __END__",
     .lineComments = "#",
     .blockOpen = "=",
     .blockClose = "=cut",
     .strings = kPerlStrings,
     .sigils = kDollarName,
     .traits = kCalls | kAnchored | kRegex | kHeredoc},
    {.title = "PHP",
     .names = "php php8 phtml",
     .keywords =
         "abstract and as break callable case catch class clone const continue declare "
         "default do echo else elseif empty enum extends final finally for foreach global "
         "goto if implements include include_once instanceof insteadof interface isset list "
         "match namespace new or print private protected public readonly require "
         "require_once return static switch throw trait try unset use var while xor yield",
     .definers = "function fn",
     .types = "array bool float int iterable mixed never object self string void true false null "
              "TRUE FALSE NULL",
     .lineComments = "// #",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kPhpStrings,
     .sigils = kDollarName,
     .traits = kCalls | kCapitalTypes | kHeredocThree | kAttributes},
    {.title = "Lua",
     .names = "lua luau",
     .keywords =
         "and break do else elseif end for goto if in local not or repeat return then until "
         "while",
     .definers = "function",
     .types = "true false nil self",
     .lineComments = "--",
     .strings = kLuaStrings,
     .traits = kCalls | kLongBrackets},
    {.title = "R",
     .names = "r rscript rmd",
     .keywords = "break else for function if in next repeat return while library require",
     .types = "TRUE FALSE NULL NA NA_integer_ NA_real_ NA_character_ Inf NaN T F",
     .lineComments = "#",
     .strings = kRStrings,
     .innerLetters = ".",
     .traits = kCalls},
    {.title = "Julia",
     .names = "julia jl",
     .keywords = "abstract baremodule begin break catch const continue do else elseif end export "
                 "finally for global if import in isa let local macro module mutable outer "
                 "primitive quote return struct try type using where while",
     .definers = "function",
     .types = "true false nothing missing NaN Inf pi",
     .lineComments = "#",
     .blockOpen = "#=",
     .blockClose = "=#",
     .strings = kJuliaStrings,
     .prefixes = "r raw b v",
     .sigils = kJuliaSigils,
     .innerLetters = "!",
     .traits = kNests | kCalls | kCapitalTypes | kTickIsLetter},
};

} // namespace

std::span<const Row> scriptRows()
{
    return kScriptRows;
}

} // namespace tf::ui
