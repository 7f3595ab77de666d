#include "vision/ffmpeg/display_matrix.h"

#include <cmath>

namespace tf::vision {

Turn turnOf(const std::int32_t* displayMatrix)
{
    // x' = a x + c y, y' = b x + d y, with y pointing down.
    const auto a = static_cast<double>(displayMatrix[0]);
    const auto b = static_cast<double>(displayMatrix[1]);
    const auto c = static_cast<double>(displayMatrix[3]);
    const auto d = static_cast<double>(displayMatrix[4]);
    const double determinant = a * d - b * c;
    if (determinant == 0)
        return {};
    Turn turn;
    turn.mirrored = determinant < 0;
    // A mirrored x axis points the other way before it is turned.
    const double x = turn.mirrored ? -a : a;
    const double y = turn.mirrored ? -b : b;
    const double quarters = std::atan2(y, x) / (M_PI / 2);
    turn.quarters = (static_cast<std::int32_t>(std::lround(quarters)) + 4) % 4;
    return turn;
}

} // namespace tf::vision
