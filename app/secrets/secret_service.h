#pragma once

// What the desktop's Secret Service says about itself: what it holds of ours, and whether it is
// locked.
//
// QtKeychain tells neither: to it a locked key is no key, and a key that it removed may never have
// been there. Nothing secret passes here, only names. Each question is answered later, once, unless
// this object goes before. Thread: main. Blocks: never, but for the bus's handshake.

#include "app/secrets/secret_store.h"

#include <QObject>
#include <QString>
#include <QStringList>

class QDBusMessage;
class QDBusPendingCallWatcher;

namespace tf::secrets {

/// What the keyring's items carry, as QtKeychain writes them through libsecret.
inline constexpr const char* kServiceName = "Trifold";

class SecretService {
public:
    enum class Ring : std::uint8_t {
        Missing, ///< no keyring was made yet
        Locked,
        Open,
    };

    /// Paths of items of ours.
    struct Items {
        QStringList open;
        QStringList locked;
    };

    /// Unsupported when there is no bus of the desktop, or nobody on it keeps secrets.
    void ring(Answer<Ring> answer);
    /// The items under that name.
    void find(const std::string& name, Answer<Items> answer);
    /// Denied when some are locked.
    void names(Answer<std::vector<std::string>> answer);
    /// Lets the desktop ask the user for the keyring's password; Denied when it does not open.
    void unlock(Answer<void> answer);

private:
    using Ended = std::function<void(const QDBusPendingCallWatcher&)>;

    void call(const QDBusMessage& message, Ended ended);
    void search(const QMap<QString, QString>& attributes, Answer<Items> answer);
    void defaultRing(Answer<QString> answer);
    void namesOf(const QStringList& items, Answer<std::vector<std::string>> answer);
    void unlockRing(const QString& ring, Answer<void> answer);
    void prompt(const QString& path, Answer<void> answer);

    QObject m_answers;
};

} // namespace tf::secrets
