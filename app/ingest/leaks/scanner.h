#pragma once

// All rules over a text in one pass: words are found first, then each is looked at for what it may
// mean.
//
// Findings stand in order and never overlap: of several over one another the first rule's name is
// kept, and what they cover together. Thread: any once built.

#include "app/ingest/leaks/anchors.h"
#include "app/ingest/leaks/rule.h"
#include "app/ingest/leaks/shape.h"
#include "app/ingest/leaks/structure.h"

#include <string_view>
#include <vector>

namespace tf::ingest {

struct Finding {
    std::string_view rule;
    std::string_view title;
    Span where;
    std::size_t rank = 0; ///< of its rule; the least counts
};

class Scanner {
public:
    Scanner();

    [[nodiscard]] std::vector<Finding> scan(std::string_view path, std::string_view text) const;

private:
    /// What a word may begin.
    struct Word {
        std::string_view spelled;
        std::vector<std::uint16_t> tokens;
        std::vector<std::uint16_t> named;
        std::vector<std::uint16_t> structures;
    };

    static std::vector<Word> wordsOf(const std::vector<Shape>& tokenShapes);
    static std::vector<std::string_view> spelled(const std::vector<Word>& words);
    void lookForTokens(const Word& word, const Place& place, std::vector<Finding>& found) const;
    void lookForNamed(const Word& word, const Place& place, std::vector<Finding>& found) const;
    static void lookForStructures(const Word& word, const Place& place,
                                  std::vector<Finding>& found);

    std::vector<Shape> m_tokenShapes;
    std::vector<Shape> m_namedShapes;
    std::vector<Word> m_words;
    Anchors m_anchors;
};

} // namespace tf::ingest
