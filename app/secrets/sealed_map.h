#pragma once

// Keys under a password, as the bytes of a file: the header, Argon2id, XChaCha20-Poly1305.
//
// Values only: who reads and writes the file is encrypted_file. What is damaged is told from what
// was opened with a wrong password: a checksum stands over the whole, and a mark of the password in
// the header. What the header asks of this machine is bounded before it is done. Thread: any.

#include "app/secrets/secret.h"
#include "kernels/base/result.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>

namespace tf::secrets {

using KeyMap = std::map<std::string, Secret>;

/// What a guess of the password costs.
struct Hardness {
    std::uint32_t passes = 3;
    std::uint64_t memoryBytes = std::uint64_t(256) << 20;

    bool operator==(const Hardness&) const = default;
};

inline constexpr Hardness kLeastHardness = {1, 8 << 10};
inline constexpr Hardness kMostHardness = {12, std::uint64_t(1) << 30};
inline constexpr std::size_t kMaxSealedKeys = 256;
inline constexpr std::size_t kMaxSealedBytes = std::size_t(5) << 20;

using Salt = std::array<unsigned char, 16>;

/// How the key of a file is made from its password; the same as long as the password is.
struct Lock {
    Hardness hardness;
    Salt salt = {};

    bool operator==(const Lock&) const = default;
};

/// A file whose outside is in order; what is inside needs the password.
struct SealedMap {
    Lock lock;
    std::string_view mark; ///< of the password
    std::string_view header; ///< what the ciphertext is bound to
    std::string_view nonce;
    std::string_view ciphertext;
};

/// A lock that no other file has.
[[nodiscard]] Lock newLock(Hardness hardness);

/// The key that a password makes. Blocks: most of a second, on purpose. OutOfMemory when the lock
/// wants more than there is. Requires: a lock within the bounds.
Result<Secret> keyOf(const Secret& password, const Lock& lock);

/// Views into `bytes`. Corrupt, or Unsupported when a newer version wrote it.
Result<SealedMap> readSealed(std::string_view bytes);

/// Denied when the key's password is another one; Corrupt when the inside is not what was sealed.
Result<KeyMap> unseal(const SealedMap& sealed, const Secret& key);

/// BadInput when that is more than a file holds. unseal(readSealed(seal(keys))) gives them again.
Result<std::string> seal(const KeyMap& keys, const Lock& lock, const Secret& key);

/// The map as it is before it is encrypted, and back; for the fuzzer as well.
[[nodiscard]] Secret packed(const KeyMap& keys);
Result<KeyMap> unpacked(std::string_view bytes);

/// `sealed` with the checksum that its other bytes ask for: only what repairs on purpose wants it.
[[nodiscard]] std::string checksumOf(std::string_view sealed);

inline constexpr std::size_t kChecksumBytes = 16;

} // namespace tf::secrets
