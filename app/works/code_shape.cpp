#include "app/works/code_shape.h"

#include "app/works/line.h"

#include <algorithm>

namespace tf::works {

namespace {

constexpr std::size_t kMostHclBlocks = 5000;
constexpr std::size_t kMostBlockBytes = 64 << 10;
constexpr std::size_t kMostDepth = 100;

/// One letter after the other, with what it lies in.
class ReadingHcl {
public:
    explicit ReadingHcl(std::string_view text)
        : m_text(text)
    {
    }

    HclShape read() &&
    {
        while (m_at < m_text.size() && m_shape.brokenLine == 0)
            step();
        if (m_shape.brokenLine == 0 && !m_open.empty())
            m_shape.brokenLine = m_open.back().line;
        closeRest();
        return std::move(m_shape);
    }

private:
    struct Open {
        char sign = 0;
        std::int64_t line = 0;
        int block = -1; ///< of the shape; -1: a value's bracket
    };

    void step()
    {
        const char letter = m_text[m_at];
        const std::string_view rest = m_text.substr(m_at);
        if (letter == '#' || rest.starts_with("//"))
            return skipTo(rest.find('\n'));
        if (rest.starts_with("/*"))
            return skipTo(std::min(rest.find("*/"), rest.size() - 2) + 2);
        if (letter == '"')
            return skipString();
        if (rest.starts_with("<<"))
            return skipHeredoc();
        if (letter == '{' || letter == '[' || letter == '(')
            open(letter);
        else if (letter == '}' || letter == ']' || letter == ')')
            close(letter);
        else
            keep(letter);
        ++m_at;
    }

    void keep(char letter)
    {
        if (letter == '\n') {
            ++m_line;
            m_head.clear();
        } else {
            m_head += letter;
        }
        for (const Open& open : m_open) {
            if (open.block >= 0
                && m_shape.blocks[std::size_t(open.block)].text.size() < kMostBlockBytes)
                m_shape.blocks[std::size_t(open.block)].text += letter;
        }
    }

    void skipTo(std::size_t length)
    {
        const auto skipped = m_text.substr(m_at, std::min(length, m_text.size() - m_at));
        m_line += std::count(skipped.begin(), skipped.end(), '\n');
        m_at += skipped.size();
    }

    void skipString()
    {
        std::vector<int> depths{0}; // of "${ … }" in each string that is open, one in the other
        keep('"');
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const std::string_view rest = m_text.substr(m_at);
            if (rest.front() == '\n' || depths.size() > kMostDepth)
                break;
            keep(rest.front());
            int& depth = depths.back();
            if (rest.front() == '\\' && rest.size() > 1 && rest[1] != '\n')
                keep(m_text[++m_at]);
            else if (rest.starts_with("${") || rest.starts_with("%{"))
                ++depth;
            else if (rest.front() == '}' && depth > 0)
                --depth;
            else if (rest.front() == '"' && depth > 0)
                depths.push_back(0);
            else if (rest.front() == '"')
                depths.pop_back();
            if (depths.empty())
                return void(++m_at);
        }
        m_shape.brokenLine = m_line;
    }

    void skipHeredoc()
    {
        std::size_t at = 2;
        const std::string_view rest = m_text.substr(m_at);
        if (at < rest.size() && rest[at] == '-')
            ++at;
        const std::size_t begin = at;
        while (at < rest.size() && isWordLetter(rest[at]))
            ++at;
        const std::string_view tag = rest.substr(begin, at - begin);
        if (tag.empty())
            return void((keep('<'), ++m_at));
        const std::int64_t line = m_line;
        skipTo(rest.find('\n'));
        while (m_at < m_text.size()) {
            skipTo(1);
            const std::size_t end = m_text.find('\n', m_at);
            const auto inner = m_text.substr(m_at, std::min(end, m_text.size()) - m_at);
            skipTo(inner.size());
            if (trimmed(inner) == tag)
                return;
        }
        m_shape.brokenLine = line;
    }

    void open(char letter)
    {
        if (m_open.size() >= kMostDepth) {
            m_shape.brokenLine = m_line;
            return;
        }
        const std::string_view head = trimmed(m_head);
        const bool isBlock =
            letter == '{' && !head.empty() && m_shape.blocks.size() < kMostHclBlocks;
        if (isBlock) {
            HclBlock block;
            block.head = head;
            block.line = m_line;
            for (const Open& open : m_open)
                block.parent = open.block >= 0 ? open.block : block.parent;
            m_shape.blocks.push_back(std::move(block));
        }
        m_open.push_back(
            {letter, m_line, isBlock ? static_cast<int>(m_shape.blocks.size()) - 1 : -1});
        keep(letter);
        m_head.clear();
    }

    void close(char letter)
    {
        const char wanted = letter == '}' ? '{' : letter == ']' ? '[' : '(';
        if (m_open.empty() || m_open.back().sign != wanted) {
            m_shape.brokenLine = m_line;
            return;
        }
        if (m_open.back().block >= 0)
            m_shape.blocks[std::size_t(m_open.back().block)].lastLine = m_line;
        m_open.pop_back();
        keep(letter);
    }

    void closeRest()
    {
        for (HclBlock& block : m_shape.blocks)
            block.lastLine = block.lastLine == 0 ? m_line : block.lastLine;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
    std::string m_head; ///< of the line, so far
    std::vector<Open> m_open;
    HclShape m_shape;
};

} // namespace

HclShape shapeOfHcl(std::string_view text)
{
    return ReadingHcl(text).read();
}

std::int64_t tabbedLine(std::string_view yaml)
{
    std::int64_t number = 0;
    for (Lines lines(yaml); !lines.atEnd();) {
        const auto line = lines.next();
        ++number;
        const std::size_t words = line.find_first_not_of(" \t");
        if (words != std::string_view::npos && line.substr(0, words).find('\t') != line.npos)
            return number;
    }
    return 0;
}

std::vector<YamlDocument> documentsOf(std::string_view yaml)
{
    std::vector<YamlDocument> documents;
    YamlDocument now{1, yaml.substr(0, 0)};
    std::int64_t number = 0;
    const auto finish = [&](std::size_t end, std::size_t next) {
        const auto begin = static_cast<std::size_t>(now.text.data() - yaml.data());
        now.text = yaml.substr(begin, end - begin);
        if (!trimmed(now.text).empty())
            documents.push_back(now);
        now = {number + 1, yaml.substr(std::min(next, yaml.size()), 0)};
    };
    for (std::size_t at = 0; at < yaml.size();) {
        const std::size_t end = std::min(yaml.find('\n', at), yaml.size());
        ++number;
        if (yaml.substr(at, 3) == "---")
            finish(at, end + 1);
        at = end + 1;
    }
    finish(yaml.size(), yaml.size());
    return documents;
}

std::string topValue(std::string_view yaml, std::string_view name)
{
    for (Lines lines(yaml); !lines.atEnd();) {
        const auto line = lines.next();
        if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ':')
            continue;
        auto value = trimmed(line.substr(name.size() + 1));
        value = value.substr(0, value.find(" #"));
        if (value.size() > 1 && (value.front() == '"' || value.front() == '\''))
            value = value.substr(1, value.size() - 2);
        return std::string(trimmed(value));
    }
    return {};
}

} // namespace tf::works
