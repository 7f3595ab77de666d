#pragma once

// What of a thing in a tray goes along, and how: chosen by the user, kept with it on the desk.
//
// A thing whose choice is another one is read anew. Thread: any.

#include "app/ingest/rules/rules.h"
#include "app/media/clip_choice.h"

#include <variant>

namespace tf::workspace {

/// Changes: what became another one since the conversation's last answer; the whole where nothing
/// was sent before.
enum class Sends : std::uint8_t { Whole, Changes };

struct RepositoryChoice {
    ingest::RuleChoice rules;
    std::int64_t budget = 0; ///< tokens that it may take; 0: what there is room for
    Sends sends = Sends::Whole;

    bool operator==(const RepositoryChoice&) const = default;
};

struct PictureChoice {
    vision::Tier tier = vision::Tier::Default;
    bool isTiled = false; ///< in parts that no engine shrinks; `tier` is then of no effect
    app::PictureEdit edit;

    bool operator==(const PictureChoice&) const = default;
};

/// Nothing: as it comes. One that is not of the thing's kind counts as nothing.
using TrayChoice = std::variant<std::monostate, RepositoryChoice, PictureChoice, app::ClipChoice>;

} // namespace tf::workspace
