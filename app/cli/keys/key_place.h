#pragma once

// Where the keys of one run of m3 are kept: the keyring, or the encrypted file and its password.
//
// Nothing is asked of a user who does not need to be asked. Thread: main.

#include "app/cli/options.h"
#include "app/secrets/encrypted_file.h"
#include "app/secrets/keychain.h"

#include <optional>

namespace tf::cli {

class KeyPlace {
public:
    /// Takes --store and --password-file from the options.
    explicit KeyPlace(Options& options);

    [[nodiscard]] secrets::StoreKind kind() const { return m_kind; }
    [[nodiscard]] secrets::SecretStore& store();
    [[nodiscard]] secrets::Keychain& keyring() { return m_keyring; }
    [[nodiscard]] secrets::EncryptedFile& file() { return m_file; }
    [[nodiscard]] bool hasPasswordFile() const { return m_passwordFile.has_value(); }

    /// Whether a run may make the file when it is not there.
    enum class Missing : std::uint8_t { Fail, Make };
    /// Opens the file with its password; nothing to do for the keyring.
    void open(Missing missing, secrets::Answer<void> answer);

private:
    Result<secrets::Secret> password(const std::string& question) const;
    Result<secrets::Secret> newPassword() const;

    secrets::StoreKind m_kind;
    std::optional<std::string> m_passwordFile;
    secrets::Keychain m_keyring;
    secrets::EncryptedFile m_file;
};

} // namespace tf::cli
