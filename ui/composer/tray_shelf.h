#pragma once

// What lies ready in each session that a window has shown; it is there again with the session.

#include "app/session/session.h"
#include "app/workspace/tray.h"

#include <map>

namespace tf::ui {

class TrayShelf {
public:
    /// Made when it is asked for first.
    [[nodiscard]] workspace::Tray& of(const session::SessionId& id);

    void setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer);
    void setMayFetch(bool mayFetch);

private:
    std::map<session::SessionId, std::unique_ptr<workspace::Tray>> m_trays;
    std::shared_ptr<const text::Tokenizer> m_tokenizer;
    bool m_mayFetch = true;
};

} // namespace tf::ui
