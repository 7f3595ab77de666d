// The desktop's keyring: a real gnome-keyring-daemon on a bus of its own, as it is found on
// desktops.

#include "app/secrets/keychain.h"
#include "app/secrets/probe.h"
#include "tests/app/secrets/answers.h"
#include "tests/app/secrets/session_bus.h"
#include "tests/app/secrets/tests.h"
#include "tests/support/test_table.h"

#include <QDirIterator>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tf::secrets;
using namespace tf::test;
using tf::Code;

namespace {

constexpr Patience kHasty = {1500ms, 1500ms};

ProbeReport reportOn(SecretStore& store)
{
    const auto got = std::make_shared<std::optional<ProbeReport>>();
    probe(store, [got](ProbeReport report) { got->emplace(std::move(report)); });
    if (!QTest::qWaitFor([&] { return got->has_value(); }, 30'000))
        return {.kind = store.kind(), .failedAt = ProbeStep::Write, .reason = "no report"};
    return **got;
}

} // namespace

class KeyringTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = SessionBus::whatIsMissing(); !missing.isEmpty())
            QSKIP(qPrintable(missing + u": packaging/setup-debian installs it"_s));
        m_bus = std::make_unique<SessionBus>();
        QVERIFY2(!m_bus->address().isEmpty(), "dbus-daemon did not start");
        // Before anything asks for the session's bus: a process looks for it once.
        const auto environment = m_bus->environment();
        for (const QString& name : {u"DBUS_SESSION_BUS_ADDRESS"_s, u"HOME"_s, u"XDG_RUNTIME_DIR"_s,
                                    u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s})
            qputenv(qPrintable(name), environment.value(name).toUtf8());
        qunsetenv("DISPLAY");
    }

    void cleanup()
    {
        if (m_bus)
            m_bus->resumeKeyring();
    }

    void withoutADaemonItIsUnsupported()
    {
        Keychain store;
        for (const auto& error :
             {problemOf(readFrom(store, "a")), problemOf(writeTo(store, "a", "canary")),
              problemOf(removeFrom(store, "a")), problemOf(namesIn(store)),
              problemOf(answerTo<void>([&](auto answer) { store.unlock(std::move(answer)); }))}) {
            QVERIFY2(error.starts_with("unsupported: no keyring answers"), error.c_str());
            QVERIFY(error.find("canary") == std::string::npos);
        }
        const auto report = reportOn(store);
        QVERIFY(!report.isUsable());
        QVERIFY(*report.failedAt == ProbeStep::Write);
    }

    void keepsReplacesAndRemoves()
    {
        QVERIFY(m_bus->startKeyring("canary-password"));
        Keychain store;
        QCOMPARE(problemOf(namesIn(store)), std::string());
        QCOMPARE(problemOf(writeTo(store, "minimax", "canary-1")), std::string());
        QCOMPARE(problemOf(writeTo(store, "open.router", "canary-2")), std::string());
        QCOMPARE(textOf(readFrom(store, "minimax")), std::string("canary-1"));
        QCOMPARE(problemOf(writeTo(store, "minimax", "canary-3")), std::string());
        QCOMPARE(textOf(readFrom(store, "minimax")), std::string("canary-3"));
        QVERIFY((MUST(namesIn(store)) == std::vector<std::string>{"minimax", "open.router"}));
        QCOMPARE(problemOf(removeFrom(store, "open.router")), std::string());
        QVERIFY(readFrom(store, "open.router").error().code == Code::NotFound);
        QVERIFY(removeFrom(store, "open.router").error().code == Code::NotFound);
        QVERIFY(writeTo(store, "minimax", "canary\n").error().code == Code::BadInput);
        const std::string longest(kMaxKeyBytes, 'k');
        QCOMPARE(problemOf(writeTo(store, "long", longest)), std::string());
        QCOMPARE(textOf(readFrom(store, "long")), longest);
        QCOMPARE(problemOf(removeFrom(store, "long")), std::string());
    }

    void manyQuestionsAtOnceAreAllAnswered()
    {
        Keychain store;
        int numRight = 0;
        for (int idx = 0; idx < 10; ++idx)
            store.read("minimax", [&](tf::Result<Secret> key) {
                numRight += textOf(key) == "canary-3" ? 1 : 0;
            });
        QTRY_COMPARE_WITH_TIMEOUT(numRight, 10, 20'000);
    }

    void theProbeLeavesNothing()
    {
        Keychain store;
        const auto report = reportOn(store);
        QVERIFY2(report.isUsable(), report.reason.c_str());
        QVERIFY((MUST(namesIn(store)) == std::vector<std::string>{"minimax"}));
    }

    /// 5 s without an answer: who is patient gets it, who is not gives up, once.
    void aSlowKeyringAnswersThePatient()
    {
        Keychain hasty(kHasty);
        Keychain patient;
        m_bus->pauseKeyring();
        QTimer::singleShot(5000, Qt::PreciseTimer, this, [this] { m_bus->resumeKeyring(); });
        QElapsedTimer watch;
        watch.start();
        std::vector<std::string> problems;
        hasty.read("minimax", [&](auto key) { problems.push_back(problemOf(key)); });
        hasty.write("late", Secret("canary"),
                    [&](auto done) { problems.push_back(problemOf(done)); });
        hasty.list([&](auto names) { problems.push_back(problemOf(names)); });
        QCOMPARE(textOf(readFrom(patient, "minimax")), std::string("canary-3"));
        QVERIFY(watch.elapsed() >= 4900);
        QCOMPARE(problems.size(), std::size_t(3));
        for (const auto& problem : problems) {
            QVERIFY2(problem.starts_with("busy: the keyring has not answered"), problem.c_str());
            QVERIFY(problem.find("canary") == std::string::npos);
        }
        // The hasty one works again, and what it gave up before it had begun is not done later.
        QCOMPARE(textOf(readFrom(hasty, "minimax")), std::string("canary-3"));
        QVERIFY(readFrom(hasty, "late").error().code == Code::NotFound);
        QCOMPARE(problems.size(), std::size_t(3));
    }

    void aStoreThatIsGoneAnswersNoMore()
    {
        int numAnswers = 0;
        {
            Keychain store;
            store.read("minimax", [&](auto) { ++numAnswers; });
            store.list([&](auto) { ++numAnswers; });
            store.write("minimax", Secret("canary-3"), [&](auto) { ++numAnswers; });
            QTest::qWait(1); // some of it is under way
        }
        QTest::qWait(300);
        QCOMPARE(numAnswers, 0);
    }

    void aStoreMayGoWhenItAnswers()
    {
        auto store = std::make_unique<Keychain>();
        bool isAnswered = false;
        store->read("minimax", [&](auto) {
            store.reset();
            isAnswered = true;
        });
        QTRY_VERIFY(isAnswered);
    }

    /// "Unlock and retry", and never an empty key or "no such key".
    void aLockedKeyringSaysSo()
    {
        QVERIFY(m_bus->lockKeyring());
        Keychain store;
        for (const auto& problem :
             {problemOf(readFrom(store, "minimax")), problemOf(writeTo(store, "b", "canary")),
              problemOf(removeFrom(store, "minimax")), problemOf(namesIn(store))}) {
            QCOMPARE(problem, std::string("denied: the keyring is locked: unlock it and retry"));
        }
        const auto report = reportOn(store);
        QVERIFY(!report.isUsable());
        QVERIFY(report.code == Code::Denied);
        // Nobody here can show a window to ask: it stays locked, and that is said.
        const auto opened = answerTo<void>([&](auto answer) { store.unlock(std::move(answer)); });
        QVERIFY(!opened);
        QVERIFY2(opened.error().code == Code::Denied, opened.error().text.c_str());
        QVERIFY(readFrom(store, "minimax").error().code == Code::Denied);
    }

    /// libsecret keeps its session with a daemon that is gone, and nobody can make it forget: the
    /// words say what helps, and no key counts as missing.
    void aDaemonThatCameBackWantsARestart()
    {
        m_bus->stopKeyring();
        QVERIFY(m_bus->startKeyring("canary-password"));
        Keychain store;
        QVERIFY((MUST(namesIn(store)) == std::vector<std::string>{"minimax"}));
        const auto read = readFrom(store, "minimax");
        QVERIFY(!read);
        QVERIFY(read.error().code == Code::Busy);
        QVERIFY(read.error().text.find("restart Trifold") != std::string::npos);
    }

    void nothingStandsInClear()
    {
        m_bus->stopKeyring();
        int numFiles = 0;
        QDirIterator files(m_bus->home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue; // a socket
            QVERIFY2(!file.readAll().contains("canary"), qPrintable(file.fileName()));
            ++numFiles;
        }
        QVERIFY(numFiles >= 2); // the bus's settings and the ring
    }

private:
    std::unique_ptr<SessionBus> m_bus;
};

std::unique_ptr<QObject> makeKeyringTest()
{
    return std::make_unique<KeyringTest>();
}

#include "tst_keyring.moc"
