#include "ui/maths/tex_parser.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

Node nodeOf(NodeKind kind, Node within)
{
    Node node;
    node.kind = kind;
    node.children.push_back(std::move(within));
    return node;
}

} // namespace

TexParser::Rule TexParser::ruleNamed(const QString& name)
{
    static const RuleRow kRules[] = {
        {u"frac dfrac tfrac cfrac binom dbinom tbinom", &TexParser::fraction},
        {u"sqrt", &TexParser::radical},
        {u"left", &TexParser::fence},
        {u"big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm",
         &TexParser::bigDelimiter},
        {u"overline underline", &TexParser::line},
        {u"overbrace underbrace overrightarrow overleftarrow overbracket underbracket",
         &TexParser::cover},
        {u"overset underset stackrel", &TexParser::stacked},
        {u"xrightarrow xleftarrow xRightarrow xleftrightarrow", &TexParser::arrow},
        {u"text textnormal mbox hbox operatorname textsc", &TexParser::text},
        {u"mathop mathrel mathbin mathord mathopen mathclose mathpunct mathinner",
         &TexParser::classed},
        {u"boxed fbox phantom hphantom vphantom", &TexParser::framed},
        {u"pmod bmod pod", &TexParser::modulo},
        {u"not", &TexParser::negated},
        {u"begin substack", &TexParser::environment},
        {u"label color", &TexParser::ignoredArgument},
        {u"nonumber notag displaylimits allowbreak nobreak mathstrut strut", &TexParser::spaceOf},
        {u"textcolor colorbox", &TexParser::colored},
        {u"tag", &TexParser::tag},
        {u"displaystyle textstyle scriptstyle scriptscriptstyle", &TexParser::level},
        {u"hspace mspace kern", &TexParser::ignoredArgument},
    };
    static const QHash<QString, Rule> rules = [] {
        QHash<QString, Rule> made;
        for (const RuleRow& row : kRules) {
            for (const QString& word : QString::fromUtf16(row.names).split(u' '))
                made.insert(word, row.rule);
        }
        return made;
    }();
    return rules.value(name, nullptr);
}

TexParser::Parsed TexParser::fraction(const QString& name)
{
    Parsed above = parseArgument();
    Parsed below = above ? parseArgument() : std::nullopt;
    if (!below)
        return std::nullopt;
    Node node = nodeOf(NodeKind::Fraction, std::move(*above));
    node.children.push_back(std::move(*below));
    const bool isBinomial = name.endsWith(u"binom");
    node.amount = isBinomial ? 0 : 1;
    node.symbols = isBinomial ? U"()" : U"";
    node.atom = Atom::Inner;
    node.hasLevel = name.front() == u'd' || name.front() == u't' || name == u"cfrac";
    node.level = name.front() == u't' ? Level::Text : Level::Display;
    return node;
}

TexParser::Parsed TexParser::radical(const QString&)
{
    skipSpaces();
    Node degree;
    if (peek() == u'[') {
        const auto end = m_tex.indexOf(u']', m_at);
        if (end < 0)
            return std::nullopt;
        TexParser inner(m_tex.sliced(m_at + 1, end - m_at - 1));
        inner.m_depth = m_depth;
        inner.m_numNodes = m_numNodes;
        Parsed parsed = inner.parseWhole();
        if (!parsed)
            return std::nullopt;
        m_numNodes = inner.m_numNodes;
        degree = std::move(*parsed);
        m_at = end + 1;
    }
    Parsed within = parseArgument();
    if (!within)
        return std::nullopt;
    Node node = nodeOf(NodeKind::Radical, std::move(*within));
    node.children.push_back(std::move(degree));
    return node;
}

std::optional<char32_t> TexParser::takeDelimiter()
{
    skipSpaces();
    if (atEnd())
        return std::nullopt;
    if (peek() == u'\\')
        return delimiterNamed(takeCommand());
    if (peek() == u'{' || peek() == u'}')
        return std::nullopt;
    return delimiterTyped(m_tex[m_at++].unicode());
}

TexParser::Parsed TexParser::fence(const QString&)
{
    const auto left = takeDelimiter();
    if (!left)
        return std::nullopt;
    Node node;
    node.kind = NodeKind::Fence;
    node.atom = Atom::Inner;
    node.symbols = *left;
    for (;;) {
        Parsed row = parseRow();
        const bool isLast = seesCommand(u"right");
        if (!row || (!isLast && !seesCommand(u"middle")))
            return std::nullopt;
        takeCommand();
        const auto sign = takeDelimiter();
        if (!sign)
            return std::nullopt;
        node.children.push_back(std::move(*row));
        node.symbols += *sign;
        if (isLast)
            return node;
    }
}

TexParser::Parsed TexParser::bigDelimiter(const QString& name)
{
    const auto sign = takeDelimiter();
    if (!sign || *sign == 0)
        return std::nullopt;
    Node node = symbolNode(*sign, Atom::Ord);
    node.kind = NodeKind::Delimiter;
    node.amount = name.startsWith(u"bigg") ? 2.4
        : name.startsWith(u"Bigg")         ? 3.0
        : name.startsWith(u"Big")          ? 1.8
                                           : 1.2;
    const QChar last = name.back();
    node.atom = last == u'l' ? Atom::Open
        : last == u'r'       ? Atom::Close
        : last == u'm'       ? Atom::Rel
                             : typedNode(*sign, Alphabet::Usual).atom;
    return node;
}

TexParser::Parsed TexParser::line(const QString& name)
{
    Parsed within = parseArgument();
    if (!within)
        return std::nullopt;
    Node node = nodeOf(NodeKind::Line, std::move(*within));
    node.side = name == u"overline" ? Side::Above : Side::Below;
    return node;
}

TexParser::Parsed TexParser::cover(const QString& name)
{
    Parsed within = parseArgument();
    if (!within)
        return std::nullopt;
    Node node = nodeOf(NodeKind::Cover, std::move(*within));
    node.side = name.startsWith(u"over") ? Side::Above : Side::Below;
    const bool isBelow = node.side == Side::Below;
    if (name.endsWith(u"brace") || name.endsWith(u"bracket")) {
        node.symbols = name.endsWith(u"brace") ? (isBelow ? U'⏟' : U'⏞') : (isBelow ? U'⎵' : U'⎴');
        node.atom = Atom::Op; // its label stands above or below
        node.limits = Limits::Always;
    } else {
        node.symbols = name == u"overleftarrow" ? U'←' : U'→';
    }
    return node;
}

/// \overset{above}{base}
TexParser::Parsed TexParser::stacked(const QString& name)
{
    Parsed script = parseArgument();
    Parsed base = script ? parseArgument() : std::nullopt;
    if (!base)
        return std::nullopt;
    Node node;
    node.kind = NodeKind::Scripts;
    node.limits = Limits::Always;
    node.atom = base->kind == NodeKind::Row && base->children.size() == 1 ? base->children[0].atom
                                                                          : base->atom;
    node.atom = name == u"stackrel" ? Atom::Rel : node.atom;
    const bool isBelow = name == u"underset";
    node.children.push_back(std::move(*base));
    node.children.push_back(isBelow ? std::move(*script) : Node());
    node.children.push_back(isBelow ? Node() : std::move(*script));
    return node;
}

TexParser::Parsed TexParser::arrow(const QString& name)
{
    skipSpaces();
    if (peek() == u'[')
        return std::nullopt;
    Parsed above = parseArgument();
    if (!above)
        return std::nullopt;
    Node node = nodeOf(NodeKind::Arrow, std::move(*above));
    node.atom = Atom::Rel;
    node.symbols = name == u"xrightarrow" ? U'→'
        : name == u"xleftarrow"           ? U'←'
        : name == u"xRightarrow"          ? U'⇒'
                                          : U'↔';
    return node;
}

/// Words as they are; a formula within them is not understood.
TexParser::Parsed TexParser::text(const QString& name)
{
    skipSpaces();
    const qsizetype begin = m_at + 1;
    const auto end = m_tex.indexOf(u'}', begin);
    if (peek() != u'{' || end < 0)
        return std::nullopt;
    QString words = m_tex.sliced(begin, end - begin).toString();
    words.replace(u"\\_"_s, u"_"_s).replace(u"\\%"_s, u"%"_s).replace(u"\\&"_s, u"&"_s);
    words.replace(u"\\#"_s, u"#"_s).replace(u"\\,"_s, u"\u2009"_s).replace(u'~', u' ');
    words.replace(u"\\ "_s, u" "_s).replace(u"``"_s, u"“"_s).replace(u"''"_s, u"”"_s);
    const auto isOther = [](QChar letter) {
        return letter == u'\\' || letter == u'$' || letter == u'{' || letter < u' ';
    };
    if (std::any_of(words.begin(), words.end(), isOther))
        return std::nullopt;
    m_at = end + 1;
    Node node;
    node.kind = NodeKind::Text;
    node.text = words;
    if (name == u"operatorname") {
        node.atom = Atom::Op;
        node.limits = m_tex[begin - 2] == u'*' ? Limits::WhenDisplayed : Limits::Beside;
    }
    return node;
}

TexParser::Parsed TexParser::classed(const QString& name)
{
    static constexpr std::pair<const char16_t*, Atom> kClasses[] = {
        {u"mathop", Atom::Op},       {u"mathrel", Atom::Rel},    {u"mathbin", Atom::Bin},
        {u"mathord", Atom::Ord},     {u"mathopen", Atom::Open},  {u"mathclose", Atom::Close},
        {u"mathpunct", Atom::Punct}, {u"mathinner", Atom::Inner}};
    Parsed node = parseArgument();
    for (const auto& [known, atom] : kClasses) {
        if (node && name == known)
            node->atom = atom;
    }
    if (node && node->atom == Atom::Op)
        node->limits = Limits::WhenDisplayed;
    return node;
}

TexParser::Parsed TexParser::framed(const QString& name)
{
    Parsed within = parseArgument();
    if (!within)
        return std::nullopt;
    Node node =
        nodeOf(name.endsWith(u"phantom") ? NodeKind::Phantom : NodeKind::Frame, std::move(*within));
    node.amount = name == u"hphantom" ? 1 : name == u"vphantom" ? 2 : 0;
    return node;
}

TexParser::Parsed TexParser::modulo(const QString& name)
{
    Node word;
    word.kind = NodeKind::Text;
    word.text = name == u"pod" ? QString() : u"mod"_s;
    if (name == u"bmod") {
        word.atom = Atom::Bin;
        return word;
    }
    Parsed number = parseArgument();
    if (!number)
        return std::nullopt;
    Node space;
    space.kind = NodeKind::Space;
    space.amount = 1;
    Node row;
    row.children = {space, symbolNode(U'(', Atom::Open), word};
    space.amount = 6 / 18.;
    row.children.push_back(space);
    row.children.push_back(std::move(*number));
    row.children.push_back(symbolNode(U')', Atom::Close));
    return row;
}

TexParser::Parsed TexParser::negated(const QString&)
{
    static constexpr std::pair<char32_t, char32_t> kNegated[] = {
        {U'=', U'≠'}, {U'<', U'≮'}, {U'>', U'≯'}, {U'≤', U'≰'}, {U'≥', U'≱'}, {U'∈', U'∉'},
        {U'∋', U'∌'}, {U'⊂', U'⊄'}, {U'⊃', U'⊅'}, {U'⊆', U'⊈'}, {U'⊇', U'⊉'}, {U'∼', U'≁'},
        {U'≡', U'≢'}, {U'≈', U'≉'}, {U'∃', U'∄'}, {U'∣', U'∤'}, {U'∥', U'∦'}, {U'→', U'↛'},
        {U'⇒', U'⇏'}, {U'≅', U'≇'}, {U'⊢', U'⊬'}, {U'⊨', U'⊭'}};
    Parsed node = parseArgument();
    if (!node || node->symbols.empty())
        return std::nullopt;
    for (const auto& [sign, negated] : kNegated) {
        if (node->symbols.front() == sign) {
            node->symbols = negated;
            return node;
        }
    }
    return std::nullopt;
}

/// The braces are read, and nothing comes of them.
TexParser::Parsed TexParser::ignoredArgument(const QString& name)
{
    const auto word = bracedWord();
    if (!word || name == u"kern")
        return std::nullopt;
    Node space;
    space.kind = NodeKind::Space;
    return space;
}

TexParser::Parsed TexParser::spaceOf(const QString&)
{
    Node space;
    space.kind = NodeKind::Space;
    return space;
}

TexParser::Parsed TexParser::colored(const QString&)
{
    return bracedWord() ? parseArgument() : std::nullopt;
}

/// The number of an equation stands behind it, in brackets.
TexParser::Parsed TexParser::tag(const QString&)
{
    const auto word = bracedWord();
    if (!word || word->contains(u'\\') || word->contains(u'$'))
        return std::nullopt;
    Node space;
    space.kind = NodeKind::Space;
    space.amount = 2;
    Node text;
    text.kind = NodeKind::Text;
    text.text = u'(' + *word + u')';
    Node row;
    row.children = {space, text};
    return row;
}

TexParser::Parsed TexParser::level(const QString& name)
{
    Node node;
    node.kind = NodeKind::Level;
    node.level = name == u"displaystyle" ? Level::Display
        : name == u"textstyle"           ? Level::Text
        : name == u"scriptstyle"         ? Level::Script
                                         : Level::ScriptScript;
    return node;
}

} // namespace tf::ui
