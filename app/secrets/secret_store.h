#pragma once

// A place where keys are kept under names: the desktop's keyring, a sealed file, or this process.
//
// Others refer to a key by its name and never write the key itself down. Every question is answered
// exactly once, on the main thread, after the call has returned and within the store's time-out; a
// store that is destroyed answers no more. Thread: main. Blocks: never.
//
// Errors say what to do: NotFound, no such key; Denied, the store is locked: unlock it and retry;
// Busy, it does not answer or another process holds it; Corrupt, it is damaged and left alone;
// Unsupported, this machine has none; BadInput, that is no name, or no key.

#include "app/secrets/secret.h"
#include "kernels/base/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tf::secrets {

/// What the user chooses from; none of them ever stands in for another.
enum class StoreKind : std::uint8_t {
    Keyring, ///< the desktop's Secret Service
    File, ///< encrypted under a password
    Session, ///< in memory, gone with the process
};

/// As settings and m3 spell it: "keyring", "file", "session".
[[nodiscard]] std::string_view name(StoreKind kind);

template <class T>
using Answer = std::function<void(Result<T>)>;

class SecretStore {
public:
    SecretStore() = default;
    SecretStore(const SecretStore&) = delete;
    SecretStore& operator=(const SecretStore&) = delete;
    virtual ~SecretStore() = default;

    [[nodiscard]] virtual StoreKind kind() const = 0;

    /// The key, which is never empty.
    virtual void read(const std::string& name, Answer<Secret> answer) = 0;
    /// Replaces what is kept under that name.
    virtual void write(const std::string& name, Secret key, Answer<void> answer) = 0;
    virtual void remove(const std::string& name, Answer<void> answer) = 0;
    /// The names of all keys, sorted. Needs no password where the store can tell without one.
    virtual void list(Answer<std::vector<std::string>> answer) = 0;
};

inline constexpr std::size_t kMaxNameBytes = 100;
inline constexpr std::size_t kMaxKeyBytes = 16 * 1024;

/// A name is 1 to 100 of A-Z a-z 0-9 . _ - and begins with a letter or a digit. A profile whose
/// key's name is not one says so when it is read.
Result<> checkName(std::string_view name);

/// A key is 1 to 16,384 printable ASCII characters, without a space at either end: it fits into a
/// header.
Result<> checkKey(const Secret& key);

/// Both.
Result<> checkEntry(std::string_view name, const Secret& key);

} // namespace tf::secrets
