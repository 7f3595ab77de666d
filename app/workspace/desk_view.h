#pragma once

// What a session's desk says beside its draft: which turn was being read, and what lay ready.
//
// Kept as one line of JSON in session::Desk::view. Thread: any.

#include "app/session/session.h"
#include "app/workspace/tray/tray_choice.h"

namespace tf::workspace {

/// A thing of a tray as it is named on the desk.
struct KeptOffer {
    std::string place = {}; ///< a path or an address; empty: it was pasted
    std::string name = {}; ///< of what was pasted
    std::string type = {}; ///< the same
    std::string blob = {}; ///< of its content
    TrayChoice choice = {};

    bool operator==(const KeptOffer&) const = default;
};

struct DeskView {
    session::TurnId reading = session::kNoTurn; ///< at the window's top; none: the end
    std::vector<KeptOffer> tray;
    std::string ignored = {}; ///< changes of its sources that the user wants to hear no more of
    std::string preset = {}; ///< the kind of work, as app/works names it; empty: none

    bool operator==(const DeskView&) const = default;
};

/// What makes no sense in it is left out.
[[nodiscard]] DeskView readDeskView(const std::string& view);
/// Empty for a view that says nothing.
[[nodiscard]] std::string write(const DeskView& view);

} // namespace tf::workspace
