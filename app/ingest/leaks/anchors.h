#pragma once

// Many words found in a text in one pass, whatever their case (Aho-Corasick).
//
// Built once as a table of states: a byte of text costs one look-up, however many words there are.
// Thread: any once built.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tf::ingest {

class Anchors {
public:
    /// Requires: words of one byte or more.
    explicit Anchors(const std::vector<std::string_view>& words);

    /// Calls found(index of the word, place where it ends), in the order of their ends.
    template <class Found>
    void scan(std::string_view text, const Found& found) const
    {
        std::uint32_t state = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            state = m_next[(state & ~kSpeaks) + m_symbols[static_cast<unsigned char>(text[at])]];
            if ((state & kSpeaks) != 0)
                for (const std::uint16_t word : m_words[(state & ~kSpeaks) / m_width])
                    found(word, at + 1);
        }
    }

private:
    static constexpr std::uint32_t kSpeaks = 1U << 31U;

    void addSymbols(const std::vector<std::string_view>& words);
    void addWord(std::string_view word, std::uint16_t idx);
    void join();
    [[nodiscard]] std::uint8_t symbolOf(char letter) const;

    std::array<std::uint8_t, 256> m_symbols{}; ///< 0: in no word
    std::uint32_t m_width = 1;
    std::vector<std::uint32_t> m_next; ///< state * width + symbol; the bit: words end there
    std::vector<std::vector<std::uint16_t>> m_words; ///< that end in a state
};

} // namespace tf::ingest
