#include "kernels/base/words.h"
#include "tests/arch/rules.h"
#include "tests/arch/scan.h"

#include <algorithm>

namespace tf::test::arch {

namespace {

/// Markdown and line breaks taken out: one space between words, no backticks, no \ before |.
std::string plainText(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isSpace = text[at] == ' ' || text[at] == '\n' || text[at] == '\t';
        if (isSpace && (out.empty() || out.back() == ' '))
            continue;
        if (text[at] == '`' || text.substr(at).starts_with("\\|"))
            continue;
        out += isSpace ? ' ' : text[at];
    }
    return out;
}

/// The paragraph after #pragma once as one line.
std::string openingOf(const SourceFile& header)
{
    std::string opening;
    bool found = false;
    for (const auto line : linesOf(header.text)) {
        const bool isComment = line.starts_with("//");
        if (found && (!isComment || trimmed(line) == "//"))
            break;
        found = found || isComment;
        if (isComment)
            opening += words(trimmed(line.substr(2)), " ");
    }
    return opening;
}

/// Up to the first full stop that ends a word, without it.
std::string firstSentence(std::string_view opening)
{
    const auto plain = plainText(opening);
    for (std::size_t at = 0; at < plain.size(); ++at) {
        const bool isEnd = at + 1 == plain.size() || plain[at + 1] == ' ';
        if (plain[at] == '.' && isEnd)
            return plain.substr(0, at);
    }
    return std::string(trimmed(plain));
}

/// The README of the folder, or of the nearest folder above that has one.
const SourceFile* readmeFor(const SourceTree& tree, std::string_view path)
{
    for (auto folder = folderOf(path); !folder.empty(); folder = folderOf(folder)) {
        if (const auto* readme = tree.find(words(folder, "/README.md")))
            return readme;
    }
    return nullptr;
}

/// How the README names a header: "verb" beside it, "cli/verb" from the folder above.
std::string nounOf(std::string_view header, std::string_view readme)
{
    const auto relative = header.substr(folderOf(readme).size() + 1);
    return std::string(relative.substr(0, relative.rfind('.')));
}

bool explains(const std::string& readme, std::string_view noun, std::string_view sentence)
{
    return readme.find(words(noun, " | ", sentence)) != std::string::npos
        || readme.find(words(noun, ": ", sentence)) != std::string::npos;
}

} // namespace

Violations sentences(const SourceTree& tree)
{
    Violations violations;
    for (const auto& file : tree.files) {
        const bool isListOfTests = fileNameOf(file.path) == "tests.h";
        if (!isHeader(file.path) || isUnder(file.path, "packaging") || isListOfTests)
            continue;
        const auto* readme = readmeFor(tree, file.path);
        const auto sentence = firstSentence(openingOf(file));
        if (readme == nullptr || sentence.empty())
            continue; // readmes and headers say so
        const auto noun = nounOf(file.path, readme->path);
        if (!explains(plainText(readme->text), noun, sentence))
            violations.push_back(
                {file.path, 1,
                 words(readme->path, " lacks the line \"- `", noun, "`: ", sentence, ".\"")});
    }
    return violations;
}

} // namespace tf::test::arch
