#pragma once

// How a clip goes to an engine for what was chosen of it, and which of its frames.
//
// What is shown of a choice and what is sent for it both come from here. Thread: any.

#include "app/media/clip_frames.h"
#include "app/workspace/tray/intake.h"
#include "app/workspace/tray/tray_choice.h"

namespace tf::workspace {

/// What is known of a clip without decoding it.
struct KnownClip {
    const vision::ClipFacts& facts;
    std::int64_t bytes = 0;
};

enum class ClipGoes : std::uint8_t {
    AsFile,
    AsPairs, ///< frames with their times, two to a pair: the engine in this program
    AsPictures,
};

struct ClipWay {
    ClipGoes goes = ClipGoes::AsFile;
    std::string why; ///< when it goes in another form than was chosen, or than is usual
    app::ClipChoice choice; ///< that holds
    bool isUsual = false; ///< nothing was chosen
};

[[nodiscard]] ClipWay clipWay(const TrayChoice& choice, const KnownClip& clip,
                              const Intake& intake);
/// The frames cannot be told before the clip was looked through.
[[nodiscard]] bool needsTrace(const ClipWay& way);
/// The choice that holds once it was: what nobody chose depends on what kind of clip it is.
[[nodiscard]] app::ClipChoice choiceOf(const ClipWay& way, const KnownClip& clip,
                                       const app::ClipTrace* trace);

/// Of a file: the frames that its server is expected to take.
Result<app::ClipFramesPlan> plannedClip(const ClipWay& way, const KnownClip& clip,
                                        const app::ClipTrace* trace, const Intake& intake,
                                        const Share& share);

} // namespace tf::workspace
