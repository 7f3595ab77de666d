#include "tests/app/endpoint/certificates.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/ingest/obtain/tests.h"
#include "tests/app/ingest/obtain/workplace.h"
#include "tests/support/test_table.h"
#include "tests/support/tests/variable.h"
#include "tests/support/user_namespaces.h"

#include <future>

#include <QProcess>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace tf::test;
using tf::Code;
using tf::Result;
using tf::ingest::Again;
using tf::ingest::ObtainChoice;
using tf::ingest::Obtained;

namespace {

/// While the server answers on this thread.
Result<Obtained> fetched(const std::string& what, const ObtainChoice& choice,
                         const tf::CancelToken& cancel = {})
{
    auto result = std::async(std::launch::async, [&what, &choice, &cancel] {
        return tf::ingest::obtain(what, choice, cancel);
    });
    while (result.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    return result.get();
}

/// A CGI program's answer as HTTP.
Answer fromBackend(const Incoming& incoming, const QString& root)
{
    QProcess git;
    const auto parts = incoming.path.split('?');
    auto environment = QProcessEnvironment::systemEnvironment();
    const auto set = [&environment](const char* name, const QByteArray& value) {
        environment.insert(QString::fromLatin1(name), QString::fromUtf8(value));
    };
    set("GIT_PROJECT_ROOT", root.toUtf8());
    set("GIT_HTTP_EXPORT_ALL", "1");
    set("GIT_CONFIG_GLOBAL", "/dev/null");
    set("REQUEST_METHOD", incoming.method);
    set("PATH_INFO", parts.first());
    set("QUERY_STRING", parts.value(1));
    set("CONTENT_TYPE", incoming.headers.value("content-type"));
    set("CONTENT_LENGTH", incoming.headers.value("content-length"));
    set("HTTP_CONTENT_ENCODING", incoming.headers.value("content-encoding"));
    set("GIT_PROTOCOL", incoming.headers.value("git-protocol"));
    git.setProcessEnvironment(environment);
    git.start(u"/usr/bin/git"_s, {u"http-backend"_s});
    git.write(incoming.body);
    git.closeWriteChannel();
    git.waitForFinished(20'000);
    return {"HTTP/1.1 200 OK\r\nConnection: close\r\n", {git.readAllStandardOutput()}};
}

} // namespace

/// Real servers on loopback, with real certificates.
class ObtainServerTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!tf::test::hasUserNamespaces())
            QSKIP("SKIPPED ENTIRELY: git's box needs user namespaces, which this system forbids");
        m_certificates = std::make_unique<Certificates>();
        QVERIFY2(m_certificates->isReady(), "the openssl program makes the certificates");
        QVERIFY(m_place.makeOrigin());
        QVERIFY(m_place.git({u"clone"_s, u"-q"_s, u"--bare"_s, u"origin"_s, u"repo.git"_s}));
        QVERIFY(m_place.git({u"-C"_s, u"repo.git"_s, u"update-server-info"_s}));
        m_place.write("authority.pem", m_certificates->authority().toStdString());
    }
    void cleanupTestCase() { m_certificates.reset(); }
    void init()
    {
        TestCase::init();
        ++m_numCaches;
    }

    void aServerOfFilesGivesAllHistory()
    {
        const auto tls = m_certificates->server(u"good"_s);
        ReplayServer server(files(), &tls);
        const auto got = fetched(address(server), choice());
        QVERIFY2(got, got ? "" : got.error().describe().c_str());
        QCOMPARE(got->title, std::string("repo"));
        QCOMPARE(got->notices.size(), std::size_t(1));
        QVERIFY(got->notices.front().find("history") != std::string::npos);
        QCOMPARE(numCommits(*got), 2);
        // Again: nothing is asked of the server.
        const auto numBefore = server.requests.size();
        QVERIFY(fetched(address(server), choice()));
        QCOMPARE(server.requests.size(), numBefore);
    }

    void aServerOfGitGivesOneCommitAndThenWhatIsNew()
    {
        const auto tls = m_certificates->server(u"good"_s);
        const QString root = QString::fromStdString(m_place.path(""));
        ReplayServer server([root](const Incoming& in) { return fromBackend(in, root); }, &tls);
        auto choice = this->choice();
        const auto got = fetched(address(server), choice);
        QVERIFY2(got, got ? "" : got.error().describe().c_str());
        QVERIFY(got->notices.empty());
        QCOMPARE(numCommits(*got), 1);
        m_place.write("origin/a.txt", "third\n");
        QVERIFY(m_place.git({u"-C"_s, u"origin"_s, u"commit"_s, u"-qam"_s, u"three"_s}));
        QVERIFY(
            m_place.git({u"-C"_s, u"origin"_s, u"push"_s, u"-q"_s, u"../repo.git"_s, u"main"_s}));
        const auto kept = fetched(address(server), choice);
        QVERIFY(kept);
        QCOMPARE(subject(*kept), QByteArray("two\n"));
        choice.again = Again::Fetch;
        const auto anew = fetched(address(server), choice);
        QVERIFY2(anew, anew ? "" : anew.error().describe().c_str());
        QCOMPARE(subject(*anew), QByteArray("three\n"));
        choice.ref = "v1";
        const auto tagged = fetched(address(server), choice);
        QVERIFY2(tagged, tagged ? "" : tagged.error().describe().c_str());
        QCOMPARE(subject(*tagged), QByteArray("one\n"));
        choice.ref = "nope";
        const auto none = fetched(address(server), choice);
        QVERIFY(!none);
        QVERIFY2(none.error().code == Code::NotFound, none.error().describe().c_str());
    }

    void certificates_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("knowsAuthority");
        QTest::newRow("private authority unknown") << u"good"_s << false;
        QTest::newRow("expired") << u"expired"_s << true;
        QTest::newRow("of another host") << u"other_host"_s << true;
        QTest::newRow("self-signed") << u"self_signed"_s << true;
    }
    void certificates()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, knowsAuthority);
        const auto tls = m_certificates->server(certificate);
        ReplayServer server(files(), &tls);
        auto choice = this->choice();
        if (!knowsAuthority)
            choice.caFile.clear();
        const auto got = fetched(address(server), choice);
        QVERIFY(!got);
        QVERIFY2(got.error().code == Code::Denied
                     && got.error().text.find("certificate") != std::string::npos,
                 got.error().describe().c_str());
        QVERIFY(server.requests.isEmpty());
        QVERIFY(m_place.isCacheClean());
    }

    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("login") << 401 << int(Code::Denied);
        QTest::newRow("forbidden") << 403 << int(Code::Denied);
        QTest::newRow("not there") << 404 << int(Code::NotFound);
        QTest::newRow("a page") << 200 << int(Code::BadInput);
        QTest::newRow("broken server") << 500 << int(Code::Network);
        QTest::newRow("leads elsewhere") << 302 << int(Code::Denied);
    }
    void refusals()
    {
        QFETCH(int, status);
        QFETCH(int, code);
        ReplayServer server([status](const Incoming&) {
            return plainAnswer(status, "<html>s</html>",
                               "WWW-Authenticate: Basic realm=\"r\"\r\n"
                               "Location: https://127.0.0.1:1/other.git/info/refs\r\n");
        });
        const auto got = fetched(address(server), choice());
        QVERIFY(!got);
        QVERIFY2(got.error().code == Code(code), got.error().describe().c_str());
        QVERIFY(m_place.isCacheClean());
    }

    void nobodyListens()
    {
        quint16 port = 0;
        {
            const ReplayServer server(files());
            port = server.port();
        }
        const auto got =
            fetched("http://127.0.0.1:" + std::to_string(port) + "/repo.git", choice());
        QVERIFY(!got);
        QVERIFY2(got.error().code == Code::Network, got.error().describe().c_str());
    }

    void keptOnThisMachineEvenByAProxy()
    {
        const Variable proxy("http_proxy", "http://127.0.0.1:9");
        const Variable noProxy("no_proxy");
        ReplayServer server(files());
        auto choice = this->choice();
        choice.mayReachNetwork = false;
        const auto got = fetched(address(server), choice);
        QVERIFY2(got, got ? "" : got.error().describe().c_str());
    }

    void cancelEndsASilentServer()
    {
        ReplayServer server([](const Incoming&) {
            auto answer = plainAnswer(200, "");
            answer.delayMillis = 600'000;
            return answer;
        });
        tf::CancelSource stop;
        QTimer::singleShot(200, &server, [&stop] { stop.cancel(); });
        const auto got = fetched(address(server), choice(), stop.token());
        QVERIFY(!got);
        QCOMPARE(got.error().code, Code::Cancelled);
        QVERIFY(m_place.isCacheClean());
        QTRY_COMPARE(server.numOpen, 0); // whoever spoke to it is gone
    }

    void theLimitHoldsWhileItRuns()
    {
        // An object that never ends.
        ReplayServer server([this](const Incoming& in) {
            if (!in.path.contains("/objects/"))
                return serve(in);
            auto answer =
                Answer{"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", {QByteArray(4096, 'x')}};
            answer.isEndless = true;
            return answer;
        });
        auto choice = this->choice();
        choice.mostBytes = 200'000;
        const auto got = fetched(address(server), choice);
        QVERIFY(!got);
        QVERIFY2(got.error().code == Code::BadInput, got.error().describe().c_str());
        QVERIFY(m_place.isCacheClean());
    }

private:
    Answer serve(const Incoming& incoming) const
    {
        const auto path = incoming.path.split('?').first().toStdString();
        const std::filesystem::path file = m_place.path(path.substr(1));
        if (!std::filesystem::is_regular_file(file))
            return plainAnswer(404, "");
        return plainAnswer(200, QByteArray::fromStdString(Workplace::content(file)));
    }
    ReplayServer::Handler files() const
    {
        return [this](const Incoming& incoming) { return serve(incoming); };
    }
    static std::string address(const ReplayServer& server)
    {
        return server.url().resolved(QUrl(u"/repo.git"_s)).toString().toStdString();
    }
    ObtainChoice choice() const
    {
        auto choice = m_place.choice();
        choice.cacheFolder = m_place.path("cache" + std::to_string(m_numCaches));
        choice.caFile = m_place.path("authority.pem");
        return choice;
    }
    QByteArray told(const Obtained& got, const QStringList& what) const
    {
        QProcess git;
        git.start(u"/usr/bin/git"_s,
                  QStringList{u"--git-dir="_s + QString::fromStdString(got.root.native())} + what);
        git.waitForFinished(20'000);
        return git.readAllStandardOutput();
    }
    int numCommits(const Obtained& got) const
    {
        return told(got, {u"rev-list"_s, u"--count"_s, u"HEAD"_s}).trimmed().toInt();
    }
    QByteArray subject(const Obtained& got) const
    {
        return told(got, {u"log"_s, u"-1"_s, u"--format=%s"_s});
    }

    Workplace m_place;
    std::unique_ptr<Certificates> m_certificates;
    int m_numCaches = 0;
};

std::unique_ptr<QObject> makeObtainServerTest()
{
    return tf::test::make<ObtainServerTest>();
}

#include "tst_server.moc"
