#include "ui/markdown/line_cursor.h"

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kTab = 4;

int widthAt(char white, int column)
{
    return white == '\t' ? kTab - column % kTab : 1;
}

} // namespace

LineCursor::LineCursor(std::string_view line)
    : m_line(line)
{
    look();
}

void LineCursor::look()
{
    int column = m_column;
    m_textAt = m_at;
    while (m_textAt < m_line.size() && (m_line[m_textAt] == ' ' || m_line[m_textAt] == '\t'))
        column += widthAt(m_line[m_textAt++], column);
    m_indent = column - m_column - m_spent;
}

std::string LineCursor::remaining() const
{
    if (m_spent == 0)
        return std::string(m_line.substr(m_at));
    const int left = widthAt('\t', m_column) - m_spent;
    return std::string(static_cast<std::size_t>(left), ' ') + std::string(m_line.substr(m_at + 1));
}

void LineCursor::skipIndent(int count)
{
    count = std::min(count, m_indent);
    while (count > 0) {
        const int width = widthAt(m_line[m_at], m_column) - m_spent;
        if (count < width) {
            m_spent += count;
            break;
        }
        count -= width;
        m_column += width + m_spent;
        m_spent = 0;
        ++m_at;
    }
    look();
}

void LineCursor::skip(std::size_t count)
{
    m_column += m_spent + m_indent + static_cast<int>(count);
    m_spent = 0;
    m_at = std::min(m_textAt + count, m_line.size());
    look();
}

} // namespace tf::ui
