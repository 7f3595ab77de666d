#pragma once

// What lies ready in each session, the same in every window; it is there again at the next start.
//
// Files and addresses are kept as references on the session's desk, what was pasted as a content of
// the store. Thread: main. Blocks: never, but for its end, until what is being read has stopped.

#include "app/session/store.h"
#include "app/workspace/conversation.h"
#include "app/workspace/tray.h"

#include <map>

namespace tf::workspace {

class TrayKeeping;

class TrayShelf {
public:
    TrayShelf();
    ~TrayShelf();
    TrayShelf(const TrayShelf&) = delete;
    TrayShelf& operator=(const TrayShelf&) = delete;

    /// Made when it is asked for first.
    [[nodiscard]] Tray& of(const session::SessionId& id);
    /// What lay ready comes back, and what lies there is kept from now on.
    void follow(Conversation& talk, session::Store& store);

    void setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer);
    void setMayFetch(bool mayFetch);

private:
    std::map<session::SessionId, std::unique_ptr<Tray>> m_trays;
    std::map<session::SessionId, std::unique_ptr<TrayKeeping>> m_keepings;
    std::shared_ptr<const text::Tokenizer> m_tokenizer;
    bool m_mayFetch = true;
};

} // namespace tf::workspace
