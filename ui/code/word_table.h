#pragma once

// The words that a language keeps for itself, found by their hash.
//
// Thread: any.

#include <QStringView>

#include <cstdint>
#include <string_view>
#include <vector>

namespace tf::ui {

enum class WordKind : std::uint8_t { Unknown, Keyword, Definer, Type, Prefix };

/// The words of a list in one string.
[[nodiscard]] std::vector<std::string_view> wordsOf(std::string_view list);

enum class Casing : std::uint8_t { Exact, Any };

class WordTable {
public:
    explicit WordTable(Casing casing);

    /// The first to name a word decides.
    void add(std::string_view list, WordKind kind);
    [[nodiscard]] WordKind find(QStringView word) const;

private:
    struct Entry {
        std::string_view word;
        WordKind kind = WordKind::Unknown;
    };

    [[nodiscard]] std::size_t slotOf(QStringView word) const;
    void insert(const Entry& entry);
    void grow();

    Casing m_casing;
    qsizetype m_longest = 0;
    std::size_t m_numWords = 0;
    std::vector<Entry> m_slots; ///< a power of two, at most half full
};

} // namespace tf::ui
