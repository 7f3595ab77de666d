#pragma once

// What a timeline shows of a clip: how much it changes, what is sent of it, what answers cite.
//
// Times are seconds from the clip's first frame, ascending. Thread: any.

#include <cstdint>
#include <vector>

namespace tf::ui {

/// A moment that an answer names.
struct CitedMoment {
    double time = 0;
    bool isSent = false; ///< a frame was sent within a second of it

    bool operator==(const CitedMoment&) const = default;
};

struct TimelineLook {
    double duration = 0; ///< 0: there is no clip
    std::vector<float> changes; ///< how much the picture changed, 0 to 1, at even steps
    double changesTo = 0; ///< until there it is known
    std::vector<double> events; ///< where something happens on the screen
    std::vector<double> sent;
    std::vector<CitedMoment> cited;
    double from = 0; ///< the stretch that is wanted
    double to = 0;
    bool mayStretch = true;

    bool operator==(const TimelineLook&) const = default;
};

/// The largest distance between a cited moment and the frame that shows it.
inline constexpr double kCitedWithin = 1.0;

/// Of ascending times the one nearest to that; -1: there are none.
[[nodiscard]] std::int64_t nearestTime(const std::vector<double>& times, double time);
/// A frame was sent close enough to show what is cited.
[[nodiscard]] bool showsMoment(const std::vector<double>& sent, double time);

} // namespace tf::ui
