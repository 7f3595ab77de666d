#include "engine/text/tokens/normalizer.h"

#include "engine/text/tokens/utf8.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

namespace tf::text {

namespace {

/// ICU sorts marks by insertion, which is quadratic; longer stretches are sorted before it sees
/// them.
constexpr std::size_t kLongStretchBytes = 256;

/// No language puts a megabyte of marks on one letter; more is refused before it costs anything.
constexpr std::size_t kMaxStretchBytes = std::size_t(1) << 20;

/// Below U+0300, whose lead byte this is, NFC leaves everything alone.
constexpr unsigned char kFirstLeadToLookUp = 0xcc;

/// The number of bytes up to the first lead byte to look up.
std::size_t lowPrefix(std::string_view text)
{
    constexpr std::size_t kStep = 32; // two vector registers, or one
    std::size_t at = 0;
    for (; at + kStep <= text.size(); at += kStep) {
        unsigned char highest = 0;
        for (std::size_t idx = 0; idx < kStep; ++idx)
            highest = std::max(highest, static_cast<unsigned char>(text[at + idx]));
        if (highest >= kFirstLeadToLookUp)
            break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < kFirstLeadToLookUp)
        ++at;
    return at;
}

Error icuError(std::string_view doing, UErrorCode code)
{
    return {Code::Internal, words(doing, ": ICU says ", u_errorName(code))};
}

Result<std::u16string> toUtf16(std::string_view text)
{
    std::u16string wide(text.size(), u'\0');
    int32_t numUnits = 0;
    UErrorCode code = U_ZERO_ERROR;
    u_strFromUTF8(wide.data(), static_cast<int32_t>(wide.size()), &numUnits, text.data(),
                  static_cast<int32_t>(text.size()), &code);
    if (U_FAILURE(code))
        return icuError("reading UTF-8", code);
    wide.resize(static_cast<std::size_t>(numUnits));
    return wide;
}

Result<std::string> toUtf8(const std::u16string& wide)
{
    std::string text(wide.size() * 3, '\0');
    int32_t numBytes = 0;
    UErrorCode code = U_ZERO_ERROR;
    u_strToUTF8(text.data(), static_cast<int32_t>(text.size()), &numBytes, wide.data(),
                static_cast<int32_t>(wide.size()), &code);
    if (U_FAILURE(code))
        return icuError("writing UTF-8", code);
    text.resize(static_cast<std::size_t>(numBytes));
    return text;
}

Result<std::u16string> run(const UNormalizer2* normalizer, const std::u16string& wide)
{
    std::u16string out(wide.size() * 4 + 16, u'\0'); // NFD of one unit has at most four
    UErrorCode code = U_ZERO_ERROR;
    const int32_t numUnits =
        unorm2_normalize(normalizer, wide.data(), static_cast<int32_t>(wide.size()), out.data(),
                         static_cast<int32_t>(out.size()), &code);
    if (U_FAILURE(code))
        return icuError("normalizing", code);
    out.resize(static_cast<std::size_t>(numUnits));
    return out;
}

void appendDecomposed(const UNormalizer2* nfd, char32_t codePoint, std::vector<char32_t>& out)
{
    UChar units[32];
    UErrorCode code = U_ZERO_ERROR;
    const int32_t numUnits =
        unorm2_getDecomposition(nfd, static_cast<UChar32>(codePoint), units, 32, &code);
    if (numUnits < 0 || U_FAILURE(code)) {
        out.push_back(codePoint);
        return;
    }
    for (int32_t unitIdx = 0; unitIdx < numUnits;) {
        UChar32 part = 0;
        U16_NEXT(units, unitIdx, numUnits, part);
        out.push_back(static_cast<char32_t>(part));
    }
}

/// Canonical order: every run of marks sorted by combining class, equal ones staying in order.
void sortMarks(std::vector<char32_t>& codePoints)
{
    constexpr int kClassShift = 24; // a code point has 21 bits, a combining class 8
    for (char32_t& codePoint : codePoints) {
        const char32_t markClass = u_getCombiningClass(static_cast<UChar32>(codePoint));
        codePoint |= markClass << kClassShift;
    }
    const auto classOfMark = [](char32_t marked) { return marked >> kClassShift; };
    auto begin = codePoints.begin();
    while (begin != codePoints.end()) {
        const auto end =
            std::find_if(begin, codePoints.end(), [&](char32_t c) { return classOfMark(c) == 0; });
        std::stable_sort(begin, end, [&](char32_t left, char32_t right) {
            return classOfMark(left) < classOfMark(right);
        });
        begin = end == codePoints.end() ? end : end + 1;
    }
    for (char32_t& codePoint : codePoints)
        codePoint &= (char32_t(1) << kClassShift) - 1;
}

std::u16string decomposed(const UNormalizer2* nfd, std::string_view stretch)
{
    std::vector<char32_t> codePoints;
    for (std::size_t at = 0; at < stretch.size();) {
        const auto codePoint = codePointAt(stretch, at);
        appendDecomposed(nfd, codePoint.value, codePoints);
        at += codePoint.numBytes;
    }
    sortMarks(codePoints);
    std::u16string wide;
    for (const char32_t codePoint : codePoints) {
        if (codePoint >= 0x10000)
            wide += U16_LEAD(codePoint);
        wide += codePoint >= 0x10000 ? U16_TRAIL(codePoint) : static_cast<char16_t>(codePoint);
    }
    return wide;
}

} // namespace

Result<Normalizer> Normalizer::make(const CharTable& table)
{
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&code);
    const UNormalizer2* nfd = unorm2_getNFDInstance(&code);
    if (U_FAILURE(code))
        return icuError("loading the normalization data", code);
    return Normalizer(table, nfc, nfd);
}

/// The end of the run of code points that NFC leaves alone.
std::size_t Normalizer::simpleEnd(std::string_view text, std::size_t from) const
{
    std::size_t at = from;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < kFirstLeadToLookUp) {
            at += lowPrefix(text.substr(at));
            continue;
        }
        const auto codePoint = codePointAt(text, at);
        if (!m_table->isNfcSimple(codePoint.value))
            break;
        at += codePoint.numBytes;
    }
    return at;
}

/// The end of the run of code points that NFC may change.
std::size_t Normalizer::stretchEnd(std::string_view text, std::size_t from) const
{
    std::size_t at = from;
    while (at < text.size()) {
        const auto codePoint = codePointAt(text, at);
        if (m_table->isNfcSimple(codePoint.value))
            break;
        at += codePoint.numBytes;
    }
    return at;
}

std::size_t Normalizer::plainPrefix(std::string_view text) const
{
    const auto end = simpleEnd(text, 0);
    if (end == text.size())
        return end;
    std::size_t begin = end;
    while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xc0) == 0x80) { }
    return begin; // the character before is what a mark may join
}

Result<std::string> Normalizer::normalizeStretch(std::string_view stretch) const
{
    const auto wide =
        stretch.size() > kLongStretchBytes ? decomposed(m_nfd, stretch) : TRY(toUtf16(stretch));
    return toUtf8(TRY(run(m_nfc, wide)));
}

Result<std::string> Normalizer::normalize(std::string_view text) const
{
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const auto begin = at + plainPrefix(text.substr(at));
        out += text.substr(at, begin - at);
        if (begin == text.size())
            break;
        // The stretch is the character before, if any, and all that may join it.
        const auto changing = simpleEnd(text, begin);
        const auto end = stretchEnd(text, changing);
        if (end - begin > kMaxStretchBytes)
            return Error(Code::BadInput,
                         words("a character of ", end - begin, " bytes at byte ", begin,
                               "; at most ", kMaxStretchBytes,
                               " of marks on one letter are normalized"));
        out += TRY(normalizeStretch(text.substr(begin, end - begin)));
        at = end;
    }
    return out;
}

} // namespace tf::text
