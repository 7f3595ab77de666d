#pragma once

// Cuts text into the pieces that byte-pair encoding works on, as the tokenizer's pattern says:
// by hand for the o200k pattern, through PCRE2 for any other, not at all for none.

#include "engine/text/tokens/o200k_scanner.h"
#include "engine/text/tokens/regex_splitter.h"

#include <optional>
#include <utility>
#include <variant>

namespace tf::text {

class Pretokenizer {
public:
    /// Requires: `table` outlives this object.
    static Result<Pretokenizer> make(std::string_view pattern, const CharTable& table);

    /// One text being cut; each thread needs its own.
    class Run {
    public:
        /// Requires: `text` is valid UTF-8 and, like `pretokenizer`, outlives this object.
        Run(const Pretokenizer& pretokenizer, std::string_view text);

        /// The ends of the next pieces, as many as fit; returns how many, 0 at the end of the
        /// text. Fails only as RegexSplitter does.
        Result<std::size_t> next(std::span<std::size_t> ends);

    private:
        const O200kScanner* m_scanner = nullptr; // either this
        std::optional<RegexSplitter::Run> m_regexRun; // or this, or the whole text at once
        std::string_view m_text;
        std::size_t m_at = 0;
    };

private:
    friend class Run;
    struct Whole { };
    using Splitter = std::variant<Whole, O200kScanner, RegexSplitter>;

    explicit Pretokenizer(Splitter splitter)
        : m_splitter(std::move(splitter))
    {
    }

    Splitter m_splitter;
};

} // namespace tf::text
