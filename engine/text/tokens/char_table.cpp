#include "engine/text/tokens/char_table.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

namespace tf::text {

namespace {

constexpr std::size_t kNumCodePoints = 0x110000;

CharClass classOf(UChar32 codePoint, UCharCategory category)
{
    switch (category) {
    case U_LOWERCASE_LETTER:
        return CharClass::Lower;
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
        return CharClass::Upper;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
        return CharClass::Letter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
        return CharClass::Mark;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
        return CharClass::Number;
    default:
        break;
    }
    if (codePoint == '\r' || codePoint == '\n')
        return CharClass::LineEnd;
    return u_isUWhiteSpace(codePoint) ? CharClass::Space : CharClass::Other;
}

bool isSimple(UChar32 codePoint)
{
    return u_getIntPropertyValue(codePoint, UCHAR_NFC_QUICK_CHECK) == UNORM_YES
        && u_getCombiningClass(codePoint) == 0;
}

/// Ranges that are Other throughout, so that only few code points need to be asked one by one.
bool isUniform(UCharCategory category)
{
    return category == U_UNASSIGNED || category == U_PRIVATE_USE_CHAR || category == U_SURROGATE;
}

} // namespace

CharTable::CharTable()
    : m_classes(kNumCodePoints, static_cast<std::uint8_t>(CharClass::Other))
    , m_notSimple(kNumCodePoints)
{
    const auto fill = [](const void* context, UChar32 begin, UChar32 end,
                         UCharCategory category) -> UBool {
        static_cast<CharTable*>(const_cast<void*>(context))->fillRange(begin, end, category);
        return true;
    };
    u_enumCharTypes(fill, this);
}

void CharTable::fillRange(std::int32_t begin, std::int32_t end, int category)
{
    const auto icuCategory = static_cast<UCharCategory>(category);
    if (isUniform(icuCategory))
        return;
    for (UChar32 codePoint = begin; codePoint < end; ++codePoint) {
        const auto idx = static_cast<std::size_t>(codePoint);
        m_classes[idx] = static_cast<std::uint8_t>(classOf(codePoint, icuCategory));
        if (!isSimple(codePoint))
            m_notSimple[idx] = true;
    }
}

} // namespace tf::text
