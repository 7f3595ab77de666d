#pragma once

// Ten minutes of a screen as whoever decodes would tell of them: flat colours, known changes.

#include "app/workspace/clip_view.h"

namespace tf::test {

/// "login.mp4": 1920 by 1080, thirty frames a second.
[[nodiscard]] workspace::ClipLook tenMinutes();
/// Quiet, with a few large changes, one of them a single frame; read to that second.
[[nodiscard]] workspace::ClipChanges knownChanges(double secondsRead = 600);
/// A frame every fifteen seconds, and three moments.
[[nodiscard]] workspace::ClipSending fortyThree();
/// Flat: a window with a title bar and a dialog that is elsewhere in each frame.
[[nodiscard]] workspace::ClipPicture flatFrame(std::int64_t index, int width, int height);

} // namespace tf::test
