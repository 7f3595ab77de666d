#pragma once

// What to leave out of a repository so that it fits: cuts that a human can decide about, the least
// worth first.
//
// Nothing is cut here. Each cut names the rules that would do it, which touch no file of another
// cut, so that any of them can be accepted alone. Thread: any.

#include "app/workspace/tray/repository_look.h"

namespace tf::workspace {

/// In the order in which they go.
enum class FitKind : std::uint8_t {
    LockFiles,
    Vendored,
    Data,
    Tests,
    Documents,
    Settings,
    Source,
    Entrance,
};

struct FitCut {
    FitKind kind = FitKind::Data;
    std::string folder; ///< "tests/unit"; empty: anywhere
    std::string file = {}; ///< when it is a single one, its path
    std::int64_t numPlaces = 1; ///< small ones of one kind are put together
    std::int64_t numFiles = 0;
    std::int64_t tokens = 0; ///< freed
    std::vector<ingest::UserRule> rules;
};

struct Fit {
    std::int64_t before = 0; ///< tokens of all that the rules let in
    std::int64_t after = 0; ///< when every cut is accepted
    std::vector<FitCut> cuts; ///< none: it fits as it is
    ingest::Quality quality = ingest::Quality::Estimated;
};

/// `goal` is what it may take: a size, minus what else goes along. Every cut accepted, it is not
/// over the goal, unless nothing of it fits at all.
[[nodiscard]] Fit fitTo(const RepositoryLook& look, std::int64_t goal);

} // namespace tf::workspace
