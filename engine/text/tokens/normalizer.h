#pragma once

// NFC of valid UTF-8, through ICU, touching only the places that need it.
//
// Text is scanned with the char table; around each code point that NFC might change, the shortest
// stretch that normalizes alone is handed to ICU. Nearly all text passes without a copy.

#include "engine/text/tokens/char_table.h"
#include "kernels/base/result.h"

#include <string>
#include <string_view>

struct UNormalizer2;

namespace tf::text {

class Normalizer {
public:
    /// Requires: `table` outlives this object.
    static Result<Normalizer> make(const CharTable& table);

    /// The offset of the first byte from which on `text` may differ from its NFC, or its size.
    /// Requires: valid UTF-8. Thread: any.
    [[nodiscard]] std::size_t plainPrefix(std::string_view text) const;

    /// NFC(text); BadInput when one character with its marks is longer than a megabyte.
    /// Requires: valid UTF-8. Thread: any.
    [[nodiscard]] Result<std::string> normalize(std::string_view text) const;

private:
    Normalizer(const CharTable& table, const UNormalizer2* nfc, const UNormalizer2* nfd)
        : m_table(&table)
        , m_nfc(nfc)
        , m_nfd(nfd)
    {
    }

    [[nodiscard]] std::size_t simpleEnd(std::string_view text, std::size_t from) const;
    [[nodiscard]] std::size_t stretchEnd(std::string_view text, std::size_t from) const;
    [[nodiscard]] Result<std::string> normalizeStretch(std::string_view stretch) const;

    const CharTable* m_table;
    const UNormalizer2* m_nfc; // ICU's own, never freed
    const UNormalizer2* m_nfd;
};

} // namespace tf::text
