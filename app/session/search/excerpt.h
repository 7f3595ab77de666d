#pragma once

// The few words around the place where a text was found. Thread: any.

#include "app/session/search/wanted.h"

namespace tf::session {

struct Excerpt {
    std::string text; ///< one line, cut at whole characters
    std::size_t matchBegin = 0; ///< bytes of `text`; both 0 when the place was not found
    std::size_t matchEnd = 0;
};

/// Around the first place of the first phrase.
[[nodiscard]] Excerpt excerptOf(std::string_view text, const std::vector<Phrase>& wanted);

} // namespace tf::session
