#include "app/wire/think_tags.h"

#include <algorithm>
#include <array>
#include <optional>

namespace tf::wire {

namespace {

using Tags = std::array<std::string_view, 2>;
constexpr Tags kOpeners{"<think>", "<mm:think>"};
constexpr Tags kClosers{"</think>", "</mm:think>"};
constexpr std::string_view kFence = "```";
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kBlank = " \t\r";
/// More white space around a tag, and it is text.
constexpr std::size_t kMostSpaces = 256;

std::size_t numLeading(std::string_view text, std::string_view of)
{
    return std::min(text.find_first_not_of(of), text.size());
}

std::optional<std::string_view> tagAt(std::string_view text, const Tags& tags)
{
    for (const auto tag : tags) {
        if (text.starts_with(tag))
            return tag;
    }
    return std::nullopt;
}

/// The text is the beginning of one of the tags and more of it may come.
bool mayBecomeTag(std::string_view text, const Tags& tags)
{
    return std::any_of(tags.begin(), tags.end(), [text](std::string_view tag) {
        return text.size() < tag.size() && tag.starts_with(text);
    });
}

/// Bytes at the end that may be the beginning of a tag.
std::size_t numHeld(std::string_view text, const Tags& tags)
{
    const auto last = text.rfind('<');
    return last != std::string_view::npos && mayBecomeTag(text.substr(last), tags)
        ? text.size() - last
        : 0;
}

} // namespace

std::vector<ThinkPiece> ThinkTags::feed(std::string_view bytes)
{
    m_held += bytes;
    return read(Reading::Goes);
}

std::vector<ThinkPiece> ThinkTags::finish()
{
    return read(Reading::Ended);
}

ThinkTags::Pieces ThinkTags::read(Reading reading)
{
    Pieces pieces;
    bool goesOn = true;
    while (goesOn && m_taken < m_held.size()) {
        switch (m_state) {
        case State::Boundary:
            goesOn = stepBoundary(reading);
            break;
        case State::Think:
            goesOn = stepThink(pieces, reading);
            break;
        case State::Line:
            goesOn = stepLine(pieces, reading);
            break;
        case State::Text:
            goesOn = stepText(pieces);
            break;
        }
    }
    m_held.erase(0, m_taken);
    m_taken = 0;
    return pieces;
}

/// White space before a tag belongs to nobody.
bool ThinkTags::stepBoundary(Reading reading)
{
    const auto numSpaces = numLeading(rest(), kSpace);
    const auto behind = rest().substr(numSpaces);
    const bool goes = reading == Reading::Goes && numSpaces <= kMostSpaces;
    if (goes
        && (behind.empty() || mayBecomeTag(behind, kOpeners) || mayBecomeTag(behind, kClosers)))
        return false;
    const auto opener = tagAt(behind, kOpeners);
    const auto closer = tagAt(behind, kClosers);
    if (numSpaces > kMostSpaces || (!opener && !closer)) {
        m_state = State::Line;
        return true;
    }
    m_taken += numSpaces + (opener ? opener : closer)->size();
    if (opener) {
        m_sawThinking = true;
        m_state = State::Think;
    }
    return true;
}

bool ThinkTags::stepThink(Pieces& pieces, Reading reading)
{
    auto end = rest().size();
    for (const auto tag : kClosers)
        end = std::min(end, rest().find(tag));
    if (end < rest().size()) {
        const auto numTag = tagAt(rest().substr(end), kClosers)->size();
        take(pieces, ThinkPiece::Kind::Think, end);
        m_taken += numTag;
        m_state = State::Boundary;
        return true;
    }
    const auto held = reading == Reading::Goes ? numHeld(rest(), kClosers) : 0;
    take(pieces, ThinkPiece::Kind::Think, rest().size() - held);
    return false;
}

/// At the beginning of a line, held until it is clear what stands on it.
bool ThinkTags::stepLine(Pieces& pieces, Reading reading)
{
    const auto numSpaces = numLeading(rest(), kBlank);
    const auto word = rest().substr(numSpaces);
    const bool goes = reading == Reading::Goes && numSpaces <= kMostSpaces;
    if (goes && (mayBecomeTag(word, kClosers) || mayBecomeTag(word, {kFence, kFence})))
        return false;
    m_state = State::Text;
    if (numSpaces > kMostSpaces)
        return true;
    if (word.starts_with(kFence))
        m_isFenced = !m_isFenced;
    const auto tag = tagAt(word, kClosers);
    if (!tag || m_isFenced)
        return true;
    const auto behind = word.substr(tag->size());
    const auto numBehind = numLeading(behind, kBlank);
    if (numBehind > kMostSpaces || (numBehind < behind.size() && behind[numBehind] != '\n'))
        return true; // more stands on the line: it is quoted
    if (numBehind == behind.size() && reading == Reading::Goes) {
        m_state = State::Line;
        return false;
    }
    m_taken += numSpaces + tag->size() + numBehind;
    dropStrayCloser(pieces);
    return true;
}

void ThinkTags::dropStrayCloser(Pieces& pieces)
{
    m_state = m_sawThinking ? State::Line : State::Boundary;
    if (!m_sawThinking)
        pieces.push_back({ThinkPiece::Kind::TextWasThink, {}});
    m_sawThinking = true;
}

/// The rest of a line.
bool ThinkTags::stepText(Pieces& pieces)
{
    const auto end = rest().find('\n');
    if (end != std::string_view::npos)
        m_state = State::Line;
    take(pieces, ThinkPiece::Kind::Text, end == std::string_view::npos ? rest().size() : end + 1);
    return true;
}

void ThinkTags::take(Pieces& pieces, ThinkPiece::Kind kind, std::size_t numBytes)
{
    if (numBytes == 0)
        return;
    if (pieces.empty() || pieces.back().kind != kind)
        pieces.push_back({kind, {}});
    pieces.back().text += rest().substr(0, numBytes);
    m_taken += numBytes;
}

std::string_view ThinkTags::rest() const
{
    return std::string_view(m_held).substr(m_taken);
}

} // namespace tf::wire
