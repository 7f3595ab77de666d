#include "tests/arch/source_file.h"

#include "tests/arch/scan.h"

namespace tf::test::arch {

namespace {

/// Walks through C++ once and blanks as it goes.
class Splitter {
public:
    explicit Splitter(SourceFile& file)
        : m_file(file)
        , m_text(file.text)
    {
        m_file.uncommented = m_text;
        m_file.code = m_text;
    }

    void split()
    {
        while (m_at < m_text.size()) {
            if (startsWith("//"))
                lineComment();
            else if (startsWith("/*"))
                blockComment();
            else if (m_text[m_at] == '"' && isRaw())
                rawString();
            else if (m_text[m_at] == '"' || (m_text[m_at] == '\'' && !isDigitSeparator()))
                literal(m_text[m_at]);
            else
                ++m_at;
        }
    }

private:
    bool startsWith(std::string_view what) const { return m_text.substr(m_at).starts_with(what); }

    /// R, u8R, LR, uR or UR stands before the quote, as a word of its own.
    bool isRaw() const
    {
        std::size_t begin = m_at;
        while (begin > 0 && isWordChar(m_text[begin - 1]))
            --begin;
        const auto prefix = m_text.substr(begin, m_at - begin);
        return prefix == "R" || prefix == "u8R" || prefix == "LR" || prefix == "uR"
            || prefix == "UR";
    }

    /// The quote of 1'000: it stands in a word that begins with a digit.
    bool isDigitSeparator() const
    {
        std::size_t begin = m_at;
        while (begin > 0 && (isWordChar(m_text[begin - 1]) || m_text[begin - 1] == '\''))
            --begin;
        return begin < m_at && m_text[begin] >= '0' && m_text[begin] <= '9';
    }

    void lineComment()
    {
        std::size_t end = m_text.find('\n', m_at);
        while (end != std::string_view::npos && m_text[end - 1] == '\\')
            end = m_text.find('\n', end + 1);
        comment(end);
    }

    void blockComment()
    {
        const auto end = m_text.find("*/", m_at + 2);
        comment(end == std::string_view::npos ? end : end + 2);
    }

    void comment(std::size_t end)
    {
        end = std::min(end, m_text.size());
        blank(m_file.uncommented, m_at, end);
        blank(m_file.code, m_at, end);
        m_at = end;
    }

    void rawString()
    {
        const auto open = m_text.find('(', m_at);
        if (open == std::string_view::npos) {
            ++m_at;
            return;
        }
        const auto closing = ")" + std::string(m_text.substr(m_at + 1, open - m_at - 1)) + "\"";
        const auto end = std::min(m_text.find(closing, open), m_text.size());
        keepLiteral(open + 1, end);
        m_at = std::min(end + closing.size(), m_text.size());
    }

    void literal(char quote)
    {
        const auto begin = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != quote && m_text[m_at] != '\n')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at, m_text.size());
        keepLiteral(begin, m_at);
        ++m_at;
    }

    void keepLiteral(std::size_t begin, std::size_t end)
    {
        m_file.literals.push_back({begin, end - begin});
        blank(m_file.code, begin, end);
    }

    static void blank(std::string& text, std::size_t begin, std::size_t end)
    {
        for (auto at = begin; at < end; ++at) {
            if (text[at] != '\n')
                text[at] = ' ';
        }
    }

    SourceFile& m_file;
    const std::string_view m_text;
    std::size_t m_at = 0;
};

std::string withoutHashComments(std::string text)
{
    bool inComment = false;
    for (char& c : text) {
        inComment = c != '\n' && (inComment || c == '#');
        if (inComment)
            c = ' ';
    }
    return text;
}

} // namespace

SourceFile makeSourceFile(std::string path, std::string text)
{
    SourceFile file{std::move(path), std::move(text), {}, {}, {}};
    if (isCpp(file.path))
        Splitter(file).split();
    if (isCMake(file.path))
        file.uncommented = withoutHashComments(file.text);
    return file;
}

bool isHeader(std::string_view path)
{
    return path.ends_with(".h") || path.ends_with(".cuh");
}

bool isUnit(std::string_view path)
{
    return path.ends_with(".cpp") || path.ends_with(".cu");
}

bool isCpp(std::string_view path)
{
    return isHeader(path) || isUnit(path);
}

bool isCMake(std::string_view path)
{
    return fileNameOf(path) == "CMakeLists.txt" || path.ends_with(".cmake");
}

std::string_view roomOf(std::string_view path)
{
    return path.substr(0, path.find('/'));
}

std::string_view folderOf(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? "" : path.substr(0, slash);
}

std::string_view fileNameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string_view stemOf(std::string_view path)
{
    const auto name = fileNameOf(path);
    return name.substr(0, name.find('.'));
}

bool isUnder(std::string_view path, std::string_view place)
{
    if (!path.starts_with(place))
        return false;
    return path.size() == place.size() || path[place.size()] == '/' || path[place.size()] == '.';
}

} // namespace tf::test::arch
