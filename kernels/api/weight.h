#pragma once

// A weight as a device keeps it: a handle, made once at load from parts of stored matrices.
//
// A plan says what the device shall hold: rows of one or more matrices stacked, a range of columns
// (a rank's slice), and in which form. A device may lay the numbers out as it likes and may do that
// at the first use, so that an expert that is never chosen is never read. Errors of that late
// reading (a torn file, a number that is not one) come back from Device::sync().

#include "kernels/api/stored_matrix.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tf {

/// In what form a device keeps the numbers. Int4 is group-wise with F16 scales.
enum class WeightForm : std::uint8_t { F32, BF16, MxFp8, BlockFp8, Int4 };

struct WeightPart {
    StoredMatrix matrix;
    std::int64_t rowBegin = 0;
    std::int64_t rowEnd = 0;
    std::int64_t colBegin = 0;
    std::int64_t colEnd = 0;
};

struct WeightPlan {
    std::vector<WeightPart> parts; ///< stacked by rows; all with the same number of columns
    WeightForm form = WeightForm::BF16;
    std::int64_t group = 0; ///< columns that share a scale: 32 for MxFp8, 32 … 128 for Int4
};

/// Null where a device has nothing to keep (a layer without shared expert).
struct Weight {
    const void* kept = nullptr;
    std::int64_t outs = 0;
    std::int64_t ins = 0;
};

/// The form that keeps every number of a stored format as it is.
WeightForm formOf(WeightFormat format);

} // namespace tf
