#pragma once

// Checks the places that answers of one conversation name, beside the window.
//
// Whoever shows a place asks for it and gets what is known; the rest is looked up on a pool, and
// told once for all that was asked meanwhile. Thread: main. Blocks: never, but for its end, until
// what is being read has stopped.

#include "app/workspace/cited/cited_place.h"
#include "app/workspace/conversation.h"
#include "app/workspace/kept_media.h"

#include <QObject>

namespace tf::workspace {

class CitationCheck : public QObject {
    Q_OBJECT

public:
    /// Requires: `store` and `media` outlive it. Without `media` nobody knows how long a clip is.
    CitationCheck(session::Store& store, std::shared_ptr<const Conversation> conversation,
                  KeptMedia* media = nullptr, QObject* parent = nullptr);
    ~CitationCheck() override;

    /// A moment is a citation only where there is something that it could be a moment of.
    [[nodiscard]] bool isCitation(session::TurnId turn, const ingest::Citation& citation);
    [[nodiscard]] CitedPlace look(session::TurnId turn, const ingest::Citation& citation);
    /// Something that was asked for is not known yet.
    [[nodiscard]] bool isChecking() const;
    /// What became of the files since may be another thing by now.
    void lookAgain();

Q_SIGNALS:
    /// More is known of places that were asked for.
    void checked(tf::session::TurnId turn);

private:
    class Checking;
    std::unique_ptr<Checking> m_checking;
};

} // namespace tf::workspace
