#pragma once

// Keys in one encrypted file of the user's own, under a password.
//
// The file is read again for every question, so that what another process keeps is seen; changes
// are made under a lock beside it, to what stands there now, and appear whole or not at all. A file
// that cannot be read is never written over. A thread of Qt's reads, writes and tries passwords.
// Thread: main. The destructor waits for what was begun: at most a password being tried.

#include "app/secrets/sealed_map.h"
#include "app/secrets/secret_store.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <filesystem>
#include <optional>

namespace tf::secrets {

/// $XDG_CONFIG_HOME/trifold/keys.sealed.
[[nodiscard]] std::filesystem::path defaultSealedPath();

class EncryptedFile final : public SecretStore {
public:
    /// Missing: create() makes it. Locked: unlock() opens it.
    enum class State : std::uint8_t { Missing, Locked, Open };

    /// Nothing is made or read yet.
    explicit EncryptedFile(std::filesystem::path path, Hardness hardness = {});
    ~EncryptedFile() override;

    [[nodiscard]] StoreKind kind() const override { return StoreKind::File; }
    [[nodiscard]] State state() const;

    /// A new file without keys. BadInput when the password is empty or a file is there already.
    void create(Secret password, Answer<void> answer);
    /// Denied when the password is another one; Corrupt when the file is damaged.
    void unlock(Secret password, Answer<void> answer);

    void read(const std::string& name, Answer<Secret> answer) override;
    void write(const std::string& name, Secret key, Answer<void> answer) override;
    void remove(const std::string& name, Answer<void> answer) override;
    void list(Answer<std::vector<std::string>> answer) override;

private:
    struct Opened {
        Lock lock;
        Secret key;
    };

    template <class T, class Work>
    void ask(Answer<T> answer, Work work);
    [[nodiscard]] Result<std::string> content() const;
    Result<KeyMap> keys() const;
    Result<> change(const std::function<Result<>(KeyMap&)>& edit) const;
    Result<> put(const KeyMap& keys) const;
    Result<> makeNew(const Secret& password);
    Result<> open(const Secret& password);

    const std::filesystem::path m_path;
    const Hardness m_hardness;
    std::optional<Opened> m_opened; ///< of the pool's one thread
    std::atomic<bool> m_isOpen = false;
    QObject m_answers;
    QThreadPool m_pool; ///< one thread: what was asked first is done first
};

} // namespace tf::secrets
