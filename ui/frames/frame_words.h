#pragma once

// Times and places of a clip as words, and back: "2:13", "2:13 of 10:00, frame 3,990".
//
// Thread: main.

#include <QString>

#include <optional>

namespace tf::ui {

/// "2:13", "1:02:05": whole seconds that have begun.
[[nodiscard]] QString clockWords(double seconds);
/// "2:13.40": as fine as frames are apart.
[[nodiscard]] QString fineClockWords(double seconds);
/// "02:13", as answers cite it.
[[nodiscard]] QString citedClockWords(double seconds);
/// "2:13", "02:13.5", "1:02:05", "[02:13]", "133": seconds; nothing else is a time.
[[nodiscard]] std::optional<double> clockIn(const QString& words);

/// "2:13 of 10:00, frame 3,990"; without the frame while nobody knows it (-1).
[[nodiscard]] QString placeWords(double seconds, double duration, std::int64_t frame);
/// "1,008×560"
[[nodiscard]] QString sizeWords(std::int32_t width, std::int32_t height);

} // namespace tf::ui
