#include "ui/transcript/map_link.h"

#include "ui/transcript/map/turn_map.h"
#include "ui/transcript/view/transcript_view.h"

#include <algorithm>

namespace tf::ui {

using workspace::Conversation;

MapLink::MapLink(TurnMap& map, TranscriptView& view, std::shared_ptr<Conversation> conversation)
    : m_map(map)
    , m_view(view)
    , m_conversation(std::move(conversation))
{
    const Conversation* from = m_conversation.get();
    m_map.setSource(TreeSource{
        .session = [from]() -> const session::Session& { return from->session(); },
        .branch = [from] { return from->branch(); },
        .turn = [from](session::TurnId id) { return from->turn(id); },
    });
    connect(from, &Conversation::branchChanged, &m_map, &TurnMap::showTree);
    connect(from, &Conversation::turnEnded, &m_map, &TurnMap::showTree);
    connect(&m_view, &TranscriptView::readingChanged, &m_map, &TurnMap::setReading);
    m_map.setReading(m_view.reading());
    connect(&m_map, &TurnMap::turnAsked, this, &MapLink::goTo);
}

MapLink::~MapLink()
{
    m_map.setSource({});
    disconnect(&m_view, &TranscriptView::readingChanged, &m_map, nullptr);
}

void MapLink::goTo(session::TurnId id)
{
    const auto& branch = m_conversation->branch();
    if (std::find(branch.begin(), branch.end(), id) == branch.end())
        m_conversation->show(id);
    m_view.showTurn(id);
}

} // namespace tf::ui
