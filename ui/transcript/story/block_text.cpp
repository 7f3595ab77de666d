#include "ui/transcript/story/block_text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

QString textOf(const Table& table)
{
    QStringList rows;
    for (const std::vector<Prose>& cells : table.rows) {
        QStringList texts;
        for (const Prose& cell : cells)
            texts << cell.text;
        rows << texts.join(u'\t');
    }
    return rows.join(u'\n');
}

QString marked(const Span& span, const Prose& prose)
{
    QString text = prose.text.mid(span.begin, span.length);
    if (span.has(Mark::Code))
        text = u'`' + text + u'`';
    if (span.has(Mark::Maths))
        text = u'$' + text + u'$';
    if (span.has(Mark::Strong))
        text = u"**"_s + text + u"**"_s;
    if (span.has(Mark::Emphasis))
        text = u'*' + text + u'*';
    if (span.has(Mark::Struck))
        text = u"~~"_s + text + u"~~"_s;
    const auto target = static_cast<std::size_t>(span.target);
    if (span.has(Mark::Link) && span.target >= 0 && target < prose.targets.size())
        text = u'[' + text + u"]("_s + prose.targets[target] + u')';
    return text;
}

QString markdownOf(const Prose& prose)
{
    QString out;
    qsizetype at = 0;
    for (const Span& span : prose.spans) {
        out += QStringView(prose.text).mid(at, span.begin - at);
        out += marked(span, prose);
        at = span.begin + span.length;
    }
    out += QStringView(prose.text).mid(at);
    return out.replace(QChar(QChar::LineSeparator), u"  \n"_s);
}

QString markdownOf(const Table& table)
{
    QString out;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (const Prose& cell : table.rows[row])
            out += u"| "_s + markdownOf(cell).replace(u'|', u"\\|"_s) + u' ';
        out += u"|\n"_s;
        if (row > 0 || table.goesOn)
            continue;
        for (const Align align : table.columns)
            out += align == Align::Right ? u"| ---: "_s
                : align == Align::Middle ? u"| :---: "_s
                                         : u"| --- "_s;
        out += u"|\n"_s;
    }
    return out.chopped(out.isEmpty() ? 0 : 1);
}

/// What stands before the first line, and before the others.
struct Margin {
    QString first;
    QString others;
};

Margin marginOf(const std::vector<Container>& containers)
{
    Margin margin;
    for (const Container& container : containers) {
        QString mark;
        switch (container.kind) {
        case Container::Kind::Quote:
            mark = u"> "_s;
            break;
        case Container::Kind::Bullet:
            mark = u"- "_s;
            break;
        case Container::Kind::Number:
            mark = QString::number(container.number) + u". "_s;
            break;
        case Container::Kind::Task:
            mark = u"- [ ] "_s;
            break;
        case Container::Kind::DoneTask:
            mark = u"- [x] "_s;
            break;
        }
        const bool isQuote = container.kind == Container::Kind::Quote;
        const bool isTask =
            container.kind == Container::Kind::Task || container.kind == Container::Kind::DoneTask;
        const QString blank = isQuote ? mark : QString(isTask ? 2 : mark.size(), u' ');
        margin.first += container.begins ? mark : blank;
        margin.others += blank;
    }
    return margin;
}

QString bareMarkdown(const Block& block)
{
    switch (block.kind) {
    case BlockKind::Heading:
        return QString(block.level, u'#') + u' ' + markdownOf(block.prose);
    case BlockKind::Code: {
        QString fence = u"```"_s;
        while (block.code.text.contains(fence))
            fence += u'`';
        const QString end = block.code.text.endsWith(u'\n') ? QString() : u"\n"_s;
        return fence + block.code.info + u'\n' + block.code.text + end + fence;
    }
    case BlockKind::Table:
        return markdownOf(block.table);
    case BlockKind::Rule:
        return u"---"_s;
    case BlockKind::Maths:
        return u"$$\n"_s + block.prose.text + u"\n$$"_s;
    default:
        return markdownOf(block.prose);
    }
}

} // namespace

QString textOf(const Block& block)
{
    if (block.kind == BlockKind::Code)
        return block.code.text;
    return block.kind == BlockKind::Table ? textOf(block.table) : block.prose.text;
}

int textLength(const Block& block)
{
    if (block.kind == BlockKind::Code)
        return static_cast<int>(block.code.text.size());
    if (block.kind != BlockKind::Table)
        return static_cast<int>(block.prose.text.size());
    qsizetype length = 0;
    for (const std::vector<Prose>& cells : block.table.rows) {
        for (const Prose& cell : cells)
            length += cell.text.size() + 1;
    }
    return static_cast<int>(std::max<qsizetype>(length - 1, 0));
}

QString markdownOf(const Block& block)
{
    const Margin margin = marginOf(block.containers);
    QStringList lines = bareMarkdown(block).split(u'\n');
    for (qsizetype idx = 0; idx < lines.size(); ++idx)
        lines[idx].prepend(idx == 0 ? margin.first : margin.others);
    return lines.join(u'\n');
}

} // namespace tf::ui
