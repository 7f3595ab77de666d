#pragma once

// A session bus of a test's own, and on it a real keyring daemon that can be slow, locked or gone.
//
// The bus starts no service by itself, so that without the daemon nobody answers. What runs here
// ends with this object.

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

namespace tf::test {

class SessionBus {
public:
    /// Why no test can run here; empty when dbus-daemon and gnome-keyring-daemon are installed.
    static QString whatIsMissing();

    SessionBus();
    SessionBus(const SessionBus&) = delete;
    SessionBus& operator=(const SessionBus&) = delete;
    ~SessionBus();

    /// Where it listens; empty when it did not start.
    [[nodiscard]] const QString& address() const { return m_address; }
    /// Where the daemon keeps its rings.
    [[nodiscard]] QString home() const { return m_folder.path(); }
    /// For programs that shall live on this bus and in this home.
    [[nodiscard]] QProcessEnvironment environment() const;

    /// With the ring "login" open under this password; without a password, and without any ring.
    bool startKeyring(const QByteArray& password);
    void stopKeyring();
    /// Stopped as by a debugger: it answers nothing until it goes on.
    void pauseKeyring();
    void resumeKeyring();
    /// As the desktop's own "lock".
    bool lockKeyring();

private:
    void signalKeyring(int signal) const;

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
    QString m_address;
    QDBusConnection m_connection;
};

} // namespace tf::test
