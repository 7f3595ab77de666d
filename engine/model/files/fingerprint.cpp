#include "engine/model/files/fingerprint.h"

#include <cstdint>
#include <iterator>
#include <string_view>

#define XXH_INLINE_ALL // NOLINT(*-macro-usage): how this header is told to need no library
#include <xxhash.h>

namespace tf::engine {

struct Fingerprint::State {
    XXH3_state_t hash;
};

Fingerprint::Fingerprint()
    : m_state(std::make_unique<State>())
{
    XXH3_128bits_reset(&m_state->hash);
}

Fingerprint::Fingerprint(Fingerprint&&) noexcept = default;
Fingerprint& Fingerprint::operator=(Fingerprint&&) noexcept = default;
Fingerprint::~Fingerprint() = default;

void Fingerprint::add(std::span<const std::byte> bytes)
{
    // The length goes in too, so that "ab", "c" is not "a", "bc".
    const std::uint64_t numBytes = bytes.size();
    XXH3_128bits_update(&m_state->hash, &numBytes, sizeof numBytes);
    XXH3_128bits_update(&m_state->hash, bytes.data(), bytes.size());
}

std::string Fingerprint::text() const
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(&m_state->hash));
    constexpr std::string_view kHexDigits = "0123456789abcdef";
    std::string out;
    for (const unsigned char byte : canonical.digest) {
        out += kHexDigits[byte >> 4];
        out += kHexDigits[byte & 15];
    }
    return out;
}

} // namespace tf::engine
