#include "app/cli/keys/key_place.h"

#include "app/cli/keys/secret_input.h"
#include "app/settings/settings.h"
#include "kernels/base/words.h"

namespace tf::cli {

namespace {

using secrets::Secret;
using secrets::StoreKind;
using FileState = secrets::EncryptedFile::State;

constexpr std::pair<std::string_view, std::optional<StoreKind>> kGiven[] = {
    {"", std::nullopt},           {"keyring", StoreKind::Keyring},
    {"file", StoreKind::File},    {"memory", StoreKind::Session},
    {"auto", StoreKind::Keyring},
};

/// As the settings have it, where nobody says otherwise.
StoreKind wantedKind(Options& options)
{
    if (auto given = options.choice<std::optional<StoreKind>>("--store", kGiven))
        return *given;
    switch (settings::load(settings::defaultPath()).settings.keyPlace) {
    case settings::KeyPlaceChoice::File:
        return StoreKind::File;
    case settings::KeyPlaceChoice::Memory:
        return StoreKind::Session;
    case settings::KeyPlaceChoice::Auto:
    case settings::KeyPlaceChoice::Keyring:
        break;
    }
    return StoreKind::Keyring;
}

} // namespace

KeyPlace::KeyPlace(Options& options)
    : m_kind(wantedKind(options))
    , m_passwordFile(options.text("--password-file"))
    , m_file(secrets::defaultSealedPath())
{
    if (m_passwordFile && m_kind != StoreKind::File)
        options.blame("--password-file belongs to --store file, or to m3 keys place file");
}

secrets::SecretStore& KeyPlace::store()
{
    if (m_kind == StoreKind::File)
        return m_file;
    return m_keyring;
}

Result<Secret> KeyPlace::password(const std::string& question) const
{
    if (m_passwordFile)
        return secretFromFile(*m_passwordFile);
    return secretFromTerminal(question).transform_error([](Error error) {
        if (error.code == Code::Denied)
            error.text += "; --password-file FILE gives the password";
        return error;
    });
}

Result<Secret> KeyPlace::newPassword() const
{
    Secret first = TRY(password("New password for the file of keys: "));
    if (first.isEmpty())
        return Error{Code::BadInput, "the password is empty"};
    if (m_passwordFile)
        return first;
    const Secret second = TRY(password("The same once more: "));
    if (!(first == second))
        return Error{Code::BadInput, "the two passwords differ"};
    return first;
}

void KeyPlace::open(Missing missing, secrets::Answer<void> answer)
{
    if (m_kind == StoreKind::Session)
        return answer(Error{Code::NotFound,
                            "keys are kept in memory alone (m3 keys place), and each run of m3 "
                            "begins without any: --key-file FILE or the endpoint's variable gives "
                            "one"});
    if (m_kind != StoreKind::File)
        return answer({});
    const bool isMissing = m_file.state() == FileState::Missing;
    if (isMissing && missing == Missing::Fail)
        return answer(Error{Code::NotFound,
                            "there is no encrypted file of keys yet: m3 keys set NAME --store file "
                            "makes it"});
    auto given = isMissing ? newPassword() : password("Password of the file of keys: ");
    if (!given)
        return answer(std::move(given).error());
    if (isMissing)
        return m_file.create(std::move(given).value(), std::move(answer));
    m_file.unlock(std::move(given).value(), std::move(answer));
}

} // namespace tf::cli
