#pragma once

// What the chosen engine takes along with a question: pictures, clips, how large, how many words.
//
// A plain value. Thread: any.

#include "app/endpoint/server_kind.h"
#include "app/ingest/pack/pack.h"
#include "app/workspace/engine_choice.h"

namespace tf::workspace {

enum class Takes : std::uint8_t { No, Yes };

struct Intake {
    std::string engine; ///< its name; empty: none is chosen
    endpoint::Place place = endpoint::Place::ThisMachine; ///< where it goes
    Takes pictures = Takes::Yes;
    Takes clips = Takes::Yes; ///< as the files that they are; No: as pictures of their frames
    Takes pairs =
        Takes::Yes; ///< frames that were chosen here, two to a pair: the engine in this program
    Takes largePictures =
        Takes::Yes; ///< No: it sees no more pixels than servers of the open weights
    Takes tiers = Takes::Yes; ///< it can be told how large it shall see a picture
    endpoint::MediaLimits limits;
    ingest::Budget room; ///< tokens, of all that goes along

    [[nodiscard]] bool isRemote() const { return place != endpoint::Place::ThisMachine; }
};

/// `budget` in tokens; 0: what the engine has room for beside question and answer.
[[nodiscard]] Intake intakeOf(const EngineChoice& engine, std::int64_t budget);

/// What is kept free for the answer in a context of so many tokens.
[[nodiscard]] std::int64_t answerRoom(std::int64_t contextTokens);

/// What one thing may take up of it.
struct Share {
    ingest::Budget tokens;
    std::int64_t frames = 0; ///< of a clip that goes as pictures

    bool operator==(const Share&) const = default;
};

} // namespace tf::workspace
