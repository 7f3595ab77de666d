#pragma once

// Where one came from, and the way forward again: places of files in the order they were looked at.
//
// Thread: any.

#include "app/session/turn.h"

#include <optional>
#include <string>
#include <vector>

namespace tf::ui {

struct ViewedPlace {
    session::TurnId turn = session::kNoTurn; ///< as it was sent up to there; none: the latest
    std::string path;
    session::LineRange lines; ///< 0: none is meant

    bool operator==(const ViewedPlace&) const = default;
};

class PlaceHistory {
public:
    /// What was ahead is forgotten; the same place twice is one.
    void go(ViewedPlace place);
    [[nodiscard]] bool canGoBack() const { return m_at > 1; }
    [[nodiscard]] bool canGoForward() const { return m_at < m_places.size(); }
    std::optional<ViewedPlace> back();
    std::optional<ViewedPlace> forward();
    void clear();

private:
    std::vector<ViewedPlace> m_places;
    std::size_t m_at = 0; ///< so many are behind, the current one among them
};

} // namespace tf::ui
