#include "ui/transcript/story/plain_blocks.h"

#include <QJsonDocument>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr int kIndent = 2;

/// Joins what was typed line by line into paragraphs and code.
class TypedLines {
public:
    void add(const QString& line)
    {
        if (line.trimmed().startsWith(u"```"_s))
            return fence(line.trimmed().mid(3).trimmed());
        if (m_code) {
            appendLines(m_blocks.back().code, line + u'\n');
            return;
        }
        if (line.trimmed().isEmpty()) {
            m_inParagraph = false;
            return;
        }
        if (m_inParagraph)
            m_blocks.back().prose.text += QChar(QChar::LineSeparator) + line;
        else
            m_blocks.emplace_back().prose.text = line;
        m_inParagraph = true;
    }

    Blocks take() { return std::move(m_blocks); }

private:
    void fence(const QString& info)
    {
        m_inParagraph = false;
        m_code = !m_code;
        if (!m_code)
            return;
        Block& block = m_blocks.emplace_back();
        block.kind = BlockKind::Code;
        block.code.info = info;
        block.code.language = info.section(u' ', 0, 0);
    }

    Blocks m_blocks;
    bool m_inParagraph = false;
    bool m_code = false;
};

/// Writes JSON anew, sign by sign, without understanding its values.
class Indenter {
public:
    void add(QChar c)
    {
        if (m_inString)
            return addInString(c);
        if (c.isSpace())
            return;
        if (c == u'}' || c == u']')
            return close(c);
        if (m_opened)
            breakLine();
        m_opened = c == u'{' || c == u'[';
        if (m_opened)
            ++m_depth;
        m_inString = c == u'"';
        m_out += c;
        if (c == u':')
            m_out += u' ';
        if (c == u',')
            breakLine();
    }

    QString take() { return std::move(m_out); }

private:
    void addInString(QChar c)
    {
        m_out += c;
        m_inString = m_escaped || c != u'"';
        m_escaped = !m_escaped && c == u'\\';
    }

    void close(QChar c)
    {
        --m_depth;
        if (!m_opened)
            breakLine();
        m_opened = false;
        m_out += c;
    }

    void breakLine()
    {
        m_opened = false;
        m_out += u'\n';
        m_out += QString(kIndent * m_depth, u' ');
    }

    QString m_out;
    int m_depth = 0;
    bool m_opened = false; ///< nothing stands in the bracket yet
    bool m_inString = false;
    bool m_escaped = false;
};

} // namespace

Blocks plainBlocks(std::string_view typed)
{
    TypedLines lines;
    for (const QString& line : QString::fromUtf8(typed).remove(u'\r').split(u'\n'))
        lines.add(line);
    return lines.take();
}

void appendLines(Code& code, const QString& text)
{
    if (text.isEmpty())
        return;
    if (code.text.isEmpty() || code.text.endsWith(u'\n'))
        code.lines.push_back(code.text.size());
    qsizetype from = code.text.size();
    code.text += text;
    while ((from = code.text.indexOf(u'\n', from)) >= 0 && ++from < code.text.size())
        code.lines.push_back(from);
}

std::string_view wholeCharacters(std::string_view utf8)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(4, utf8.size()); ++back) {
        const auto byte = static_cast<unsigned char>(utf8[utf8.size() - back]);
        if ((byte & 0xc0U) == 0x80U)
            continue;
        const std::size_t length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        return length > back ? utf8.substr(0, utf8.size() - back) : utf8;
    }
    return utf8;
}

QString indentedJson(const QString& json)
{
    if (QJsonDocument::fromJson(json.toUtf8()).isNull())
        return json;
    Indenter indenter;
    for (const QChar c : json)
        indenter.add(c);
    return indenter.take();
}

} // namespace tf::ui
