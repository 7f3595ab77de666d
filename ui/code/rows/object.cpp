#include "ui/code/rows/rows.h"

namespace tf::ui {

namespace {

constexpr StringForm kJavaStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many},
    {.open = "\"", .close = "\""},
    {.open = "'", .close = "'"},
};
constexpr StringForm kKotlinStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many, .escape = 0, .hole = "${"},
    {.open = "\"", .close = "\"", .hole = "${"},
    {.open = "'", .close = "'"},
};
constexpr StringForm kScalaStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many, .escape = 0, .hole = "${"},
    {.open = "\"", .close = "\"", .hole = "${"},
};
constexpr StringForm kSharpStrings[] = {
    {.open = "$\"\"\"", .close = "\"\"\"", .lines = Lines::Many, .escape = 0},
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many, .escape = 0},
    {.open = "$@\"", .close = "\"", .lines = Lines::Many, .escape = '"'},
    {.open = "@$\"", .close = "\"", .lines = Lines::Many, .escape = '"'},
    {.open = "@\"", .close = "\"", .lines = Lines::Many, .escape = '"'},
    {.open = "$\"", .close = "\"", .hole = "{"},
    {.open = "\"", .close = "\""},
    {.open = "'", .close = "'"},
};
constexpr StringForm kDartStrings[] = {
    {.open = "'''", .close = "'''", .lines = Lines::Many, .hole = "${"},
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many, .hole = "${"},
    {.open = "'", .close = "'", .hole = "${"},
    {.open = "\"", .close = "\"", .hole = "${"},
};
constexpr StringForm kGroovyStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many, .hole = "${"},
    {.open = "'''", .close = "'''", .lines = Lines::Many},
    {.open = "\"", .close = "\"", .hole = "${"},
    {.open = "'", .close = "'"},
};
constexpr StringForm kSolidityStrings[] = {{.open = "\"", .close = "\""},
                                           {.open = "'", .close = "'"}};

constexpr Sigil kAnnotation[] = {{'@', Ink::Macro}};
constexpr Sigil kRegion[] = {{'#', Ink::Macro, Sigil::Place::LineStart}};

constexpr Row kObjectRows[] = {
    {.title = "Java",
     .names = "java",
     .keywords =
         "abstract assert break case catch class const continue default do else enum extends "
         "final finally for goto if implements import instanceof interface native new "
         "non-sealed package permits private protected public record return sealed static "
         "strictfp super switch synchronized this throw throws transient try var volatile "
         "while yield",
     .types = "boolean byte char double float int long short void true false null",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kJavaStrings,
     .sigils = kAnnotation,
     .traits = kCalls | kCapitalTypes},
    {.title = "Kotlin",
     .names = "kotlin kt kts",
     .keywords =
         "abstract actual annotation as break by catch class companion const constructor "
         "continue crossinline data do else enum expect external final finally for get if "
         "import in infix init inline inner interface internal is lateinit noinline object "
         "open operator out override package private protected public reified return sealed "
         "set super suspend tailrec this throw try typealias val value var vararg when "
         "where while",
     .definers = "fun",
     .types = "true false null it",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kKotlinStrings,
     .sigils = kAnnotation,
     .traits = kNests | kCalls | kCapitalTypes},
    {.title = "Scala",
     .names = "scala sc sbt",
     .keywords =
         "abstract case catch class derives do else end enum export extends extension final "
         "finally for forSome given if implicit import infix inline lazy match new object "
         "opaque open override package private protected return sealed super then this "
         "throw trait transparent try type using val var while with yield",
     .definers = "def",
     .types = "true false null",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kScalaStrings,
     .prefixes = "s f raw",
     .sigils = kAnnotation,
     .traits = kNests | kCalls | kCapitalTypes | kTickIsLetter},
    {.title = "C#",
     .names = "csharp c# cs csx",
     .keywords =
         "abstract as async await base break case catch checked class const continue default "
         "delegate do else enum event explicit extern finally fixed for foreach from get "
         "global goto group if implicit in init interface internal is let lock nameof "
         "namespace new not operator or and orderby out override params partial private "
         "protected public readonly record ref required return sealed select set sizeof "
         "stackalloc static struct switch this throw try typeof unchecked unsafe using "
         "virtual volatile when where while with yield",
     .types = "bool byte char decimal double dynamic float int long nint nuint object sbyte short "
              "string uint ulong ushort var void true false null",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kSharpStrings,
     .sigils = kRegion,
     .traits = kCalls | kCapitalTypes},
    {.title = "Dart",
     .names = "dart",
     .keywords =
         "abstract as assert async await base break case catch class const continue covariant "
         "default deferred do else enum export extends extension external factory final "
         "finally for get hide if implements import in interface is late library mixin new "
         "on operator part required rethrow return sealed set show static super switch sync "
         "this throw try typedef var when while with yield",
     .types = "bool double dynamic int num void true false null",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kDartStrings,
     .prefixes = "r",
     .sigils = kAnnotation,
     .traits = kNests | kCalls | kCapitalTypes},
    {.title = "Groovy",
     .names = "groovy gradle",
     .files = "jenkinsfile",
     .keywords =
         "abstract as assert break case catch class const continue def default do else enum "
         "extends final finally for goto if implements import in instanceof interface new "
         "package private protected public return static super switch this throw throws "
         "trait try var while",
     .types = "boolean byte char double float int long short void true false null",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kGroovyStrings,
     .sigils = kAnnotation,
     .traits = kCalls | kCapitalTypes},
    {.title = "Solidity",
     .names = "solidity sol",
     .keywords = "abstract anonymous as assembly break calldata case catch constant constructor "
                 "continue contract do else emit enum error event external fallback for if "
                 "immutable import indexed interface internal is library mapping memory modifier "
                 "new override payable pragma private public pure receive return returns revert "
                 "solidity storage struct switch throw try type unchecked using view virtual while",
     .definers = "function",
     .types = "address bool byte bytes bytes4 bytes32 int int256 string uint uint8 uint128 uint256 "
              "true false wei gwei ether msg block tx",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kSolidityStrings,
     .traits = kCalls | kCapitalTypes},
};

} // namespace

std::span<const Row> objectRows()
{
    return kObjectRows;
}

} // namespace tf::ui
