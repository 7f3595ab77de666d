#pragma once

// Planes of 8-bit luma and chroma into RGB of the same size: the matrix in fixed point, chroma
// brought between its samples in straight lines from where it lies.
//
// Most clips are of this kind; swscale takes three times as long for the same values. What is
// deeper, scaled or packed goes through `scaler`.

#include "vision/ffmpeg/handles.h"
#include "vision/ffmpeg/paint/colours.h"

#include <cstdint>

namespace tf::vision {

/// The frame's format and colours are of the kind that paintYuv() takes.
bool isPlainYuv(const AVFrame& frame, const Colours& colours);

/// `to` holds width * height * 3 bytes. Requires: isPlainYuv(frame, colours).
void paintYuv(const AVFrame& frame, const Colours& colours, std::uint8_t* to);

} // namespace tf::vision
