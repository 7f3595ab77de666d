#pragma once

// A text that was dropped or pasted, read into numbered lines behind a header.
//
// Thread: any. Blocks: while it is counted and looked through for secrets.

#include "app/workspace/tray/reading.h"

namespace tf::workspace {

/// As far as its beginning says: no zero byte, and UTF-8 but for a character that is cut off.
[[nodiscard]] bool isText(std::string_view head);
/// The same for texts of any single-byte encoding.
[[nodiscard]] bool mayBeText(std::string_view head);

TakenResult readText(std::string title, std::string bytes, const ReadingMeans& means);

/// In place of something that cannot be read: a line with its name and size.
[[nodiscard]] std::shared_ptr<const Taken> nameAlone(const TrayItem& item, std::int64_t bytes);

} // namespace tf::workspace
