// m3 keys as a user runs it, and a canary on its way through: where does a key show?

#include "app/secrets/encrypted_file.h"
#include "tests/app/secrets/answers.h"
#include "tests/app/secrets/pseudo_terminal.h"
#include "tests/app/secrets/session_bus.h"
#include "tests/app/secrets/tests.h"
#include "tests/support/test_table.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <filesystem>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::test;

namespace {

constexpr int kRunMs = 30'000;

struct Run {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class M3KeysTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_home = std::make_unique<QTemporaryDir>();
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(u"XDG_CONFIG_HOME"_s, m_home->path());
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s);
        m_environment.insert(u"TRIFOLD_LOG"_s, u"debug"_s);
        m_environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
        m_environment.insert(u"G_MESSAGES_DEBUG"_s, u"all"_s);
        m_environment.remove(u"DISPLAY"_s);
        put(u"password"_s, "canary-password\n");
        // Easy to open, as its header says, so that the tests need not wait; m3 makes no such file.
        secrets::EncryptedFile file(sealedPath(), secrets::kLeastHardness);
        MUST(answerTo<void>([&](auto answer) {
            file.create(secrets::Secret("canary-password"), std::move(answer));
        }));
    }

    void keepsListsAndRemovesInTheFile()
    {
        QCOMPARE(m3(u"set minimax"_s, "canary-key\n").exitCode, 0);
        QCOMPARE(m3(u"set a.b"_s, "canary-key\r\nnot ours").exitCode, 0);
        QCOMPARE(m3(u"list"_s, {}).out, QByteArray("a.b\nminimax\n"));
        QCOMPARE(m3(u"list --json"_s, {}).out,
                 QByteArray("{\"name\":\"a.b\"}\n{\"name\":\"minimax\"}\n"));
        QCOMPARE(m3(u"remove a.b"_s, {}).exitCode, 0);
        QCOMPARE(m3(u"remove a.b"_s, {}).exitCode, 1);
        QCOMPARE(m3(u"list"_s, {}).out, QByteArray("minimax\n"));
    }

    void checkSaysWhatWorks()
    {
        m3(u"set minimax"_s, "canary-key\n");
        const Run file = m3(u"check --json"_s, {});
        QCOMPARE(file.exitCode, 0);
        const auto lines = file.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const auto keyring = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(keyring["store"_L1].toString(), u"keyring"_s);
        QCOMPARE(keyring["usable"_L1].toBool(true), false);
        QCOMPARE(keyring["failedAt"_L1].toString(), u"write"_s);
        QVERIFY(!keyring["reason"_L1].toString().isEmpty());
        QVERIFY(QJsonDocument::fromJson(lines[1]).object()["usable"_L1].toBool());
        // The same survey, but the keyring is wanted: an error, and nothing in its place.
        const Run wanted = run({u"keys"_s, u"check"_s}, {});
        QCOMPARE(wanted.exitCode, 1);
        QVERIFY(wanted.out.contains("keyring  not usable, write: no keyring answers"));
        QVERIFY(wanted.out.contains("file     not usable, write: "));
    }

    void mistakesAreNamedAndNotRepeated()
    {
        for (const QString& words :
             {u"sing"_s, u"set"_s, u"set minimax canary-key"_s, u"list canary-key"_s,
              u"set canary/key"_s, u"remove"_s, u"list --store cupboard"_s}) {
            const Run run = m3(words, {});
            QVERIFY2(run.exitCode == 2, qPrintable(words));
            QVERIFY2(!run.err.contains("canary-key") && !run.err.contains("canary/key"),
                     run.err.constData());
        }
        QCOMPARE(run({u"keys"_s, u"list"_s, u"--password-file"_s, u"x"_s}, {}).exitCode, 2);
        QVERIFY(run({u"keys"_s, u"--help"_s}, {}).out.startsWith("usage: m3 keys"));
    }

    void aWrongPasswordOrNoneChangesNothing()
    {
        m3(u"set minimax"_s, "canary-key\n");
        put(u"password"_s, "canary-guess\n");
        const Run wrong = m3(u"set b"_s, "canary-key\n");
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY2(wrong.err.contains("the password is another one"), wrong.err.constData());
        put(u"password"_s, "");
        QCOMPARE(m3(u"list"_s, {}).exitCode, 1);
        put(u"password"_s, "canary-password\n");
        QCOMPARE(m3(u"list"_s, {}).out, QByteArray("minimax\n"));
        for (const QByteArray& key : {QByteArray(), QByteArray("\n"), QByteArray("canary-key\x01"),
                                      QByteArray(30'000, 'k')})
            QCOMPARE(m3(u"set b"_s, key).exitCode, 1);
    }

    /// Typed, and not to be seen: neither echoed nor printed.
    void aTerminalShowsNothing()
    {
        std::filesystem::remove(sealedPath());
        QCOMPARE(m3(u"list"_s, {}).exitCode, 1); // there is none yet
        const QStringList words = {u"keys"_s, u"set"_s, u"minimax"_s, u"--store"_s, u"file"_s};
        PseudoTerminal terminal(QStringLiteral(TRIFOLD_M3), words, m_environment);
        QVERIFY(terminal.sees("Key for minimax: "));
        terminal.type("canaryX\x7f-key\r");
        QVERIFY(terminal.sees("New password for the file of keys: "));
        terminal.type("canary-password\r");
        QVERIFY(terminal.sees("The same once more: "));
        terminal.type("canary-password\r");
        QCOMPARE(terminal.exitCode(), 0);
        QVERIFY2(!terminal.shown().contains("canary"), terminal.shown().constData());
        // What a user gets without asking: 256 MiB and three passes a guess.
        QFile made(path(u"trifold/keys.sealed"_s));
        QVERIFY(made.open(QIODevice::ReadOnly));
        const std::string sealed = made.readAll().toStdString();
        QVERIFY((MUST(secrets::readSealed(sealed)).lock.hardness
                 == secrets::Hardness{3, std::uint64_t(256) << 20}));
    }

    void whoIsUnsureOrStopsLeavesNothing()
    {
        const QStringList words = {u"keys"_s, u"set"_s, u"minimax"_s, u"--store"_s, u"file"_s};
        std::filesystem::remove(sealedPath());
        PseudoTerminal unsure(QStringLiteral(TRIFOLD_M3), words, m_environment);
        QVERIFY(unsure.sees("Key for minimax: "));
        unsure.type("canary-key\r");
        QVERIFY(unsure.sees("New password for the file of keys: "));
        unsure.type("canary-1\r");
        QVERIFY(unsure.sees("The same once more: "));
        unsure.type("canary-2\r");
        QCOMPARE(unsure.exitCode(), 1);
        QVERIFY(unsure.shown().contains("the two passwords differ"));
        QVERIFY(!std::filesystem::exists(sealedPath()));

        PseudoTerminal cancelled(QStringLiteral(TRIFOLD_M3), words, m_environment);
        QVERIFY(cancelled.sees("Key for minimax: "));
        cancelled.type("canary\x03");
        QCOMPARE(cancelled.exitCode(), 1);
        QVERIFY(cancelled.shown().contains("cancelled"));
        QVERIFY(!cancelled.shown().contains("canary"));
    }

    void aDesktopWithoutAKeyringIsTold()
    {
        if (const QString missing = SessionBus::whatIsMissing(); !missing.isEmpty())
            QSKIP(qPrintable(missing + u": packaging/setup-debian installs it"_s));
        SessionBus bus;
        QVERIFY(bus.startKeyring({}));
        liveOn(bus);
        const Run set = m3(u"set minimax --store keyring"_s, "canary-key\n");
        QCOMPARE(set.exitCode, 1);
        QVERIFY2(set.err.contains("this desktop has no keyring yet"), set.err.constData());
        QCOMPARE(m3(u"list --store keyring"_s, {}).out, QByteArray());
    }

    /// What m3 hands to the kernel while a key goes through it: files, sockets, arguments and
    /// environments of children. The key is in none of it, the D-Bus messages to a real keyring
    /// included.
    void theCanaryIsNowhere()
    {
        if (QStandardPaths::findExecutable(u"strace"_s).isEmpty())
            QSKIP("strace is not installed: packaging/setup-debian installs it");
        if (const QString missing = SessionBus::whatIsMissing(); !missing.isEmpty())
            QSKIP(qPrintable(missing + u": packaging/setup-debian installs it"_s));
        SessionBus bus;
        QVERIFY(bus.startKeyring("canary-ring"));
        liveOn(bus);
        for (const QString& words :
             {u"set minimax"_s, u"check"_s, u"list"_s, u"remove minimax"_s}) {
            for (const QString& store : {u"keyring"_s, u"file"_s}) {
                const Run run = traced(words, store);
                if (run.err.contains("ptrace") || run.err.contains("PTRACE"))
                    QSKIP("strace may not trace here");
                QVERIFY2(run.exitCode == 0, (words.toUtf8() + ": " + run.err).constData());
                QVERIFY(!run.out.contains("canary") && !run.err.contains("canary"));
            }
        }
        bus.stopKeyring();
        int numFiles = 0;
        for (const QString& folder : {m_home->path(), bus.home()})
            numFiles += numFilesWithoutCanary(folder);
        QVERIFY(numFiles >= 10); // eight traces, the sealed file, the ring
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_home->filePath(name); }

    [[nodiscard]] std::string sealedPath() const
    {
        return path(u"trifold/keys.sealed"_s).toStdString();
    }

    void put(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    void liveOn(const SessionBus& bus)
    {
        for (const QString& name : {u"DBUS_SESSION_BUS_ADDRESS"_s, u"HOME"_s, u"XDG_RUNTIME_DIR"_s})
            m_environment.insert(name, bus.environment().value(name));
    }

    Run run(const QStringList& arguments, const QByteArray& input,
            const QString& program = QStringLiteral(TRIFOLD_M3)) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(kRunMs) || process.exitStatus() != QProcess::NormalExit)
            return {};
        Run done = {process.exitCode(), process.readAllStandardOutput(),
                    process.readAllStandardError()};
        // Whatever a test is about: no key and no password is ever printed.
        if (done.out.contains("canary") || done.err.contains("canary"))
            QTest::qFail(done.err.constData(), __FILE__, __LINE__);
        return done;
    }

    /// m3 keys … with the encrypted file.
    Run m3(const QString& words, const QByteArray& input) const
    {
        QStringList arguments = {u"keys"_s};
        arguments += words.split(u' ');
        if (!words.contains(u"--store"_s))
            arguments += {u"--store"_s, u"file"_s, u"--password-file"_s, path(u"password"_s)};
        return run(arguments, input);
    }

    Run traced(const QString& words, const QString& store)
    {
        const QString trace = path(u"trace-%1"_s.arg(++m_numTraces));
        QStringList arguments = {
            u"-f"_s,
            u"-qq"_s,
            u"-v"_s,
            u"-s"_s,
            u"100000"_s,
            u"-o"_s,
            trace,
            u"-e"_s,
            u"trace=execve,write,writev,pwrite64,sendto,sendmsg,openat,rename"_s,
            QStringLiteral(TRIFOLD_M3),
            u"keys"_s};
        arguments += words.split(u' ');
        arguments += {u"--store"_s, store};
        if (store == u"file"_s)
            arguments += {u"--password-file"_s, path(u"password"_s)};
        return run(arguments, "canary-key\n", u"strace"_s);
    }

    /// Fails the test for a file that holds the canary; the file with the password may.
    int numFilesWithoutCanary(const QString& folder) const
    {
        int numFiles = 0;
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName() == path(u"password"_s) || !file.open(QIODevice::ReadOnly))
                continue;
            if (file.readAll().contains("canary"))
                QTest::qFail(qPrintable(file.fileName()), __FILE__, __LINE__);
            ++numFiles;
        }
        return numFiles;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_environment;
    int m_numTraces = 0;
};

std::unique_ptr<QObject> makeM3KeysTest()
{
    return std::make_unique<M3KeysTest>();
}

#include "tst_m3_keys.moc"
