#include "ui/maths/tex_parser.h"

namespace tf::ui {

namespace {

constexpr qsizetype kMostLetters = 10'000;
constexpr int kMostNodes = 5'000;
constexpr int kMostDepth = 40;

bool isLetter(char16_t letter)
{
    const auto small = static_cast<char16_t>(letter | 0x20);
    return small >= u'a' && small <= u'z';
}

bool isBlank(char16_t letter)
{
    return letter == u' ' || letter == u'\n' || letter == u'\t' || letter == u'\r';
}

/// What ends a row, and is left to the one who knows why.
constexpr const char16_t* kStops[] = {u"right", u"middle", u"end", u"\\", u"cr", u"hline"};

} // namespace

std::optional<Node> parseTex(QStringView tex)
{
    if (tex.size() > kMostLetters)
        return std::nullopt;
    return TexParser(tex).parseWhole();
}

TexParser::TexParser(QStringView tex)
    : m_tex(tex)
{
}

TexParser::Parsed TexParser::parseWhole()
{
    Parsed row = parseRow();
    if (!row || !atEnd())
        return std::nullopt;
    return row;
}

char16_t TexParser::peek(qsizetype ahead) const
{
    return m_at + ahead < m_tex.size() ? m_tex[m_at + ahead].unicode() : u'\0';
}

void TexParser::skipSpaces()
{
    while (!atEnd()) {
        if (peek() == u'%') {
            while (!atEnd() && peek() != u'\n')
                ++m_at;
        } else if (isBlank(peek())) {
            ++m_at;
        } else {
            break;
        }
    }
}

/// "\name" without its backslash; the spaces behind a word belong to it.
QString TexParser::takeCommand()
{
    const qsizetype begin = ++m_at;
    while (isLetter(peek()))
        ++m_at;
    if (m_at == begin && !atEnd())
        ++m_at;
    const QString name = m_tex.sliced(begin, m_at - begin).toString();
    if (peek() == u'*' && isLetter(name.isEmpty() ? u'\0' : name.back().unicode())
        && name != u"right")
        m_at += ruleNamed(name) != nullptr ? 1 : 0; // \operatorname*
    return name;
}

bool TexParser::seesCommand(QStringView name) const
{
    if (peek() != u'\\' || !m_tex.sliced(m_at + 1).startsWith(name))
        return false;
    return !isLetter(name.back().unicode()) || !isLetter(peek(name.size() + 1));
}

bool TexParser::seesStop() const
{
    if (peek() == u'}' || peek() == u'&')
        return true;
    for (const char16_t* stop : kStops) {
        if (seesCommand(stop))
            return true;
    }
    return false;
}

TexParser::Parsed TexParser::parseRow()
{
    if (++m_depth > kMostDepth)
        return std::nullopt;
    const Alphabet alphabet = m_alphabet;
    Node row;
    for (skipSpaces(); !atEnd() && !seesStop(); skipSpaces()) {
        if (++m_numNodes > kMostNodes)
            return std::nullopt;
        if (seesCommand(u"over") || seesCommand(u"choose") || seesCommand(u"atop")) {
            Parsed fraction = over(std::move(row), takeCommand());
            m_alphabet = alphabet;
            --m_depth;
            return fraction;
        }
        Parsed nucleus =
            peek() == u'^' || peek() == u'_' || peek() == u'\'' ? Node() : parseNucleus();
        Parsed node = nucleus ? parseScripted(std::move(*nucleus)) : std::nullopt;
        if (!node)
            return std::nullopt;
        row.children.push_back(std::move(*node));
    }
    m_alphabet = alphabet;
    --m_depth;
    return row;
}

/// "a \over b": the whole row is one fraction.
TexParser::Parsed TexParser::over(Node above, const QString& name)
{
    Parsed below = parseRow();
    if (!below)
        return std::nullopt;
    Node fraction;
    fraction.kind = NodeKind::Fraction;
    fraction.amount = name == u"over" ? 1 : 0;
    fraction.symbols = name == u"choose" ? U"()" : U"";
    fraction.children.push_back(std::move(above));
    fraction.children.push_back(std::move(*below));
    Node row;
    row.children.push_back(std::move(fraction));
    return row;
}

TexParser::Parsed TexParser::parseNucleus()
{
    if (peek() == u'{')
        return parseGroup();
    if (peek() == u'\\')
        return parseCommand();
    return parseTyped();
}

TexParser::Parsed TexParser::parseGroup()
{
    ++m_at;
    Parsed row = parseRow();
    if (!row || peek() != u'}')
        return std::nullopt;
    ++m_at;
    return row;
}

TexParser::Parsed TexParser::parseTyped()
{
    const char16_t letter = peek();
    ++m_at;
    if (letter == u'~') {
        Node space;
        space.kind = NodeKind::Space;
        space.amount = 0.25;
        return space;
    }
    if (letter == u'#' || letter == u'$' || letter < u' ')
        return std::nullopt;
    char32_t sign = letter;
    if (QChar::isHighSurrogate(letter) && QChar::isLowSurrogate(peek()))
        sign = QChar::surrogateToUcs4(letter, m_tex[m_at++].unicode());
    return typedNode(sign, m_alphabet);
}

TexParser::Parsed TexParser::parseArgument()
{
    skipSpaces();
    if (atEnd() || seesStop() || ++m_depth > kMostDepth || ++m_numNodes > kMostNodes)
        return std::nullopt;
    Parsed argument = parseNucleus();
    --m_depth;
    return argument;
}

/// '_', '^' and primes in any order, each once.
TexParser::Parsed TexParser::parseScripted(Node base)
{
    Node below;
    Node above;
    bool hasBelow = false;
    bool hasAbove = false;
    for (skipSpaces();; skipSpaces()) {
        if (seesCommand(u"limits") || seesCommand(u"nolimits")) {
            base.limits = takeCommand() == u"limits" ? Limits::Always : Limits::Beside;
        } else if (peek() == u'\'' && !hasAbove) {
            for (; peek() == u'\''; ++m_at)
                above.children.push_back(symbolNode(U'′', Atom::Ord));
            if (peek() == u'^') {
                ++m_at;
                Parsed script = parseArgument();
                if (!script)
                    return std::nullopt;
                above.children.push_back(std::move(*script));
            }
            hasAbove = true;
        } else if ((peek() == u'^' && !hasAbove) || (peek() == u'_' && !hasBelow)) {
            const bool isAbove = m_tex[m_at++] == u'^';
            Parsed script = parseArgument();
            if (!script)
                return std::nullopt;
            (isAbove ? above : below).children.push_back(std::move(*script));
            (isAbove ? hasAbove : hasBelow) = true;
        } else {
            break;
        }
    }
    if (peek() == u'^' || peek() == u'_')
        return std::nullopt; // twice
    if (!hasBelow && !hasAbove)
        return base;
    Node scripts;
    scripts.kind = NodeKind::Scripts;
    scripts.atom = base.atom;
    scripts.limits = base.limits;
    scripts.children.push_back(std::move(base));
    scripts.children.push_back(std::move(below));
    scripts.children.push_back(std::move(above));
    return scripts;
}

TexParser::Parsed TexParser::inAlphabet(Alphabet alphabet)
{
    const Alphabet before = m_alphabet;
    m_alphabet = alphabet;
    Parsed argument = parseArgument();
    m_alphabet = before;
    return argument;
}

TexParser::Parsed TexParser::parseCommand()
{
    const QString name = takeCommand();
    if (const Rule rule = ruleNamed(name)) {
        if (++m_depth > kMostDepth)
            return std::nullopt;
        Parsed node = (this->*rule)(name);
        --m_depth;
        return node;
    }
    if (const auto alphabet = alphabetNamed(name)) {
        if (name.size() > 3 || name == u"Bbb" || name == u"pmb")
            return inAlphabet(*alphabet);
        m_alphabet = *alphabet; // {\bf …}: to the end of the group
        return Node();
    }
    if (const auto accent = accentNamed(name)) {
        Parsed within = parseArgument();
        if (!within)
            return std::nullopt;
        Node node;
        node.kind = NodeKind::Accent;
        node.symbols = *accent;
        node.amount = name.startsWith(u"wide") ? 1 : 0;
        node.children.push_back(std::move(*within));
        return node;
    }
    if (const auto space = spaceNamed(name)) {
        Node node;
        node.kind = NodeKind::Space;
        node.amount = *space;
        return node;
    }
    Parsed node = commandNode(name);
    if (node && node->kind == NodeKind::Symbol && node->atom == Atom::Ord)
        node->symbols = letterIn(m_alphabet, node->symbols.front());
    return node;
}

} // namespace tf::ui
