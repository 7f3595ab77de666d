#pragma once

// Keys in the desktop's keyring, through QtKeychain and never in clear beside it.
//
// A locked keyring answers Denied, and nothing opens a window unasked: unlock() does. A keyring
// that is slow is waited for, one that does not answer in time gives Busy; a change that had begun
// may then still happen. Thread: main. Blocks: never.

#include "app/secrets/once.h"
#include "app/secrets/secret_service.h"

#include <chrono>
#include <deque>

namespace QKeychain {
class Job;
}

namespace tf::secrets {

/// How long the keyring may take.
struct Patience {
    std::chrono::milliseconds answer{20'000};
    std::chrono::milliseconds unlock{120'000}; ///< a person types
};

class Keychain final : public SecretStore {
public:
    explicit Keychain(Patience patience = {});
    ~Keychain() override;

    [[nodiscard]] StoreKind kind() const override { return StoreKind::Keyring; }

    /// The desktop asks for the keyring's password; Denied when it stays locked.
    void unlock(Answer<void> answer);

    void read(const std::string& name, Answer<Secret> answer) override;
    void write(const std::string& name, Secret key, Answer<void> answer) override;
    void remove(const std::string& name, Answer<void> answer) override;
    void list(Answer<std::vector<std::string>> answer) override;

private:
    struct Waiting {
        std::function<bool()> isWanted;
        std::function<QKeychain::Job*()> make;
        std::function<void(QKeychain::Job&)> ended;
    };

    template <class T>
    Once<T> once(Answer<T> answer);
    void enqueue(Waiting job);
    void next();

    Patience m_patience;
    SecretService m_service;
    std::deque<Waiting> m_waiting;
    bool m_isRunning = false;
    QObject m_answers; ///< last, so that it goes first: nothing is answered into a ruin
};

} // namespace tf::secrets
