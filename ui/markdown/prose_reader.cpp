#include "ui/markdown/prose_reader.h"

#include "ui/markdown/entity.h"
#include "ui/markdown/formula_finder.h"
#include "ui/markdown/hidden_character.h"
#include "ui/markdown/line_start.h"
#include "ui/markdown/utf8_mender.h"

#include <QList>
#include <QStringView>

#include <md4c.h>

#include <algorithm>
#include <optional>
#include <string>

namespace tf::ui {

namespace {

// In front of the first line: white space to the rules of emphasis, but nothing a block begins
// with.
constexpr std::string_view kGuard = "\xE2\x80\x80 ";
constexpr std::int32_t kGuardUnits = 2;
// In front of the others: so far in, next to nothing ends a paragraph.
constexpr std::string_view kLineAhead = "\n    ";
// Stands for a formula; a code point that mended text does not hold.
constexpr std::string_view kFormulaMark = "\xEF\xB7\x90";
constexpr char16_t kFormulaUnit = 0xFDD0;

constexpr QChar kLineBreak(0x2028);

constexpr unsigned kDialect = MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML;

/// What the parser is given, and which formulas were taken out of it.
struct Prepared {
    std::string text;
    std::vector<Formula> formulas;
    std::vector<std::size_t> marks; ///< where in `text` each formula's mark stands
};

/// md4c opens a fence however far in it stands: such a line goes on the one before.
void appendLines(std::string& out, std::string_view part)
{
    for (std::size_t end = part.find('\n'); end != std::string_view::npos; end = part.find('\n')) {
        out += part.substr(0, end);
        part.remove_prefix(end + 1);
        out += fenceAt(part.substr(0, part.find('\n'))) ? " " : kLineAhead;
    }
    out += part;
}

Prepared prepare(std::string_view lines)
{
    Prepared prepared;
    prepared.formulas = formulasIn(lines);
    prepared.text.reserve(lines.size() + lines.size() / 8 + 16);
    prepared.text = kGuard;
    std::size_t from = 0;
    for (const Formula& formula : prepared.formulas) {
        appendLines(prepared.text, lines.substr(from, formula.begin - from));
        prepared.marks.push_back(prepared.text.size());
        prepared.text += kFormulaMark;
        from = formula.end;
    }
    appendLines(prepared.text, lines.substr(from));
    return prepared;
}

QString attributeText(const MD_ATTRIBUTE& attribute)
{
    QString text;
    for (std::size_t idx = 0; attribute.text && attribute.substr_offsets[idx] < attribute.size;
         ++idx) {
        const MD_OFFSET begin = attribute.substr_offsets[idx];
        const std::string_view part(attribute.text + begin,
                                    attribute.substr_offsets[idx + 1] - begin);
        text += attribute.substr_types[idx] == MD_TEXT_ENTITY ? entityText(part) : toText(part);
    }
    return text.replace(QChar(kFormulaUnit), QChar(QChar::ReplacementCharacter));
}

/// What an address must not hold as it is: white space, controls, what cannot be seen.
QString safeTarget(const QString& address)
{
    QString target;
    for (const char32_t character : address.toUcs4()) {
        const QString text = QString::fromUcs4(&character, 1);
        const bool isPlain = character > 0x20 && !isHidden(character, 0, Strictness::Exact)
            && !QChar::isSpace(character);
        if (isPlain)
            target += text;
        else
            for (const char byte : text.toUtf8())
                target += QStringLiteral("%%1").arg(static_cast<unsigned char>(byte), 2, 16,
                                                    QLatin1Char('0'));
    }
    return target;
}

class ProseBuilder {
public:
    explicit ProseBuilder(const Prepared& prepared)
        : m_prepared(prepared)
    {
    }

    void enter(MD_SPANTYPE type, const void* detail)
    {
        if (type == MD_SPAN_A)
            return openLink(attributeText(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
        if (type == MD_SPAN_IMG)
            return openPicture(attributeText(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src));
        if (const auto mark = markOf(type))
            ++depthOf(*mark);
    }

    /// Where addresses and links overlap, md4c leaves what it has not entered.
    void leave(MD_SPANTYPE type)
    {
        if (type == MD_SPAN_A && !m_links.empty())
            return closeLink();
        if (type == MD_SPAN_IMG && !m_pictures.empty())
            return closePicture();
        const auto mark = markOf(type);
        if (mark && depthOf(*mark) > 0)
            --depthOf(*mark);
    }

    void text(MD_TEXTTYPE type, std::string_view part)
    {
        switch (type) {
        case MD_TEXT_BR:
            return plain(QString(kLineBreak));
        case MD_TEXT_SOFTBR:
            return plain(QStringLiteral(" "));
        case MD_TEXT_ENTITY:
            return plain(entityText(part));
        default:
            return normal(part);
        }
    }

    Prose take() { return std::move(m_prose); }

private:
    struct Place {
        QString address;
        std::int32_t target = -1;
        qsizetype begin = 0; ///< of its text
    };

    static std::optional<Mark> markOf(MD_SPANTYPE type)
    {
        switch (type) {
        case MD_SPAN_STRONG:
            return Mark::Strong;
        case MD_SPAN_EM:
            return Mark::Emphasis;
        case MD_SPAN_DEL:
            return Mark::Struck;
        case MD_SPAN_CODE:
            return Mark::Code;
        default:
            return {};
        }
    }

    int& depthOf(Mark mark)
    {
        std::size_t idx = 0;
        for (auto bit = static_cast<unsigned>(mark); bit > 1; bit >>= 1U)
            ++idx;
        return m_depths[idx];
    }

    Span look() const
    {
        Span span;
        for (std::size_t idx = 0; idx < std::size(m_depths); ++idx)
            if (m_depths[idx] > 0)
                span.marks = static_cast<std::uint16_t>(span.marks | 1U << idx);
        if (!m_links.empty())
            span.target = m_links.back().target;
        if (span.target >= 0)
            span.marks = static_cast<std::uint16_t>(span.marks | static_cast<unsigned>(Mark::Link));
        return span;
    }

    Strictness strictness() const
    {
        const bool isExact = m_depths[3] > 0 || !m_links.empty() || !m_pictures.empty();
        return isExact ? Strictness::Exact : Strictness::Prose;
    }

    void plain(const QString& text) { appendRevealed(m_prose, text, look(), strictness()); }

    /// A formula's mark gives way to the formula; everything else is as the parser says.
    void normal(std::string_view part)
    {
        for (std::size_t at = part.find(kFormulaMark); at != std::string_view::npos;
             at = part.find(kFormulaMark)) {
            plain(lineOf(part.substr(0, at)));
            formula(static_cast<std::size_t>(part.data() + at - m_prepared.text.data()));
            part.remove_prefix(at + kFormulaMark.size());
        }
        plain(lineOf(part));
    }

    /// md4c gives a line break twice where two kinds of address meet, once as text.
    static QString lineOf(std::string_view part)
    {
        QString line = toText(part);
        line.remove(QLatin1String(kLineAhead.data(), kLineAhead.size()));
        return line.replace(u'\n', u' ');
    }

    void formula(std::size_t offset)
    {
        const auto& marks = m_prepared.marks;
        const auto found = std::lower_bound(marks.begin(), marks.end(), offset);
        if (found == marks.end() || *found != offset)
            return plain(QString(QChar(QChar::ReplacementCharacter)));
        Span span = look();
        span.marks = static_cast<std::uint16_t>(span.marks | static_cast<unsigned>(Mark::Maths));
        const auto tex = m_prepared.formulas[static_cast<std::size_t>(found - marks.begin())].tex;
        QString line = toText(tex);
        appendRevealed(m_prose, line.replace(u'\n', u' '), span, Strictness::Exact);
    }

    std::int32_t targetOf(const QString& address)
    {
        if (!mayBeFollowed(address))
            return -1;
        const QString target = safeTarget(address);
        auto& targets = m_prose.targets;
        const auto idx = std::find(targets.begin(), targets.end(), target) - targets.begin();
        if (idx == std::ssize(targets))
            targets.push_back(target);
        return static_cast<std::int32_t>(idx);
    }

    Place placeOf(const QString& address)
    {
        const std::int32_t target = targetOf(address);
        return {address, target, m_prose.text.size()};
    }

    void openLink(const QString& address) { m_links.push_back(placeOf(address)); }

    /// An address that is not followed is not hidden either.
    void closeLink()
    {
        const Place link = m_links.back();
        m_links.pop_back();
        if (link.target < 0)
            showAddress(link);
    }

    void openPicture(const QString& address)
    {
        m_pictures.push_back(placeOf(address));
        ++depthOf(Mark::Picture);
    }

    void closePicture()
    {
        const Place picture = m_pictures.back();
        m_pictures.pop_back();
        showAddress(picture);
        --depthOf(Mark::Picture);
    }

    void showAddress(const Place& place)
    {
        const bool isBare = m_prose.text.size() == place.begin;
        const QString address = revealed(place.address);
        if (address.isEmpty() || QStringView(m_prose.text).sliced(place.begin) == address)
            return;
        Span span = look();
        appendRevealed(m_prose, isBare ? u"" : u" (", span, Strictness::Exact);
        if (place.target >= 0) {
            span.target = place.target;
            span.marks = static_cast<std::uint16_t>(span.marks | static_cast<unsigned>(Mark::Link));
        }
        appendRevealed(m_prose, place.address, span, Strictness::Exact);
        appendRevealed(m_prose, isBare ? u"" : u")", look(), Strictness::Exact);
    }

    const Prepared& m_prepared;
    Prose m_prose;
    std::vector<Place> m_links;
    std::vector<Place> m_pictures;
    int m_depths[7] = {}; ///< how many spans of each mark are open, by the mark's bit
};

int enterBlock(MD_BLOCKTYPE, void*, void*)
{
    return 0;
}

int enterSpan(MD_SPANTYPE type, void* detail, void* builder)
{
    static_cast<ProseBuilder*>(builder)->enter(type, detail);
    return 0;
}

int leaveSpan(MD_SPANTYPE type, void*, void* builder)
{
    static_cast<ProseBuilder*>(builder)->leave(type);
    return 0;
}

int takeText(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* builder)
{
    static_cast<ProseBuilder*>(builder)->text(type, {text, size});
    return 0;
}

/// The guard in front of everything goes again.
void removeGuard(Prose& prose)
{
    prose.text.remove(0, kGuardUnits);
    for (Span& span : prose.spans)
        span.begin -= kGuardUnits;
}

/// Nothing in it means anything: most cells and many items are so.
bool hasNoMarks(std::string_view line)
{
    return line.find_first_of("\n\\`*_~[]<>&$@") == std::string_view::npos
        && line.find("://") == std::string_view::npos
        && line.find("www.") == std::string_view::npos;
}

} // namespace

bool mayBeFollowed(QStringView address)
{
    for (const QStringView scheme : {u"http://", u"https://", u"mailto:"})
        if (address.size() > scheme.size() && address.startsWith(scheme, Qt::CaseInsensitive))
            return true;
    return false;
}

void appendUnread(Prose& prose, std::string_view text, Span look)
{
    QString shown = toText(text);
    appendRevealed(prose, shown.replace(QChar(u'\n'), QChar(u' ')), look,
                   look.has(Mark::Code) ? Strictness::Exact : Strictness::Prose);
}

Prose readProse(std::string_view lines)
{
    lines = trimmed(lines);
    if (hasNoMarks(lines)) {
        Prose prose;
        appendUnread(prose, lines, {});
        return prose;
    }
    const Prepared prepared = prepare(lines);
    ProseBuilder builder(prepared);
    const MD_PARSER parser = {0,         kDialect, enterBlock, enterBlock, enterSpan,
                              leaveSpan, takeText, nullptr,    nullptr};
    const int failed = md_parse(prepared.text.data(), static_cast<MD_SIZE>(prepared.text.size()),
                                &parser, &builder);
    Prose prose = builder.take();
    if (failed == 0) {
        removeGuard(prose);
        return prose;
    }
    prose = {};
    appendUnread(prose, lines, {});
    return prose;
}

} // namespace tf::ui
