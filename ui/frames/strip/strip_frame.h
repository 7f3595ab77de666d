#pragma once

// The frames of a clip as a strip shows them: what is sent, what was left out, what lies between.
//
// Thread: any.

#include "app/workspace/clip_view.h"

#include <QString>

#include <vector>

namespace tf::ui {

enum class StripState : std::uint8_t {
    Sent, ///< as the sampling has it
    Picked, ///< sent because the user wants it
    LeftOut, ///< not sent because the user does not want it
    Between, ///< not sent
};

enum class StripDensity : std::uint8_t { Sent, Between };

struct StripFrame {
    std::int64_t index = 0; ///< in ClipLook::times
    double seconds = 0;
    StripState state = StripState::Sent;
    workspace::WhyFrame why = workspace::WhyFrame::Rate;
    float change = 0;
    std::int64_t tokens = 0;

    bool operator==(const StripFrame&) const = default;
};

/// In order of time.
[[nodiscard]] std::vector<StripFrame> stripFrames(const std::vector<double>& times,
                                                  const workspace::ClipSending& sending,
                                                  const app::ClipChoice& choice,
                                                  StripDensity density);

/// The choice with that frame sent, or not.
[[nodiscard]] app::ClipChoice choiceWith(app::ClipChoice choice, const StripFrame& frame);
[[nodiscard]] app::ClipChoice choiceWithout(app::ClipChoice choice, const StripFrame& frame);

[[nodiscard]] inline bool isSent(const StripFrame& frame)
{
    return frame.state == StripState::Sent || frame.state == StripState::Picked;
}

/// The next frame's time; where it is not known, its own.
[[nodiscard]] double shownUntil(const workspace::ClipLook& look, std::int64_t index,
                                double seconds);

/// "at the rate", "picked", "not sent": why it is as it is.
[[nodiscard]] QString reasonWords(const StripFrame& frame);
/// "0:42.10, sent: at the rate, 360 tokens": all that a tile says.
[[nodiscard]] QString spokenWords(const StripFrame& frame);

} // namespace tf::ui
