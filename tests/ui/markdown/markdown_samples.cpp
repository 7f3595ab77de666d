#include "tests/ui/markdown/markdown_samples.h"

#include "kernels/base/words.h"

namespace tf::test {

namespace {

std::string repeated(std::string_view piece, std::size_t count)
{
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t idx = 0; idx < count; ++idx)
        text += piece;
    return text;
}

std::string prose(std::size_t size)
{
    constexpr std::string_view kSentence =
        "The scheduler keeps **one queue** per device, and `take()` never waits; see "
        "[the notes](https://example.org/notes#queue) for *why*. ";
    std::string text;
    for (std::size_t idx = 0; text.size() < size; ++idx) {
        text += kSentence;
        if (idx % 4 == 3)
            text += "\n\n";
    }
    return text;
}

std::string list(std::size_t size)
{
    std::string text;
    for (std::size_t idx = 0; text.size() < size; ++idx)
        text += words("- item ", idx, " holds **what** it says and `more` of it\n");
    return text;
}

std::string nestedLists(std::size_t size)
{
    std::string text;
    for (std::size_t idx = 0; text.size() < size; ++idx)
        text += words(std::string(idx % 8 * 2, ' '), "- level ", idx % 8, " of *these*\n");
    return text;
}

std::string table(std::size_t size)
{
    std::string text = "| a | b | c |\n|---|:-:|--:|\n";
    for (std::size_t idx = 0; text.size() < size; ++idx)
        text += words("| ", idx, " | `code ", idx, "` | **strong** text |\n");
    return text;
}

std::string code(std::size_t size)
{
    return "```cpp\n" + repeated("int a = 1;\n", size / 11) + "```\n";
}

std::string longLine(std::size_t size)
{
    return repeated("0123456789abcdef", size / 16);
}

std::string openEmphasis(std::size_t size)
{
    return repeated("*a **b _c ~~d ", size / 14);
}

std::string quotes(std::size_t size)
{
    return repeated(">", size);
}

std::string quoteLines(std::size_t size)
{
    std::string text;
    for (std::size_t depth = 1; text.size() < size; depth = depth % 60 + 1)
        text += repeated("> ", depth) + "deep\n";
    return text;
}

std::string brackets(std::size_t size)
{
    return repeated("[", size);
}

std::string bracketPairs(std::size_t size)
{
    return repeated("![[](", size / 5);
}

std::string backticks(std::size_t size)
{
    std::string text;
    for (std::size_t idx = 1; text.size() < size; ++idx)
        text += repeated("`", idx % 300) + " a ";
    return text;
}

std::string dollars(std::size_t size)
{
    return repeated("$a \\(b \\[c $$ ", size / 14);
}

std::string entities(std::size_t size)
{
    return repeated("&#x202e;&amp;&lt;", size / 17);
}

std::string emptyItems(std::size_t size)
{
    return repeated("-\n", size / 2);
}

std::string wideTable(std::size_t size)
{
    std::string text = repeated("|a", 120) + "|\n" + repeated("|-", 120) + "|\n";
    while (text.size() < size)
        text += repeated("|*b*", 120) + "|\n";
    return text;
}

std::string longRows(std::size_t size)
{
    std::string text = "|a|b|\n|-|-|\n";
    while (text.size() < size)
        text += "|" + repeated("*b* ", 3000) + "|" + repeated("c|", 3000) + "\n";
    return text;
}

std::string oneParagraph(std::size_t size)
{
    return repeated("a line of *text* that goes on and on\n", size / 37);
}

std::string formulaLines(std::size_t size)
{
    return "$$\n" + repeated("a_1 + b^2 \\\\\n", size / 13);
}

constexpr std::string_view kParts[] = {"*",
                                       "**",
                                       "_",
                                       "~~",
                                       "`",
                                       "```",
                                       "~~~\n",
                                       "[",
                                       "]",
                                       "(",
                                       ")",
                                       "![",
                                       "](http://",
                                       "](javascript:",
                                       "<",
                                       ">",
                                       "> ",
                                       "- ",
                                       "* ",
                                       "+ ",
                                       "1. ",
                                       "9) ",
                                       "\n",
                                       "\n\n",
                                       "\r\n",
                                       "\t",
                                       "    ",
                                       "  \n",
                                       "| ",
                                       "|--|--|",
                                       "\n|-|\n",
                                       "---\n",
                                       "===\n",
                                       "# ",
                                       "###### ",
                                       "$",
                                       "$$",
                                       "\\(",
                                       "\\)",
                                       "\\[",
                                       "\\]",
                                       "\\",
                                       "&lt;",
                                       "&#0;",
                                       "&#x202e;",
                                       "&bogus;",
                                       "www.a.b",
                                       "http://a.b/",
                                       "a@b.cc",
                                       "[ ] ",
                                       "[x] ",
                                       "<b>",
                                       "<!--",
                                       "a",
                                       "word ",
                                       "0",
                                       "\xE2\x80\xAE",
                                       "\xE2\x80\x8B",
                                       "\xEF\xBB\xBF",
                                       "\xE2\x81\xA6",
                                       "\xD7\x90",
                                       "\xF0\x9F\x8F\xB4",
                                       "\xF3\xA0\x81\xA7",
                                       "\xF3\xA0\x81\xBF",
                                       "\xEF\xB7\x90",
                                       "\xC3",
                                       "\xFF",
                                       "\xE2\x82",
                                       "\xED\xA0\x80"};

std::string soup(Gen& gen)
{
    std::string text;
    for (std::size_t count = gen.below(gen.size() * 4); count > 0; --count) {
        text += gen.pick(kParts);
        if (gen.oneIn(40))
            text += repeated(gen.pick(kParts), gen.below(gen.size() * 2));
    }
    return text;
}

std::string deepList(Gen& gen)
{
    std::string text;
    for (std::size_t depth = 0; depth < 40; ++depth)
        text += std::string(depth * static_cast<std::size_t>(gen.between(1, 4)), ' ')
            + (gen.oneIn(3) ? "1. " : "- ") + (gen.oneIn(4) ? "> " : "") + "x\n";
    return text;
}

} // namespace

const std::vector<MarkdownSample>& longMarkdown()
{
    static const std::vector<MarkdownSample> kSamples = {
        {"prose", prose},
        {"one list", list},
        {"nested lists", nestedLists},
        {"table", table},
        {"code", code},
        {"one line", longLine},
        {"open emphasis", openEmphasis},
        {"nested quotes", quotes},
        {"quotes by line", quoteLines},
        {"brackets", brackets},
        {"bracket pairs", bracketPairs},
        {"backticks", backticks},
        {"dollars", dollars},
        {"entities", entities},
        {"empty items", emptyItems},
        {"wide table", wideTable},
        {"long rows", longRows},
        {"one paragraph", oneParagraph},
        {"formula", formulaLines},
    };
    return kSamples;
}

std::string hostileMarkdown(Gen& gen)
{
    std::string text;
    for (std::size_t count = 1 + gen.below(4); count > 0; --count) {
        if (gen.oneIn(4))
            text += gen.bytes();
        else if (gen.oneIn(6))
            text += deepList(gen);
        else if (gen.oneIn(8))
            text += gen.pick(longMarkdown()).make(gen.below(gen.size() * 40));
        else
            text += soup(gen);
    }
    return text;
}

} // namespace tf::test
