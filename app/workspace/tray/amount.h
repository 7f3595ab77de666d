#pragma once

// Numbers as people read them: 1,840; 2.3 MB; 0:42.
//
// Thread: any.

#include <QString>

#include <cstdint>
#include <string>

namespace tf::workspace {

/// "1,840"
[[nodiscard]] std::string shownNumber(std::int64_t number);
/// "1 file", "1,840 files": `one` as it is, `many` with the number for its %1.
[[nodiscard]] std::string shownCount(std::int64_t number, const QString& one, const QString& many);
/// "312 bytes", "2.3 MB"
[[nodiscard]] std::string shownBytes(std::int64_t bytes);
/// The same for what a model reads: in English, wherever it is read.
[[nodiscard]] std::string plainBytes(std::int64_t bytes);
/// "0:42", "1:02:05"
[[nodiscard]] std::string shownSeconds(double seconds);

} // namespace tf::workspace
