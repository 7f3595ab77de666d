#include "tests/ui/markdown/ordinary_markdown.h"

#include "kernels/base/words.h"

namespace tf::test {

namespace {

constexpr std::string_view kPhrases[] = {
    "The scheduler",
    "keeps **one queue**",
    "per *device*",
    "and calls `take()` once",
    "see [the notes](https://example.org/notes)",
    "in `src/main.cpp:12`",
    "which is ~~slow~~ quick",
    "***really***",
    "a_name_with_lines",
    "2 * 3 * 4",
    "`a | b` or ``c ` d``",
    "at https://example.org/a?b=c",
    "5 < 6 & 7 > 2",
    "**Note:** mind the gap",
    "it's \"quoted\"",
    "\\*not strong\\*",
    "Größe, 漢字 und עברית",
    "&lt;tag&gt;",
    "[1]",
    "wait\\",
};

constexpr std::string_view kCodeLines[] = {"int main()",   "{",         "    return 0;", "}",    "",
                                           "# no heading", "- no item", "> no quote",    "\ttab"};

std::string text(Gen& gen)
{
    std::string out;
    for (std::size_t count = 1 + gen.below(6); count > 0; --count)
        out += words(gen.pick(kPhrases), count > 1 ? " " : "");
    return out;
}

std::string code(Gen& gen)
{
    const std::string_view fence = gen.oneIn(5) ? "~~~~" : "```";
    std::string out = words(fence, gen.oneIn(2) ? "cpp" : "", "\n");
    for (std::size_t count = gen.below(6); count > 0; --count)
        out += words(gen.pick(kCodeLines), "\n");
    return out + words(fence, "\n");
}

std::string table(Gen& gen)
{
    const bool hasBars = !gen.oneIn(4);
    const std::string_view edge = hasBars ? "|" : "";
    std::string out = words(edge, " a | b | c ", edge, "\n", edge, " :-- | :-: | --- ", edge, "\n");
    for (std::size_t count = gen.below(5); count > 0; --count)
        out += words(edge, " ", gen.below(100), " | `x\\|y` | *c* ", edge, "\n");
    return out;
}

/// Every line further in; blank ones too, now and then.
std::string indented(const std::string& block, std::size_t columns)
{
    std::string out;
    for (std::size_t at = 0; at < block.size();) {
        const std::size_t end = block.find('\n', at) + 1;
        if (block[at] != '\n')
            out += std::string(columns, ' ');
        out += block.substr(at, end - at);
        at = end;
    }
    return out;
}

std::string quoted(const std::string& block)
{
    std::string out;
    for (std::size_t at = 0; at < block.size();) {
        const std::size_t end = block.find('\n', at) + 1;
        out += words(block[at] == '\n' ? ">" : "> ", block.substr(at, end - at));
        at = end;
    }
    return out;
}

std::string blocks(Gen& gen, int depth);

std::string list(Gen& gen, int depth)
{
    const bool isNumbered = gen.oneIn(3);
    const bool isLoose = gen.oneIn(3);
    const std::string_view bullet = gen.oneIn(3) ? "* " : "- ";
    std::string out;
    for (std::size_t number = 1 + gen.below(2); number < 5; ++number) {
        const std::string marker = isNumbered ? words(number, ". ") : std::string(bullet);
        const bool isTask = !isNumbered && depth == 0 && gen.oneIn(4);
        out += words(marker, isTask ? "[x] " : "", text(gen), "\n");
        if (gen.oneIn(4))
            out += words(gen.oneIn(2) ? "  " : "", "lazy ", text(gen), "\n");
        if (depth < 3 && gen.oneIn(3))
            out += indented(list(gen, depth + 1), marker.size() + gen.below(2));
        if (depth < 3 && gen.oneIn(5))
            out += words("\n", indented(blocks(gen, depth + 1), marker.size()));
        if (isLoose && out.back() == '\n')
            out += "\n";
    }
    return out;
}

std::string block(Gen& gen, int depth)
{
    switch (gen.below(depth < 3 ? 9 : 4)) {
    case 0:
        return words(std::string(1 + gen.below(4), '#'), " ", text(gen), gen.oneIn(4) ? " ##" : "",
                     "\n");
    case 1:
        return code(gen);
    case 2:
        return table(gen);
    case 3:
        return words(text(gen), "  \n", text(gen), "\n", text(gen), "\n");
    case 4:
        return quoted(blocks(gen, depth + 1));
    case 5:
        return gen.oneIn(2) ? "---\n" : "    indented\n\n      code\n";
    case 6:
        return words(text(gen), gen.oneIn(2) ? "\n===\n" : "\n---\n");
    default:
        return list(gen, depth);
    }
}

std::string blocks(Gen& gen, int depth)
{
    std::string out;
    for (std::size_t count = 1 + gen.below(4); count > 0; --count)
        out += words(block(gen, depth), gen.oneIn(5) ? "" : "\n");
    return out;
}

} // namespace

std::string ordinaryMarkdown(Gen& gen)
{
    return words(blocks(gen, 0), blocks(gen, 0), "\n\n");
}

} // namespace tf::test
