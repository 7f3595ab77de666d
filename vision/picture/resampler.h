#pragma once

// Bicubic with antialias, to the bit as Pillow does it: what the model's pictures were made with.
//
// The weights of a pair of sizes are made once and used for every picture or frame of that size.
// A pass whose size does not change is skipped. Thread: any, one call at a time per Resampler.

#include "kernels/base/result.h"
#include "vision/picture/level.h"
#include "vision/picture/picture.h"

#include <memory>

namespace tf::vision {

class Resampler {
public:
    /// BadInput when a side is zero or the weights would take more memory than a picture may.
    static Result<Resampler> make(Size from, Size to, Level level = machineLevel());
    Resampler(Resampler&&) noexcept;
    Resampler& operator=(Resampler&&) noexcept;
    ~Resampler();

    /// Requires: source.size is the size that this was made from. `to` holds as many bytes as the
    /// other size has, without gaps; shared memory will do.
    void run(const PictureView& source, std::uint8_t* to) const;

private:
    class Plan;
    explicit Resampler(std::unique_ptr<const Plan> plan);
    std::unique_ptr<const Plan> m_plan;
};

/// One picture, once.
Result<Picture> resampled(const PictureView& source, Size to);

} // namespace tf::vision
