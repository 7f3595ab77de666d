#include "app/cli/ingest/citation_report.h"

#include "app/cli/json_lines.h"
#include "app/cli/media/json_build.h"
#include "app/cli/shown_text.h"
#include "kernels/base/check.h"

#include <algorithm>
#include <cstdio>

namespace tf::cli {

namespace {

using ingest::CiteState;
using json::Value;

std::string_view wordOf(CiteState state)
{
    switch (state) {
    case CiteState::Sent:
        return "sent";
    case CiteState::NoSuchFile:
        return "no_such_file";
    case CiteState::NoSuchLines:
        return "no_such_lines";
    case CiteState::NotSent:
        return "not_sent";
    case CiteState::NoFrame:
        return "no_frame";
    case CiteState::PastEnd:
        return "past_end";
    case CiteState::Ambiguous:
        return "ambiguous";
    }
    UNREACHABLE();
}

Value jsonOf(const draft::CheckedCitation& cited)
{
    Value item = Value::object(
        {{"text", jsonText(cited.text)}, {"state", jsonText(wordOf(cited.checked.state))}});
    const auto add = [&item](std::string_view name, Value value) {
        item.members.emplace_back(std::string(name), std::move(value));
    };
    if (cited.citation.kind == ingest::CiteKind::Moment) {
        add("seconds", jsonNumber(cited.citation.seconds));
        return item;
    }
    const std::string& known = cited.checked.path;
    add("path", jsonText(known.empty() ? cited.citation.path : known));
    add("first", jsonNumber(cited.citation.lines.first));
    add("last", jsonNumber(cited.citation.lines.last));
    return item;
}

} // namespace

std::string citationsText(const std::vector<draft::CheckedCitation>& citations)
{
    const auto numWrong = std::count_if(citations.begin(), citations.end(),
                                        [](const auto& cited) { return !cited.holds(); });
    if (citations.empty())
        return "m3 ask: the answer cites no place\n";
    std::string lines = words("m3 ask: ", citations.size(),
                              citations.size() == 1 ? " place" : " places", " cited, ");
    lines += numWrong == 0 ? std::string("all of them were sent\n")
                           : words(numWrong, numWrong == 1 ? " does" : " do", " not hold:\n");
    for (const auto& cited : citations) {
        if (!cited.holds())
            lines += words("m3 ask:   ", shownText(cited.text), ": ",
                           draft::sentence(cited.checked.state), "\n");
    }
    return lines;
}

std::string citationsJson(const std::vector<draft::CheckedCitation>& citations)
{
    std::vector<Value> items;
    items.reserve(citations.size());
    for (const auto& cited : citations)
        items.push_back(jsonOf(cited));
    return jsonLine(json::write(Value::object(
        {{"event", jsonText("citations")}, {"items", Value::array(std::move(items))}})));
}

void CitationWatch::take(const endpoint::Event& event)
{
    const auto* piece = std::get_if<wire::ReplyEvent>(&event.what);
    if (piece == nullptr)
        return;
    if (piece->kind == wire::ReplyEvent::Kind::Text)
        m_answer += piece->text;
    if (piece->kind == wire::ReplyEvent::Kind::TextWasThink)
        m_answer.clear();
}

void CitationWatch::tell(AnswerPrinter::Form form) const
{
    const bool isNothingSent =
        m_sent.files.empty() && m_sent.frames.empty() && m_sent.clipLength <= 0;
    if (isNothingSent || m_answer.empty())
        return;
    const auto citations = draft::checkCitations(m_answer, m_sent);
    const bool isText = form == AnswerPrinter::Form::Text;
    const std::string told = isText ? citationsText(citations) : citationsJson(citations);
    std::fwrite(told.data(), 1, told.size(), isText ? stderr : stdout);
}

} // namespace tf::cli
