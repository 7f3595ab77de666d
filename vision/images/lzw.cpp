#include "vision/images/lzw.h"

#include <array>

namespace tf::vision {

namespace {

constexpr int kMaxLzwBits = 12;
constexpr std::uint32_t kNumLzwCodes = 1U << kMaxLzwBits;
constexpr std::uint32_t kNoCode = kNumLzwCodes;

/// Each word is an earlier word and one byte more.
class LzwTable {
public:
    explicit LzwTable(int codeBits)
        : m_clear(1U << codeBits)
        , m_codeBits(codeBits)
    {
        for (std::uint32_t code = 0; code < m_clear; ++code)
            m_last[code] = m_first[code] = static_cast<std::uint8_t>(code);
        clear();
    }

    void clear()
    {
        m_next = m_clear + 2;
        m_bits = m_codeBits + 1;
        m_before = kNoCode;
    }

    [[nodiscard]] int bits() const { return m_bits; }
    [[nodiscard]] bool isClear(std::uint32_t code) const { return code == m_clear; }
    [[nodiscard]] bool isEnd(std::uint32_t code) const { return code == m_clear + 1; }

    /// False for a code that cannot stand here.
    bool take(std::uint32_t code, std::size_t most, std::vector<std::uint8_t>& out)
    {
        if (code > m_next || (m_before == kNoCode && code >= m_clear))
            return false;
        if (m_before != kNoCode && m_next < kNumLzwCodes)
            add(code == m_next ? m_first[m_before] : m_first[code]);
        append(code, most, out);
        m_before = code;
        return true;
    }

private:
    void add(std::uint8_t byte)
    {
        m_prefix[m_next] = static_cast<std::uint16_t>(m_before);
        m_first[m_next] = m_first[m_before];
        m_last[m_next] = byte;
        m_length[m_next] = length(m_before) + 1;
        if (++m_next == 1U << m_bits && m_bits < kMaxLzwBits)
            ++m_bits;
    }

    [[nodiscard]] std::uint32_t length(std::uint32_t code) const
    {
        return code < m_clear ? 1 : m_length[code];
    }

    void append(std::uint32_t code, std::size_t most, std::vector<std::uint8_t>& out) const
    {
        const std::size_t begin = out.size();
        const std::size_t end = begin + length(code);
        out.resize(end);
        for (std::size_t place = end; place-- > begin;) {
            out[place] = m_last[code];
            code = m_prefix[code];
        }
        out.resize(std::min(end, most));
    }

    std::array<std::uint16_t, kNumLzwCodes> m_prefix{};
    std::array<std::uint8_t, kNumLzwCodes> m_first{};
    std::array<std::uint8_t, kNumLzwCodes> m_last{};
    std::array<std::uint32_t, kNumLzwCodes> m_length{};
    std::uint32_t m_clear;
    std::uint32_t m_next = 0; ///< the code that the next word will have
    std::uint32_t m_before = kNoCode;
    int m_codeBits;
    int m_bits = 0;
};

} // namespace

std::vector<std::uint8_t> unpackedLzw(ByteView packed, int codeBits, std::size_t most)
{
    LzwTable table(codeBits);
    std::vector<std::uint8_t> out;
    out.reserve(most + kNumLzwCodes);
    std::uint32_t pending = 0;
    int numPending = 0;
    for (std::size_t place = 0; out.size() < most;) {
        for (; numPending < table.bits() && place < packed.size(); ++place, numPending += 8)
            pending |= std::uint32_t{packed[place]} << numPending;
        if (numPending < table.bits())
            break;
        const std::uint32_t code = pending & ((1U << table.bits()) - 1);
        pending >>= table.bits();
        numPending -= table.bits();
        if (table.isClear(code))
            table.clear();
        else if (table.isEnd(code) || !table.take(code, most, out))
            break;
    }
    return out;
}

} // namespace tf::vision
