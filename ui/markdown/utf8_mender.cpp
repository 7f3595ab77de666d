#include "ui/markdown/utf8_mender.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace tf::ui {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

unsigned byteAt(std::string_view bytes, std::size_t idx)
{
    return static_cast<unsigned char>(bytes[idx]);
}

/// What the first byte says: how long the character is (0: none begins so), and which second
/// bytes may follow: they keep out overlong forms, surrogates and what lies beyond U+10FFFF.
struct Lead {
    std::size_t size = 0;
    unsigned low = 0x80;
    unsigned high = 0xBF;
};

Lead leadOf(unsigned byte)
{
    if (byte < 0x80)
        return {1};
    if (byte >= 0xC2 && byte <= 0xDF)
        return {2};
    if (byte >= 0xE0 && byte <= 0xEF)
        return {3, byte == 0xE0 ? 0xA0U : 0x80U, byte == 0xED ? 0x9FU : 0xBFU};
    if (byte >= 0xF0 && byte <= 0xF4)
        return {4, byte == 0xF0 ? 0x90U : 0x80U, byte == 0xF4 ? 0x8FU : 0xBFU};
    return {};
}

struct Character {
    std::size_t size = 1;
    enum class State : std::uint8_t { Whole, Broken, Unfinished } state = State::Whole;
};

/// Requires: `bytes` is not empty.
Character characterAt(std::string_view bytes)
{
    const Lead lead = leadOf(byteAt(bytes, 0));
    if (lead.size == 0)
        return {1, Character::State::Broken};
    for (std::size_t idx = 1; idx < lead.size; ++idx) {
        if (idx == bytes.size())
            return {idx, Character::State::Unfinished};
        const unsigned low = idx == 1 ? lead.low : 0x80U;
        const unsigned high = idx == 1 ? lead.high : 0xBFU;
        if (byteAt(bytes, idx) < low || byteAt(bytes, idx) > high)
            return {idx, Character::State::Broken};
    }
    return {lead.size, Character::State::Whole};
}

/// U+FDD0 to U+FDEF, U+FFFE, U+FFFF: never characters, and one of them is used as a mark here.
bool isNoncharacter(std::string_view character)
{
    if (character.size() != 3 || byteAt(character, 0) != 0xEF)
        return false;
    const unsigned second = byteAt(character, 1);
    const unsigned third = byteAt(character, 2);
    return (second == 0xB7 && third >= 0x90 && third <= 0xAF) || (second == 0xBF && third >= 0xBE);
}

bool isPlain(char byte)
{
    return static_cast<unsigned char>(byte) < 0x80 && byte != '\0' && byte != '\r' && byte != '\n';
}

} // namespace

void Utf8Mender::take(std::string_view character, std::string& text)
{
    const bool isSecondOfPair = m_isAfterReturn && character == "\n";
    m_isAfterReturn = character == "\r";
    const bool isMark = m_isAtBegin && character == kByteOrderMark;
    m_isAtBegin = false;
    if (isSecondOfPair || isMark)
        return;
    if (m_isAfterReturn)
        text += '\n';
    else if (character[0] == '\0' || isNoncharacter(character))
        text += kReplacement;
    else
        text += character;
}

void Utf8Mender::mend(std::string_view bytes, std::string& text)
{
    std::string joined;
    if (!m_waiting.empty()) {
        joined = std::move(m_waiting);
        m_waiting.clear();
        joined += bytes;
        bytes = joined;
    }
    while (!bytes.empty()) {
        const auto plain = static_cast<std::size_t>(
            std::find_if_not(bytes.begin(), bytes.end(), isPlain) - bytes.begin());
        if (plain > 0) {
            take(bytes.substr(0, 1), text);
            text += bytes.substr(1, plain - 1);
            bytes.remove_prefix(plain);
            continue;
        }
        const Character character = characterAt(bytes);
        if (character.state == Character::State::Unfinished) {
            m_waiting = bytes;
            return;
        }
        take(character.state == Character::State::Whole ? bytes.substr(0, character.size)
                                                        : kReplacement,
             text);
        bytes.remove_prefix(character.size);
    }
}

void Utf8Mender::finish(std::string& text)
{
    if (!m_waiting.empty())
        take(kReplacement, text);
    m_waiting.clear();
}

QString toText(std::string_view mended)
{
    QString text;
    for (; mended.starts_with(kByteOrderMark); mended.remove_prefix(kByteOrderMark.size()))
        text += QChar(QChar::ByteOrderMark);
    return text + QString::fromUtf8(mended.data(), static_cast<qsizetype>(mended.size()));
}

} // namespace tf::ui
