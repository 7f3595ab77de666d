#include "vision/helper/frame_fit.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tf::vision {

FrameFit::FrameFit(Size native, Size fitted)
    : m_native(native)
    , m_fitted(fitted)
{
}

Result<FrameFit> FrameFit::make(Size native, Size fitted, std::int64_t roomBytes)
{
    FrameFit fit(native, fitted);
    if (native.width < 1 || native.height < 1 || fit.numBytes() > roomBytes)
        return Error(Code::BadInput,
                     words("a frame of ", fitted.width, " x ", fitted.height,
                           " is larger than the memory for it"));
    if (native == fitted)
        return fit;
    fit.m_rgb.resize(static_cast<std::size_t>(native.area() * 3));
    fit.m_resampler.emplace(TRY(Resampler::make(native, fitted)));
    return fit;
}

Result<> FrameFit::write(const ClipFrame& frame, std::uint8_t* to)
{
    if (!m_resampler)
        return frame.toRgb(to);
    TRY(frame.toRgb(m_rgb.data()));
    m_resampler->run({m_native, std::int64_t{m_native.width} * 3, m_rgb.data()}, to);
    return {};
}

Size insideBox(Size source, Size box)
{
    const double scale = std::min({1.0, static_cast<double>(box.width) / source.width,
                                   static_cast<double>(box.height) / source.height});
    const auto scaled = [scale](std::int32_t side) {
        return std::max(1, static_cast<std::int32_t>(std::floor(side * scale + 1e-9)));
    };
    return {scaled(source.width), scaled(source.height)};
}

} // namespace tf::vision
