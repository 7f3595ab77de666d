#include "tests/ui/markdown/block_dump.h"

#include "kernels/base/words.h"

namespace tf::test {

namespace {

using namespace tf::ui;

std::string utf8(QStringView text)
{
    QString shown = text.toString();
    shown.replace(QChar(0x2028), QStringLiteral("⏎"));
    return shown.replace(QChar(u'\n'), QStringLiteral("\\n")).toStdString();
}

std::string marksOf(const Span& span)
{
    constexpr struct {
        Mark mark;
        char letter;
    } kLetters[] = {{Mark::Strong, 'S'},  {Mark::Emphasis, 'E'}, {Mark::Struck, 'D'},
                    {Mark::Code, 'C'},    {Mark::Link, 'L'},     {Mark::Maths, 'M'},
                    {Mark::Picture, 'P'}, {Mark::Revealed, 'R'}};
    std::string letters;
    for (const auto& entry : kLetters)
        if (span.has(entry.mark))
            letters += entry.letter;
    return letters;
}

std::string sketchOf(const Container& container)
{
    const char* const begins = container.begins ? "!" : "";
    switch (container.kind) {
    case Container::Kind::Quote:
        return "> ";
    case Container::Kind::Bullet:
        return words("-", begins, " ");
    case Container::Kind::Number:
        return words(container.number, ".", begins, " ");
    case Container::Kind::Task:
        return words("[ ]", begins, " ");
    case Container::Kind::DoneTask:
        return words("[x]", begins, " ");
    }
    return {};
}

std::string sketchOf(const Code& code)
{
    return words(" ", code.language.toStdString(), " (", code.info.toStdString(), ") ",
                 code.lines.size(), " lines: ", utf8(code.text));
}

std::string sketchOf(const Table& table)
{
    std::string out = table.goesOn ? " (goes on)" : "";
    for (const Align align : table.columns)
        out += words(" ", "-<^>"[static_cast<std::size_t>(align)]);
    for (const auto& row : table.rows) {
        out += "\n   ";
        for (const Prose& cell : row)
            out += words(" | ", test::dumpOf(cell));
    }
    return out;
}

} // namespace

std::string dumpOf(const Prose& prose)
{
    std::string out;
    qsizetype at = 0;
    for (const Span& span : prose.spans) {
        const QStringView text(prose.text);
        out += utf8(text.sliced(at, span.begin - at));
        out += words("[", marksOf(span), ":", utf8(text.sliced(span.begin, span.length)));
        if (span.target >= 0)
            out += words("→", utf8(prose.targets[static_cast<std::size_t>(span.target)]));
        out += "]";
        at = span.begin + span.length;
    }
    return out + utf8(QStringView(prose.text).sliced(at));
}

std::string dumpOf(const Block& block)
{
    constexpr const char* kNames[] = {"P", "H", "CODE", "TABLE", "RULE", "MATHS"};
    std::string out = block.isTight ? "· " : "  ";
    for (const Container& container : block.containers)
        out += sketchOf(container);
    out += kNames[static_cast<std::size_t>(block.kind)];
    if (block.level > 0)
        out += std::to_string(block.level);
    if (block.isOpen)
        out += "…";
    if (block.kind == BlockKind::Code)
        return out + sketchOf(block.code);
    if (block.kind == BlockKind::Table)
        return out + sketchOf(block.table);
    return words(out, " ", dumpOf(block.prose));
}

std::string dumpOf(const Blocks& blocks)
{
    std::string out;
    for (const Block& block : blocks)
        out += dumpOf(block) + "\n";
    return out;
}

} // namespace tf::test
