#include "app/secrets/sealed_map.h"

#include "app/secrets/secret_store.h"
#include "kernels/base/words.h"

#include <sodium.h>

#include <cstring>

namespace tf::secrets {

namespace {

// The layout, which must not change within a version. Numbers are little-endian.
constexpr std::string_view kMagic = "TRIFKEYS";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kVersionAt = 8; // 4 bytes
constexpr std::size_t kPassesAt = 12; // 4 bytes
constexpr std::size_t kMemoryAt = 16; // 8 bytes
constexpr std::size_t kSaltAt = 24;
constexpr std::size_t kMarkAt = 40;
constexpr std::size_t kMarkBytes = 16;
constexpr std::size_t kNonceAt = 56;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kHeaderBytes = kNonceAt + kNonceBytes;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(kHeaderBytes == 80);
static_assert(std::tuple_size_v<Salt> == crypto_pwhash_SALTBYTES);

/// The two uses of what a password makes: to encrypt, and to be recognised by.
constexpr char kContext[] = "trifkeys";
static_assert(sizeof kContext - 1 == crypto_kdf_CONTEXTBYTES);
enum class KeyUse : std::uint8_t { Encrypt = 1, Mark = 2 };

const unsigned char* raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::span<std::byte> bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

template <class N>
void put(std::string& out, N number)
{
    for (std::size_t idx = 0; idx < sizeof number; ++idx)
        out += static_cast<char>(static_cast<unsigned char>(number >> (8 * idx)));
}

template <class N>
N number(std::string_view bytes)
{
    N value = 0;
    for (std::size_t idx = 0; idx < sizeof value; ++idx)
        value |=
            static_cast<N>(static_cast<N>(static_cast<unsigned char>(bytes[idx])) << (8 * idx));
    return value;
}

Secret subkey(const Secret& key, KeyUse use, std::size_t numBytes)
{
    Secret made = Secret::ofSize(numBytes);
    crypto_kdf_derive_from_key(raw(made.bytes()), numBytes, static_cast<std::uint64_t>(use),
                               kContext, raw(key.reveal()));
    return made;
}

Result<> checkLock(const Lock& lock)
{
    const Hardness& hardness = lock.hardness;
    if (hardness.passes < kLeastHardness.passes || hardness.passes > kMostHardness.passes
        || hardness.memoryBytes < kLeastHardness.memoryBytes
        || hardness.memoryBytes > kMostHardness.memoryBytes)
        return Error{Code::Corrupt,
                     words("its header asks for ", hardness.passes, " passes over ",
                           hardness.memoryBytes, " bytes, which no Trifold writes")};
    return {};
}

/// Reads numbers and texts off the front; what is not there is damage.
class Unpacking {
public:
    explicit Unpacking(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    Result<std::string_view> take(std::size_t numBytes)
    {
        if (numBytes > m_rest.size())
            return Error{Code::Corrupt, "its keys are cut off"};
        const auto taken = m_rest.substr(0, numBytes);
        m_rest.remove_prefix(numBytes);
        return taken;
    }

    Result<std::string_view> takeText()
    {
        const auto numBytes = number<std::uint16_t>(TRY(take(2)));
        return take(numBytes);
    }

    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

void append(std::span<std::byte>& out, std::string_view bytes)
{
    if (!bytes.empty())
        std::memcpy(out.data(), bytes.data(), bytes.size());
    out = out.subspan(bytes.size());
}

void appendText(std::span<std::byte>& out, std::string_view text)
{
    std::string size;
    put(size, static_cast<std::uint16_t>(text.size()));
    append(out, size);
    append(out, text);
}

} // namespace

Lock newLock(Hardness hardness)
{
    CHECK(sodium_init() >= 0, "libsodium finds no source of random numbers");
    Lock lock = {hardness, {}};
    randombytes_buf(lock.salt.data(), lock.salt.size());
    return lock;
}

Result<Secret> keyOf(const Secret& password, const Lock& lock)
{
    Secret key = Secret::ofSize(crypto_kdf_KEYBYTES);
    const auto text = password.reveal();
    if (crypto_pwhash(raw(key.bytes()), key.size(), text.data(), text.size(), lock.salt.data(),
                      lock.hardness.passes, lock.hardness.memoryBytes, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return Error{Code::OutOfMemory,
                     words("the password of the keys takes ", lock.hardness.memoryBytes >> 20,
                           " MiB of memory to try, and there is not so much: close something and "
                           "retry")};
    return key;
}

std::string checksumOf(std::string_view sealed)
{
    std::string sum(kChecksumBytes, '\0');
    crypto_generichash(raw(sum), sum.size(), raw(sealed), sealed.size(), nullptr, 0);
    return sum;
}

Result<SealedMap> readSealed(std::string_view bytes)
{
    if (!bytes.starts_with(kMagic) || bytes.size() < kPassesAt)
        return Error{Code::Corrupt, "it is no file of sealed keys, or its beginning is damaged"};
    const auto version = number<std::uint32_t>(bytes.substr(kVersionAt));
    // Before the checksum: a newer version may have another one.
    if (version > kVersion && version < 1000)
        return Error{Code::Unsupported,
                     words("a newer Trifold wrote it (version ", version, " of its form)")};
    if (bytes.size() < kHeaderBytes + kTagBytes + kChecksumBytes || bytes.size() > kMaxSealedBytes)
        return Error{Code::Corrupt, words("it is cut off or too long: ", bytes.size(), " bytes")};
    const auto sealed = bytes.substr(0, bytes.size() - kChecksumBytes);
    if (version != kVersion || checksumOf(sealed) != bytes.substr(sealed.size()))
        return Error{Code::Corrupt, "its checksum does not fit: it was damaged after writing"};
    SealedMap map;
    map.lock.hardness = {number<std::uint32_t>(sealed.substr(kPassesAt)),
                         number<std::uint64_t>(sealed.substr(kMemoryAt))};
    std::memcpy(map.lock.salt.data(), sealed.data() + kSaltAt, map.lock.salt.size());
    TRY(checkLock(map.lock));
    map.mark = sealed.substr(kMarkAt, kMarkBytes);
    map.header = sealed.substr(0, kHeaderBytes);
    map.nonce = sealed.substr(kNonceAt, kNonceBytes);
    map.ciphertext = sealed.substr(kHeaderBytes);
    return map;
}

Result<KeyMap> unseal(const SealedMap& sealed, const Secret& key)
{
    const Secret mark = subkey(key, KeyUse::Mark, kMarkBytes);
    if (sodium_memcmp(mark.reveal().data(), sealed.mark.data(), kMarkBytes) != 0)
        return Error{Code::Denied, "the password is another one"};
    const Secret encrypting =
        subkey(key, KeyUse::Encrypt, crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    Secret plain = Secret::ofSize(sealed.ciphertext.size() - kTagBytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            raw(plain.bytes()), nullptr, nullptr, raw(sealed.ciphertext), sealed.ciphertext.size(),
            raw(sealed.header), sealed.header.size(), raw(sealed.nonce), raw(encrypting.reveal()))
        != 0)
        return Error{Code::Corrupt, "the password fits, but its keys were changed after writing"};
    return unpacked(plain.reveal());
}

Result<std::string> seal(const KeyMap& keys, const Lock& lock, const Secret& key)
{
    if (keys.size() > kMaxSealedKeys)
        return Error{Code::BadInput, words("a file holds at most ", kMaxSealedKeys, " keys")};
    std::string bytes(kMagic);
    put(bytes, kVersion);
    put(bytes, lock.hardness.passes);
    put(bytes, lock.hardness.memoryBytes);
    bytes.append(reinterpret_cast<const char*>(lock.salt.data()), lock.salt.size());
    bytes += subkey(key, KeyUse::Mark, kMarkBytes).reveal();
    // Long enough to be drawn anew each time without ever meeting an old one.
    bytes.resize(kHeaderBytes);
    randombytes_buf(bytes.data() + kNonceAt, kNonceBytes);

    const Secret plain = packed(keys);
    const Secret encrypting =
        subkey(key, KeyUse::Encrypt, crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const std::string header = bytes;
    bytes.resize(kHeaderBytes + plain.size() + kTagBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        raw(bytes) + kHeaderBytes, nullptr, raw(plain.reveal()), plain.size(), raw(header),
        header.size(), nullptr, raw(header) + kNonceAt, raw(encrypting.reveal()));
    bytes += checksumOf(bytes);
    return bytes;
}

Secret packed(const KeyMap& keys)
{
    std::size_t numBytes = 2;
    for (const auto& [name, key] : keys)
        numBytes += 4 + name.size() + key.size();
    Secret plain = Secret::ofSize(numBytes);
    auto rest = plain.bytes();
    std::string count;
    put(count, static_cast<std::uint16_t>(keys.size()));
    append(rest, count);
    for (const auto& [name, key] : keys) {
        appendText(rest, name);
        appendText(rest, key.reveal());
    }
    return plain;
}

Result<KeyMap> unpacked(std::string_view bytes)
{
    Unpacking reader(bytes);
    const auto numKeys = number<std::uint16_t>(TRY(reader.take(2)));
    if (numKeys > kMaxSealedKeys)
        return Error{Code::Corrupt, words("it claims to hold ", numKeys, " keys")};
    KeyMap keys;
    for (std::uint16_t idx = 0; idx < numKeys; ++idx) {
        const std::string name(TRY(reader.takeText()));
        Secret key(TRY(reader.takeText()));
        if (!checkEntry(name, key))
            return Error{Code::Corrupt, words("its key ", idx + 1, " is none")};
        if (!keys.emplace(name, std::move(key)).second)
            return Error{Code::Corrupt, words("its key ", idx + 1, " stands there twice")};
    }
    if (!reader.isAtEnd())
        return Error{Code::Corrupt, "something stands behind its keys"};
    return keys;
}

} // namespace tf::secrets
