#include "tests/app/secrets/session_bus.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

const char* const kConfig =
    "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN\" "
    "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
    "<busconfig><type>session</type><listen>unix:dir=%1</listen><auth>EXTERNAL</auth>"
    "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
    "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>\n";

constexpr int kDaemonMs = 20'000;

void end(QProcess& process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.kill();
    process.waitForFinished(kDaemonMs);
}

} // namespace

QString SessionBus::whatIsMissing()
{
    for (const QString& program : {u"dbus-daemon"_s, u"gnome-keyring-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            return program + u" is not installed"_s;
    }
    return {};
}

SessionBus::SessionBus()
    : m_connection(QString())
{
    QDir(home()).mkpath(u".local/share/keyrings"_s);
    QDir(home()).mkpath(u"run"_s);
    QFile::setPermissions(home() + u"/run"_s,
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile config(home() + u"/bus.conf"_s);
    if (!config.open(QIODevice::WriteOnly))
        return;
    config.write(QString::fromLatin1(kConfig).arg(home()).toUtf8());
    config.close();
    m_bus.setProcessEnvironment(environment());
    m_bus.start(u"dbus-daemon"_s,
                {u"--config-file="_s + config.fileName(), u"--print-address"_s, u"--nofork"_s,
                 u"--nopidfile"_s});
    if (m_bus.waitForReadyRead(kDaemonMs))
        m_address = QString::fromLatin1(m_bus.readLine()).trimmed();
    // A connection of its own: the session's is found once in a process, and may be another's.
    m_connection = QDBusConnection::connectToBus(m_address, home());
}

SessionBus::~SessionBus()
{
    QDBusConnection::disconnectFromBus(home());
    end(m_keyring);
    end(m_bus);
}

QProcessEnvironment SessionBus::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home());
    environment.insert(u"XDG_RUNTIME_DIR"_s, home() + u"/run"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, home() + u"/.config"_s);
    environment.insert(u"XDG_DATA_HOME"_s, home() + u"/.local/share"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    return environment;
}

bool SessionBus::startKeyring(const QByteArray& password)
{
    m_keyring.setProcessEnvironment(environment());
    m_keyring.setProcessChannelMode(QProcess::MergedChannels);
    QStringList arguments = {u"--foreground"_s, u"--components=secrets"_s};
    if (!password.isEmpty())
        arguments += u"--unlock"_s;
    m_keyring.start(u"gnome-keyring-daemon"_s, arguments);
    if (!m_keyring.waitForStarted(kDaemonMs))
        return false;
    m_keyring.write(password);
    m_keyring.closeWriteChannel();
    const auto isThere = [this] {
        return m_connection.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s).value();
    };
    return QTest::qWaitFor(isThere, kDaemonMs);
}

void SessionBus::stopKeyring()
{
    end(m_keyring);
}

void SessionBus::signalKeyring(int signal) const
{
    // Never 0 or less: that would be a group, or everybody.
    if (const auto process = m_keyring.processId(); process > 1)
        ::kill(static_cast<pid_t>(process), signal);
}

void SessionBus::pauseKeyring()
{
    signalKeyring(SIGSTOP);
}

void SessionBus::resumeKeyring()
{
    signalKeyring(SIGCONT);
}

bool SessionBus::lockKeyring()
{
    auto message =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    const QList<QDBusObjectPath> rings = {
        QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)};
    message << QVariant::fromValue(rings);
    return m_connection.call(message).type() == QDBusMessage::ReplyMessage;
}

} // namespace tf::test
