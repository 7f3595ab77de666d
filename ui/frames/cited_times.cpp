#include "ui/frames/cited_times.h"

#include "app/ingest/cite/citation.h"

#include <algorithm>

namespace tf::ui {

namespace {

std::vector<double> momentsIn(const session::Turn& turn)
{
    std::vector<double> times;
    for (const session::Part& part : turn.parts) {
        if (part.kind != session::PartKind::Text)
            continue;
        for (const ingest::Citation& citation : ingest::findCitations(part.text)) {
            if (citation.kind == ingest::CiteKind::Moment)
                times.push_back(citation.seconds);
        }
    }
    return times;
}

} // namespace

std::vector<double> CitedTimes::of(const workspace::Conversation* talk)
{
    std::vector<double> times;
    if (talk == nullptr)
        return times;
    for (const session::TurnId id : talk->branch()) {
        const session::Turn* turn = talk->turn(id);
        if (turn == nullptr || turn->ending.state == session::TurnState::Streaming)
            continue;
        auto known = m_known.find(id);
        if (known == m_known.end())
            known = m_known.emplace(id, momentsIn(*turn)).first;
        times.insert(times.end(), known->second.begin(), known->second.end());
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

} // namespace tf::ui
