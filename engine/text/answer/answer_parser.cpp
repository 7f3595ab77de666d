#include "engine/text/answer/answer_parser.h"

namespace tf::text {

namespace {

AnswerEvent::Kind answerKind(ToolEvent::Kind kind)
{
    switch (kind) {
    case ToolEvent::Kind::Text:
    case ToolEvent::Kind::Markup:
        return AnswerEvent::Kind::Text;
    case ToolEvent::Kind::CallBegin:
        return AnswerEvent::Kind::CallBegin;
    case ToolEvent::Kind::Call:
        return AnswerEvent::Kind::Call;
    case ToolEvent::Kind::BrokenCall:
        return AnswerEvent::Kind::BrokenCall;
    }
    UNREACHABLE();
}

void addToolEvents(std::vector<AnswerEvent>& events, std::vector<ToolEvent> toolEvents)
{
    for (ToolEvent& event : toolEvents) {
        if (event.kind == ToolEvent::Kind::Markup)
            continue;
        addJoined(events,
                  {answerKind(event.kind), std::move(event.raw), std::move(event.name),
                   event.callIdx, std::move(event.arguments), std::move(event.reason),
                   event.place});
    }
}

AnswerEvent answerText(AnswerEvent::Kind kind, std::string text)
{
    AnswerEvent event;
    event.kind = kind;
    event.text = std::move(text);
    return event;
}

} // namespace

AnswerParser::AnswerParser(ReplyStart start, std::shared_ptr<const Tools> tools)
    : m_think(start)
    , m_tools(std::move(tools))
{
}

std::vector<AnswerEvent> AnswerParser::feed(std::string_view bytes)
{
    Events events;
    addPieces(events, m_think.feed(bytes));
    return events;
}

std::vector<AnswerEvent> AnswerParser::finish()
{
    Events events;
    addPieces(events, m_think.finish());
    addToolEvents(events, m_tools.finish());
    events.push_back(answerText(AnswerEvent::Kind::Done, ""));
    return events;
}

void AnswerParser::addPieces(Events& events, std::vector<ThinkPiece> pieces)
{
    for (ThinkPiece& piece : pieces) {
        if (piece.kind == ThinkPiece::Kind::Think)
            addJoined(events, answerText(AnswerEvent::Kind::Think, std::move(piece.text)));
        else if (piece.kind == ThinkPiece::Kind::Visible)
            addToolEvents(events, m_tools.feed(piece.text));
    }
}

void addJoined(std::vector<AnswerEvent>& events, AnswerEvent event)
{
    const bool isText =
        event.kind == AnswerEvent::Kind::Think || event.kind == AnswerEvent::Kind::Text;
    if (isText && !events.empty() && events.back().kind == event.kind)
        events.back().text += event.text;
    else
        events.push_back(std::move(event));
}

} // namespace tf::text
