#include "ui/code/reader.h"
#include "ui/code/rows/rows.h"

namespace tf::ui {

namespace {

constexpr StringForm kJsonStrings[] = {{.open = "\"", .close = "\""}, {.open = "'", .close = "'"}};
constexpr StringForm kTomlStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many},
    {.open = "'''", .close = "'''", .lines = Lines::Many, .escape = 0},
    {.open = "\"", .close = "\""},
    {.open = "'", .close = "'", .escape = 0},
};
constexpr StringForm kIniStrings[] = {{.open = "\"", .close = "\""}};
constexpr StringForm kSqlStrings[] = {
    {.open = "'", .close = "'", .lines = Lines::Many, .escape = '\''},
    {.open = "\"", .close = "\"", .escape = '"'},
    {.open = "`", .close = "`", .escape = 0},
    {.open = "$$", .close = "$$", .lines = Lines::Many, .escape = 0},
};
constexpr StringForm kGraphStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many},
    {.open = "\"", .close = "\""},
};
constexpr StringForm kTexStrings[] = {{.open = "$$", .close = "$$", .lines = Lines::Many},
                                      {.open = "$", .close = "$"}};

constexpr Sigil kAtRule[] = {{'@', Ink::Macro}, {'$', Ink::Macro}};
constexpr Sigil kDirectives[] = {{'@', Ink::Macro}, {'$', Ink::Macro}};
constexpr Sigil kParameter[] = {{'@', Ink::Macro}, {':', Ink::Macro, Sigil::Place::ApartFromNames}};
constexpr Sigil kCommands[] = {{'\\', Ink::Keyword}};

constexpr Row kDataRows[] = {
    {.title = "JSON",
     .names = "json jsonc json5 jsonl ndjson geojson webmanifest",
     .files = ".prettierrc .eslintrc .babelrc composer.lock",
     .types = "true false null NaN Infinity",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kJsonStrings,
     .keyEnd = ':',
     .traits = kKeysAnywhere},
    {.title = "YAML", .names = "yaml yml", .files = ".clang-format .clang-tidy", .reader = inkYaml},
    {.title = "TOML",
     .names = "toml",
     .files = "cargo.lock poetry.lock pipfile",
     .types = "true false inf nan",
     .lineComments = "#",
     .strings = kTomlStrings,
     .innerLetters = "-.",
     .keyEnd = '=',
     .traits = kSections},
    {.title = "INI",
     .names = "ini cfg conf properties env desktop service editorconfig dotenv",
     .files = ".env .editorconfig .gitconfig .gitmodules",
     .types = "true false yes no on off",
     .lineComments = "# ;",
     .strings = kIniStrings,
     .innerLetters = "-.",
     .keyEnd = '=',
     .traits = kAnyCase | kSections | kSpaceBeforeComment},
    {.title = "HTML",
     .names = "html htm xml xhtml svg xsl xsd plist qrc ui rss vue svelte jinja",
     .reader = inkMarkup},
    {.title = "CSS",
     .names = "css scss sass less",
     .types = "important auto none inherit initial unset solid block flex grid inline absolute "
              "relative fixed sticky",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kJsonStrings,
     .sigils = kAtRule,
     .nameLetters = "-",
     .keyEnd = ':',
     .traits = kCalls | kHashNumbers | kSpaceBeforeComment},
    {.title = "SQL",
     .names = "sql mysql postgresql postgres psql sqlite plsql tsql",
     .keywords =
         "add all alter analyze and any as asc begin between by cascade case check collate "
         "column commit conflict constraint create cross database declare default delete "
         "desc distinct do drop else end except exists explain fetch filter for foreign from "
         "full function grant group having if ilike in index inner insert intersect into is "
         "join key lateral left like limit materialized natural not nothing of offset on or "
         "order outer over partition primary procedure recursive references replace "
         "returning returns right rollback row rows schema select set table then to "
         "transaction trigger truncate union unique update using values view when where "
         "window with",
     .types =
         "bigint bigserial blob boolean bool bytea char date datetime decimal double float int "
         "integer interval json jsonb numeric real serial smallint text time timestamp "
         "timestamptz tinyint uuid varchar true false null",
     .lineComments = "--",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kSqlStrings,
     .sigils = kParameter,
     .traits = kAnyCase | kCalls},
    {.title = "Protocol Buffers",
     .names = "protobuf proto proto3 pb",
     .keywords = "syntax package import option message enum service rpc returns oneof map repeated "
                 "optional required reserved extend extensions stream to weak public edition",
     .types =
         "double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 "
         "bool string bytes true false",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kJsonStrings,
     .traits = kCalls | kCapitalTypes},
    {.title = "GraphQL",
     .names = "graphql gql graphqls",
     .keywords =
         "directive enum extend fragment implements input interface mutation on query repeatable "
         "scalar schema subscription type union",
     .types = "Int Float String Boolean ID true false null",
     .lineComments = "#",
     .strings = kGraphStrings,
     .sigils = kDirectives,
     .traits = kCalls | kCapitalTypes},
    {.title = "LaTeX",
     .names = "latex tex sty cls bib",
     .lineComments = "%",
     .strings = kTexStrings,
     .sigils = kCommands},
    {.title = "Markdown", .names = "markdown md mdx", .files = "readme", .reader = inkMarkdown},
    {.title = "Diff", .names = "diff patch", .reader = inkDiff},
};

} // namespace

std::span<const Row> dataRows()
{
    return kDataRows;
}

} // namespace tf::ui
