#pragma once

// Something that was dropped, named or pasted, before anybody looked at what it is.
//
// Thread: any.

#include "app/workspace/tray/tray_choice.h"

#include <memory>
#include <string>

namespace tf::workspace {

struct Offer {
    std::string place; ///< a path or a git address; empty: it was pasted
    std::string name = {}; ///< of what was pasted
    std::string type = {}; ///< of what was pasted: "image/png", "text/plain"
    std::shared_ptr<const std::string> bytes = {}; ///< of what was pasted
    TrayChoice choice = {};

    bool operator==(const Offer&) const = default;
};

/// What it is called before it is read.
[[nodiscard]] std::string titleOf(const Offer& offer);

} // namespace tf::workspace
