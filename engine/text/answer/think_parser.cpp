#include "engine/text/answer/think_parser.h"

namespace tf::text {

ThinkParser::ThinkParser(ReplyStart start)
    : m_state(start == ReplyStart::Thinking ? State::Thinking : State::Leading)
    , m_dropsCloser(start != ReplyStart::Thinking)
{
}

std::vector<ThinkPiece> ThinkParser::feed(std::string_view bytes)
{
    m_pending += bytes;
    return read(Reading::Goes);
}

std::vector<ThinkPiece> ThinkParser::finish()
{
    return read(Reading::Ended);
}

ThinkParser::Pieces ThinkParser::read(Reading reading)
{
    Pieces pieces;
    while (!rest().empty() && step(pieces, reading)) { }
    m_pending.erase(0, m_taken);
    m_taken = 0;
    return pieces;
}

bool ThinkParser::step(Pieces& pieces, Reading reading)
{
    switch (m_state) {
    case State::Leading:
        return stepLeading(pieces, reading);
    case State::Thinking:
        return stepThinking(pieces, reading);
    case State::Visible:
        take(pieces, ThinkPiece::Kind::Visible, rest().size());
        return false;
    }
    return false;
}

/// Nothing but white space has come so far.
bool ThinkParser::stepLeading(Pieces& pieces, Reading reading)
{
    const auto numBlank = std::min(rest().find_first_not_of(kMarkupSpace), rest().size());
    take(pieces, ThinkPiece::Kind::Visible, numBlank);
    if (rest().starts_with(kThinkOpen)) {
        take(pieces, ThinkPiece::Kind::Marker, kThinkOpen.size());
        m_state = State::Thinking;
        return true;
    }
    if (m_dropsCloser && rest().starts_with(kThinkClose)) {
        take(pieces, ThinkPiece::Kind::Marker, kThinkClose.size());
        m_dropsCloser = false;
        return true;
    }
    const bool mayBeTag =
        mayBecome(rest(), kThinkOpen) || (m_dropsCloser && mayBecome(rest(), kThinkClose));
    if (mayBeTag && reading == Reading::Goes)
        return false;
    m_state = State::Visible;
    return true;
}

bool ThinkParser::stepThinking(Pieces& pieces, Reading reading)
{
    const auto closer = rest().find(kThinkClose);
    if (closer == std::string_view::npos) {
        const auto held = reading == Reading::Ended ? 0 : heldBytes(rest(), kThinkClose);
        take(pieces, ThinkPiece::Kind::Think, rest().size() - held);
        return false;
    }
    take(pieces, ThinkPiece::Kind::Think, closer);
    take(pieces, ThinkPiece::Kind::Marker, kThinkClose.size());
    m_state = State::Visible;
    return true;
}

void ThinkParser::take(Pieces& pieces, ThinkPiece::Kind kind, std::size_t numBytes)
{
    if (numBytes == 0)
        return;
    const auto text = rest().substr(0, numBytes);
    if (!pieces.empty() && pieces.back().kind == kind && kind != ThinkPiece::Kind::Marker)
        pieces.back().text += text;
    else
        pieces.push_back({kind, std::string(text)});
    m_taken += numBytes;
}

std::string_view ThinkParser::rest() const
{
    return std::string_view(m_pending).substr(m_taken);
}

} // namespace tf::text
