#include "ui/maths/tex_symbols.h"

#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

struct SymbolRows {
    Atom atom;
    Limits limits;
    const char16_t* rows; ///< name and sign in turns
};

constexpr SymbolRows kSymbolRows[] = {
    {Atom::Ord, Limits::Beside,
     u"alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota "
     u"ι "
     u"kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ "
     u"varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ "
     u"Lambda Λ "
     u"Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ "
     u"nexists ∄ emptyset ∅ varnothing ∅ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ triangle △ prime ′ hbar "
     u"ℏ "
     u"ell ℓ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ imath ı jmath ȷ square □ blacksquare ■ Box □ diamond ⋄ "
     u"Diamond ◊ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ sharp ♯ flat ♭ natural ♮ degree "
     u"° "
     u"circ ∘ checkmark ✓ dagger † ddagger ‡ S § P ¶ copyright © pounds £ yen ¥ euro € % % # # & & "
     u"_ "
     u"_ $ $ backslash \\ surd √ complement ∁ hslash ℏ mho ℧ bigstar ★ measuredangle ∡ lozenge ◊ "
     u"QED ∎ vdots ⋮ textdegree ° Vert ‖ vert | | ‖"},
    {Atom::Bin, Limits::Beside,
     u"pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ "
     u"oslash ⊘ "
     u"odot ⊙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ "
     u"smallsetminus "
     u"∖ wr ≀ amalg ⨿ boxplus ⊞ boxtimes ⊠ boxdot ⊡ ltimes ⋉ rtimes ⋊ barwedge ⊼ veebar ⊻ intercal "
     u"⊺ "
     u"bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷ centerdot ⋅"},
    {Atom::Rel, Limits::Beside,
     u"leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ equiv ≡ approx ≈ approxeq ≊ sim ∼ simeq ≃ cong ≅ propto ∝ "
     u"varpropto ∝ ll ≪ gg ≫ lll ⋘ ggg ⋙ prec ≺ succ ≻ preceq ⪯ succeq ⪰ leqslant ⩽ geqslant ⩾ "
     u"lesssim ≲ gtrsim ≳ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ "
     u"nsubseteq ⊈ "
     u"sqsubseteq ⊑ sqsupseteq ⊒ in ∈ ni ∋ notin ∉ owns ∋ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ "
     u"perp ⟂ parallel ∥ nparallel ∦ mid ∣ nmid ∤ asymp ≍ doteq ≐ triangleq ≜ coloneqq ≔ eqqcolon "
     u"≕ "
     u"bowtie ⋈ smile ⌣ frown ⌢ between ≬ because ∵ therefore ∴ to → rightarrow → gets ← leftarrow "
     u"← "
     u"leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺ "
     u"mapsto "
     u"↦ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ "
     u"Longleftrightarrow ⟺ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ uparrow ↑ downarrow ↓ "
     u"updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ "
     u"rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ "
     u"leftrightharpoons ⇋ rightleftarrows ⇄ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠ "
     u"nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ curvearrowright ↷ circlearrowright ↻ lt < gt > "
     u"colon : "
     u"nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nsim ≁ ncong ≇ eqsim ≂ trianglelefteq ⊴ trianglerighteq ⊵ "
     u"vartriangleleft ⊲ vartriangleright ⊳ upharpoonright ↾ multimap ⊸ dashrightarrow ⇢ lesseqgtr "
     u"⋚"},
    {Atom::Op, Limits::WhenDisplayed,
     u"sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigsqcup ⨆ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes "
     u"⨂ "
     u"bigodot ⨀ biguplus ⨄"},
    {Atom::Op, Limits::Beside, u"int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ intop ∫ smallint ∫"},
    {Atom::Open, Limits::Beside,
     u"{ { lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮ ulcorner ⌜ "
     u"llbracket ⟦"},
    {Atom::Close, Limits::Beside,
     u"} } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯ urcorner ⌝ "
     u"rrbracket ⟧"},
    {Atom::Inner, Limits::Beside,
     u"ldots … dots … dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso … cdots ⋯ ddots ⋱ mathellipsis …"},
};

constexpr const char16_t* kFunctions = u"arccos arcsin arctan arg cos cosh cot coth csc deg dim "
                                       u"exp hom ker lg ln log sec sin sinh tan "
                                       u"tanh sgn rank tr Tr diag erf softmax sech csch arccot mod";
constexpr const char16_t* kLimitFunctions =
    u"det gcd inf lim liminf limsup max min Pr sup injlim projlim argmax argmin lcm";
constexpr const char16_t* kAccents =
    u"hat \u0302 widehat \u0302 tilde \u0303 widetilde \u0303 bar \u0304 vec \u20D7 dot \u0307 "
    u"ddot "
    u"\u0308 dddot \u20DB acute \u0301 grave \u0300 breve \u0306 check \u030C mathring \u030A";

QStringList listed(const char16_t* words)
{
    return QString::fromUtf16(words).split(u' ', Qt::SkipEmptyParts);
}

char32_t firstOf(const QString& text)
{
    return static_cast<char32_t>(text.toUcs4().front());
}

Node functionNode(const QString& name, Limits limits)
{
    Node node;
    node.kind = NodeKind::Text;
    node.atom = Atom::Op;
    node.limits = limits;
    node.text = name;
    if (name == u"liminf"_s || name == u"limsup"_s || name == u"argmax"_s || name == u"argmin"_s)
        node.text.insert(3, u'\u2009');
    return node;
}

QHash<QString, Node> allCommands()
{
    QHash<QString, Node> commands;
    for (const SymbolRows& rows : kSymbolRows) {
        const QStringList words = listed(rows.rows);
        for (qsizetype at = 0; at + 1 < words.size(); at += 2) {
            Node node = symbolNode(firstOf(words[at + 1]), rows.atom);
            node.limits = rows.limits;
            commands.insert(words[at], node);
        }
    }
    for (const QString& name : listed(kFunctions))
        commands.insert(name, functionNode(name, Limits::Beside));
    for (const QString& name : listed(kLimitFunctions))
        commands.insert(name, functionNode(name, Limits::WhenDisplayed));
    return commands;
}

struct AlphabetRow {
    const char16_t* names;
    Alphabet alphabet;
    char32_t capital; ///< where 'A' is in Unicode; 0: as typed
    char32_t small;
    char32_t digit;
};

constexpr AlphabetRow kAlphabets[] = {
    {u"mathnormal", Alphabet::Usual, 0x1D434, 0x1D44E, 0},
    {u"mathrm rm textrm mathup", Alphabet::Upright, 0, 0, 0},
    {u"mathbf bf textbf", Alphabet::Bold, 0x1D400, 0x1D41A, 0x1D7CE},
    {u"boldsymbol bm pmb", Alphabet::BoldItalic, 0x1D468, 0x1D482, 0x1D7CE},
    {u"mathit it textit", Alphabet::Italic, 0x1D434, 0x1D44E, 0},
    {u"mathbb Bbb", Alphabet::DoubleStruck, 0x1D538, 0x1D552, 0x1D7D8},
    {u"mathcal cal mathscr", Alphabet::Script, 0x1D49C, 0x1D4B6, 0},
    {u"mathfrak frak", Alphabet::Fraktur, 0x1D504, 0x1D51E, 0},
    {u"mathsf sf textsf", Alphabet::Sans, 0x1D5A0, 0x1D5BA, 0x1D7E2},
    {u"mathtt tt texttt", Alphabet::Mono, 0x1D670, 0x1D68A, 0x1D7F6},
};

/// Letters that Unicode had before it had these alphabets.
char32_t settled(char32_t letter)
{
    static constexpr std::pair<char32_t, char32_t> kOlder[] = {
        {0x1D455, 0x210E}, {0x1D49D, 0x212C}, {0x1D4A0, 0x2130}, {0x1D4A1, 0x2131},
        {0x1D4A3, 0x210B}, {0x1D4A4, 0x2110}, {0x1D4A7, 0x2112}, {0x1D4A8, 0x2133},
        {0x1D4AD, 0x211B}, {0x1D4BA, 0x212F}, {0x1D4BC, 0x210A}, {0x1D4C4, 0x2134},
        {0x1D506, 0x212D}, {0x1D50B, 0x210C}, {0x1D50C, 0x2111}, {0x1D515, 0x211C},
        {0x1D51D, 0x2128}, {0x1D53A, 0x2102}, {0x1D53F, 0x210D}, {0x1D545, 0x2115},
        {0x1D547, 0x2119}, {0x1D548, 0x211A}, {0x1D549, 0x211D}, {0x1D551, 0x2124}};
    for (const auto& [gap, older] : kOlder) {
        if (letter == gap)
            return older;
    }
    return letter;
}

/// Small ones lean, capitals stand, as TeX has them.
char32_t greekIn(Alphabet alphabet, char32_t letter)
{
    constexpr std::pair<char32_t, char32_t> kVariants[] = {
        {U'∂', 0}, {U'ϵ', 1}, {U'ϑ', 2}, {U'ϰ', 3}, {U'ϕ', 4}, {U'ϱ', 5}, {U'ϖ', 6}};
    const bool isBold = alphabet == Alphabet::Bold || alphabet == Alphabet::BoldItalic;
    const bool isLeaning = alphabet == Alphabet::Usual || alphabet == Alphabet::Italic;
    const bool isCapital = letter >= 0x391 && letter <= 0x3A9;
    if (isCapital && isBold)
        return 0x1D6A8 + (letter - 0x391);
    if (letter >= 0x3B1 && letter <= 0x3C9 && (isBold || isLeaning))
        return (isBold ? 0x1D736 : 0x1D6FC) + (letter - 0x3B1);
    for (const auto& [sign, place] : kVariants) {
        if (sign == letter && (isBold || isLeaning))
            return (isBold ? 0x1D74F : 0x1D715) + place;
    }
    return letter;
}

bool isDelimiter(char32_t sign)
{
    constexpr std::u32string_view kDelimiters = U"()[]{}|/\\‖⟨⟩⌊⌋⌈⌉⟮⟯⟦⟧⌜⌝↑↓↕⇑⇓⇕";
    return kDelimiters.find(sign) != kDelimiters.npos;
}

} // namespace

std::optional<Node> commandNode(QStringView name)
{
    static const QHash<QString, Node> commands = allCommands();
    const auto found = commands.constFind(name.toString());
    return found == commands.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<char32_t> delimiterNamed(QStringView name)
{
    const auto command = commandNode(name);
    if (!command || command->symbols.empty() || !isDelimiter(command->symbols.front()))
        return std::nullopt;
    return command->symbols.front();
}

std::optional<char32_t> delimiterTyped(char16_t letter)
{
    if (letter == u'.')
        return U'\0';
    if (letter == u'<' || letter == u'>')
        return letter == u'<' ? U'⟨' : U'⟩';
    return isDelimiter(letter) ? std::optional<char32_t>(letter) : std::nullopt;
}

std::optional<char32_t> accentNamed(QStringView name)
{
    static const QStringList accents = listed(kAccents);
    for (qsizetype at = 0; at + 1 < accents.size(); at += 2) {
        if (name == accents[at])
            return firstOf(accents[at + 1]);
    }
    return std::nullopt;
}

std::optional<double> spaceNamed(QStringView name)
{
    static constexpr std::pair<const char16_t*, double> kSpaces[] = {{u",", 3 / 18.},
                                                                     {u"thinspace", 3 / 18.},
                                                                     {u":", 4 / 18.},
                                                                     {u">", 4 / 18.},
                                                                     {u"medspace", 4 / 18.},
                                                                     {u";", 5 / 18.},
                                                                     {u"thickspace", 5 / 18.},
                                                                     {u"!", -3 / 18.},
                                                                     {u"negthinspace", -3 / 18.},
                                                                     {u" ", 0.25},
                                                                     {u"quad", 1},
                                                                     {u"qquad", 2},
                                                                     {u"enspace", 0.5},
                                                                     {u"space", 0.25},
                                                                     {u"nobreakspace", 0.25}};
    for (const auto& [known, amount] : kSpaces) {
        if (name == known)
            return amount;
    }
    return std::nullopt;
}

std::optional<Alphabet> alphabetNamed(QStringView name)
{
    for (const AlphabetRow& row : kAlphabets) {
        if (listed(row.names).contains(name))
            return row.alphabet;
    }
    return std::nullopt;
}

char32_t letterIn(Alphabet alphabet, char32_t letter)
{
    const AlphabetRow& row = kAlphabets[static_cast<std::size_t>(alphabet)];
    if (letter >= U'A' && letter <= U'Z')
        return row.capital == 0 ? letter : settled(row.capital + (letter - U'A'));
    if (letter >= U'a' && letter <= U'z')
        return row.small == 0 ? letter : settled(row.small + (letter - U'a'));
    if (letter >= U'0' && letter <= U'9')
        return row.digit == 0 ? letter : row.digit + (letter - U'0');
    return greekIn(alphabet, letter);
}

Node typedNode(char32_t letter, Alphabet alphabet)
{
    constexpr std::u32string_view kBinary = U"+*±×÷⋅∩∪∧∨⊕⊗∘";
    constexpr std::u32string_view kRelations = U"=<>:≤≥≠≈≡∈∉⊂⊆→←⇒⇔↔↦∼≪≫∝";
    if (letter == U'-' || letter == U'−')
        return symbolNode(U'−', Atom::Bin);
    if (letter == U'*')
        return symbolNode(U'∗', Atom::Bin);
    if (kBinary.find(letter) != kBinary.npos)
        return symbolNode(letter, Atom::Bin);
    if (kRelations.find(letter) != kRelations.npos)
        return symbolNode(letter, Atom::Rel);
    if (letter == U'(' || letter == U'[')
        return symbolNode(letter, Atom::Open);
    if (letter == U')' || letter == U']' || letter == U'!' || letter == U'?')
        return symbolNode(letter, Atom::Close);
    if (letter == U',' || letter == U';')
        return symbolNode(letter, Atom::Punct);
    return symbolNode(letterIn(alphabet, letter), Atom::Ord);
}

} // namespace tf::ui
