#pragma once

// Any other split pattern, through PCRE2 with limits on steps, depth and memory.
//
// The matches are the pieces; text between two matches is a piece too, so that none is lost. \s in
// a pattern means White_Space, as in the reference; PCRE2's own \s has U+180E too.

#include "kernels/base/result.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tf::text {

class RegexSplitter {
public:
    /// BadInput with the place in the pattern when PCRE2 does not take it.
    static Result<RegexSplitter> make(std::string_view pattern);

    /// One text being split; holds what PCRE2 writes to, so each thread needs its own.
    class Run {
    public:
        /// Requires: `text` is valid UTF-8 and, like `splitter`, outlives this object.
        Run(const RegexSplitter& splitter, std::string_view text);

        /// The ends of the next pieces, as many as fit; returns how many, 0 at the end of the
        /// text. BadInput when the pattern explodes: by its own limits, or by taking longer than
        /// a second and 20 ns a byte.
        Result<std::size_t> next(std::span<std::size_t> ends);

    private:
        Result<> match();

        const RegexSplitter* m_splitter;
        std::string_view m_text;
        std::shared_ptr<void> m_matchData;
        std::chrono::steady_clock::time_point m_deadline;
        std::size_t m_at = 0;
        std::size_t m_matchBegin = 0; // the next match, m_text.size() when there is none
        std::size_t m_matchEnd = 0;
        bool m_searched = false;
    };

private:
    friend class Run;
    RegexSplitter() = default;

    std::string m_pattern;
    std::shared_ptr<void> m_code; // pcre2_code, read only once compiled
    std::shared_ptr<void> m_context; // pcre2_match_context, read only
};

} // namespace tf::text
