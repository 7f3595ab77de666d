#pragma once

// FFmpeg's return codes and log lines as our Error: its code, its words, its first complaint.
//
// FFmpeg has one log for the whole process, so the complaint is one for all readers; the
// helper process has one reader at a time. Thread: any.

#include "kernels/base/error.h"

#include <string>
#include <string_view>

namespace tf::vision {

/// From now on FFmpeg prints nothing, and its error lines are kept for avError(). Any number of
/// calls.
void hushFfmpeg();

/// The first error line since the last call, without what cannot be printed; may be empty.
std::string takeComplaint();

/// "cannot open the clip: Invalid data found when processing input (moov atom not found)".
[[nodiscard]] Error avError(int code, std::string_view tried, const char* file = __builtin_FILE(),
                            int line = __builtin_LINE());

} // namespace tf::vision
