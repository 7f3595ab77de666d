#pragma once

// Which part of a clip stands between which pixels, and where its times are written.
//
// Thread: any.

#include <vector>

namespace tf::ui {

struct TimeScale {
    double duration = 0;
    double from = 0; ///< the first time in sight
    double to = 0;
    double left = 0; ///< pixels
    double width = 1;

    [[nodiscard]] double xOf(double time) const;
    /// Within the clip.
    [[nodiscard]] double timeAt(double x) const;
    [[nodiscard]] bool shows(double time) const { return time >= from && time <= to; }

    /// So many times closer (above 1) or farther; what is at that time stays where it is.
    void zoom(double factor, double around);
    void moveBy(double seconds);
    /// As little as brings that time in sight.
    void reveal(double time);
    void fit();

    /// Round times in sight that are at least so many pixels apart.
    [[nodiscard]] std::vector<double> marks(double leastApart) const;
};

} // namespace tf::ui
