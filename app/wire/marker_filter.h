#pragma once

// Visible text without the marker of the model's own markup, while the text is being written.
//
// Text around a call that was taken out may put a marker together, so its beginning waits. A closer
// right behind a marker goes with it: a server read the call and left that. A value. Thread: any,
// one at a time.

#include <string>
#include <string_view>

namespace tf::wire {

class MarkerFilter {
public:
    /// What can be shown now.
    std::string feed(std::string_view piece);
    /// What waited.
    std::string finish();

private:
    std::string m_held; ///< may be the beginning of a marker
};

[[nodiscard]] std::string withoutMarkers(std::string text);

} // namespace tf::wire
