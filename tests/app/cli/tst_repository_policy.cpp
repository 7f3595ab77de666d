// Repositories that may not go everywhere: m3 ingest --policy, and what m3 ask makes of it.

#include "tests/app/cli/asked_m3.h"
#include "tests/app/cli/git_folder.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf::test;

class RepositoryPolicyTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_git.write("src/a.c", "int a(void)\n");
        m_git.run({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        m_git.run({u"add"_s, u"-A"_s});
        m_git.run({u"commit"_s, u"-q"_s, u"-m"_s, u"one"_s});
    }
    /// "far" is another machine by its name, played by this one as its proxy.
    void init()
    {
        TestCase::init();
        m_m3 = std::make_unique<AskedM3>();
        m_m3->addEndpoint({u"far"_s, u"--url"_s, u"http://far.lan/v1"_s, u"--plain-http"_s,
                           u"--proxy"_s, u"http://127.0.0.1:%1"_s.arg(m_m3->server->port())});
    }
    void cleanup() { m_m3.reset(); }

    void atFirstItMayGo()
    {
        QVERIFY(policy(u"show"_s).out.contains(" may go to any server"));
        QCOMPARE(ask({}).exitCode, 0);
        QCOMPARE(m_m3->server->requests.size(), 1);
    }

    void never_data()
    {
        QTest::addColumn<QString>("beneath");
        QTest::newRow("itself") << QString();
        QTest::newRow("a folder of it") << u"/src"_s;
    }
    void never()
    {
        QFETCH(QString, beneath);
        QVERIFY(policy(u"never"_s).out.contains(" never goes to a server"));
        const M3Run run = ask({u"--allow-remote"_s}, beneath);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("never goes to a server; nothing was sent to far.lan"),
                 run.err.constData());
        QVERIFY(m_m3->server->requests.isEmpty());
        // What answers on this machine is no remote.
        QCOMPARE(m_m3->ask({u"--repo"_s, m_git.path(), u"?"_s}).exitCode, 0);
        QVERIFY(policy(u"any"_s).out.contains(" may go to any server"));
        QCOMPARE(ask({}, beneath).exitCode, 0);
    }

    /// What was sent of it goes again with every further question.
    void aSessionDoesNotCarryItOut()
    {
        QCOMPARE(m_m3->ask({u"--repo"_s, m_git.path(), u"?"_s}).exitCode, 0);
        const auto numAsked = m_m3->server->requests.size();
        const QStringList goOn{
            u"ask"_s,        u"--session"_s, m_m3->keptSession()[u"id"_s].toString(),
            u"--endpoint"_s, u"far"_s,       u"--changes"_s,
            u"none"_s,       u"?"_s};
        QCOMPARE(policy(u"never"_s).exitCode, 0);
        const M3Run run = m_m3->run(goOn);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("never goes to a server"), run.err.constData());
        QCOMPARE(m_m3->server->requests.size(), numAsked);
        QCOMPARE(policy(u"any"_s).exitCode, 0);
        QCOMPARE(m_m3->run(goOn).exitCode, 0);
    }

    void askMeansEachTime()
    {
        QCOMPARE(policy(u"ask"_s).exitCode, 0);
        QCOMPARE(ask({}).exitCode, 1);
        QVERIFY(m_m3->server->requests.isEmpty());
        QCOMPARE(ask({u"--allow-remote"_s}).exitCode, 0);
        QCOMPARE(ask({}).exitCode, 1);
    }

    void hostsByName()
    {
        QCOMPARE(policy(u"other.lan"_s).exitCode, 0);
        const M3Run run = ask({u"--allow-remote"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("goes to no server but other.lan"), run.err.constData());
        QCOMPARE(policy(u"other.lan,far.lan"_s).exitCode, 0);
        QCOMPARE(ask({}).exitCode, 0);
    }

    /// Nothing that it contains has a say, and nothing is written into it.
    void theRepositoryHasNoSay()
    {
        m_git.write(".config/trifold/settings.json", "{\"repositories\": []}");
        QCOMPARE(policy(u"never"_s).exitCode, 0);
        QCOMPARE(ask({}).exitCode, 1);
        QCOMPARE(m_git.run({u"status"_s, u"--porcelain"_s}), u"?? .config/"_s);
    }

    void brokenSettingsAllowNothing()
    {
        QCOMPARE(policy(u"never"_s).exitCode, 0);
        QFile file(m_m3->path(u"config/trifold/settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{\"repositories\": [{\"root\"");
        file.close();
        const M3Run run = ask({});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("are broken"), run.err.constData());
        QVERIFY(m_m3->server->requests.isEmpty());
    }

    void thePlaceOfKeysIsChosenOnce()
    {
        const auto place = [this](const QStringList& more) {
            return m_m3->run(QStringList{u"keys"_s, u"place"_s} + more);
        };
        QCOMPARE(place({}).out, QByteArray("auto\n"));
        QCOMPARE(place({u"nowhere"_s}).exitCode, 2);
        m_m3->addEndpoint(
            {u"keyed"_s, u"--url"_s, m_m3->server->url().toString(), u"--key-name"_s, u"mine"_s});
        const QStringList asking = {u"ask"_s, u"--endpoint"_s, u"keyed"_s, u"?"_s};
        QCOMPARE(place({u"memory"_s}).exitCode, 0);
        QCOMPARE(place({}).out, QByteArray("memory\n"));
        QVERIFY2(m_m3->run(asking).err.contains("kept in memory alone"), "of memory");
        QVERIFY(m_m3->run({u"keys"_s}).err.contains("kept in memory alone"));
        QCOMPARE(place({u"file"_s}).exitCode, 0);
        QVERIFY2(m_m3->run(asking).err.contains("no encrypted file of keys yet"), "of the file");
        QVERIFY(m_m3->run({u"keys"_s}).err.contains("no encrypted file of keys yet"));
        // What a verb is told goes before it.
        QVERIFY(
            !m_m3->run({u"keys"_s, u"--store"_s, u"keyring"_s}).err.contains("no encrypted file"));
    }

    void anEndpointIsEdited()
    {
        const auto edit = [this](const QStringList& more) {
            return m_m3->run(QStringList{u"endpoints"_s, u"edit"_s} + more);
        };
        const QString pin = QString(64, u'a');
        QCOMPARE(edit({u"nobody"_s, u"--at-once"_s, u"2"_s}).exitCode, 1);
        QCOMPARE(edit({u"my-box"_s, u"--at-once"_s, u"2"_s}).exitCode, 0);
        const QByteArray shown = m_m3->run({u"endpoints"_s, u"show"_s, u"my-box"_s}).out;
        QVERIFY2(shown.contains("at once  2 requests") && shown.contains("vLLM"),
                 shown.constData());
        QVERIFY2(edit({u"my-box"_s, u"--pin"_s, pin}).err.contains("begins with https"), "no TLS");
        QCOMPARE(edit({u"my-box"_s, u"--pin"_s, u"short"_s}).exitCode, 2);
        QVERIFY(edit({u"my-box"_s, u"--client-cert"_s, u"/x.pem"_s}).err.contains("together"));
        QCOMPARE(
            edit({u"my-box"_s, u"--url"_s, u"https://127.0.0.1:9/v1"_s, u"--pin"_s, pin}).exitCode,
            0);
        const QByteArray pinned = m_m3->run({u"endpoints"_s, u"show"_s, u"my-box"_s}).out;
        QVERIFY2(pinned.contains("pinned   " + pin.toLatin1()), pinned.constData());
        QVERIFY(pinned.contains("at once  2 requests")); // what no option names stays
    }

private:
    M3Run policy(const QString& word)
    {
        return m_m3->run({u"ingest"_s, m_git.path(), u"--policy"_s, word});
    }

    M3Run ask(const QStringList& more, const QString& beneath = {})
    {
        return m_m3->run(
            QStringList{u"ask"_s, u"--endpoint"_s, u"far"_s, u"--repo"_s, m_git.path() + beneath}
            + more + QStringList{u"?"_s});
    }

    GitFolder m_git;
    std::unique_ptr<AskedM3> m_m3;
};

std::unique_ptr<QObject> makeRepositoryPolicyTest()
{
    return std::make_unique<RepositoryPolicyTest>();
}

#include "tst_repository_policy.moc"
