#pragma once

// A resampling row by row in vector instructions: what is between the passes stays in the cache.
//
// Four source rows are scaled across at a time and kept as long as an output row looks at them.
// Equal to resamplePlainly to the bit.

#include "vision/picture/across_table.h"
#include "vision/picture/down_table.h"
#include "vision/picture/level.h"
#include "vision/picture/picture.h"

#include <optional>

namespace tf::vision {

class FastPasses {
public:
    /// Nothing where `level` has no vectors, or rows are shorter than one.
    static std::optional<FastPasses> make(const Taps& across, const Taps& down, Level level);

    /// `to` has no gaps.
    void run(const PictureView& source, std::uint8_t* to) const;

private:
    class Quads;

    FastPasses() = default;

    Level m_level = Level::Plain;
    std::int64_t m_rowBytes = 0; ///< of an output row
    AcrossTable m_across;
    DownTable m_down;
};

} // namespace tf::vision
