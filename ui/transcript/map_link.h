#pragma once

// Joins the map of turns with a conversation and with the view that shows it.
//
// Thread: main.

#include "app/workspace/conversation.h"

#include <QObject>

#include <memory>

namespace tf::ui {

class TranscriptView;
class TurnMap;

class MapLink : public QObject {
public:
    /// `map` and `view` outlive it; the conversation is held.
    MapLink(TurnMap& map, TranscriptView& view,
            std::shared_ptr<workspace::Conversation> conversation);
    ~MapLink() override;

private:
    void goTo(session::TurnId id);

    TurnMap& m_map;
    TranscriptView& m_view;
    std::shared_ptr<workspace::Conversation> m_conversation;
};

} // namespace tf::ui
