#include "tests/app/endpoint/certificates.h"
#include "tests/app/endpoint/connect_proxy.h"
#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"
#include "tests/support/tests/variable.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf::test;
using tf::endpoint::Profile;
using tf::endpoint::ProxyUse;

/// Real TLS on loopback, and a real proxy.
class TlsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = std::make_unique<Certificates>();
        QVERIFY2(m_certificates->isReady(), "the openssl program makes the certificates");
    }
    void cleanupTestCase() { m_certificates.reset(); }

    void certificates_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("knowsAuthority");
        QTest::addColumn<QByteArray>("cause"); // empty: it is accepted
        const auto row = [](const char* name, const QString& certificate, bool knowsAuthority,
                            const char* cause) {
            QTest::newRow(name) << certificate << knowsAuthority << QByteArray(cause);
        };
        row("good, private authority given", u"good"_s, true, "");
        row("good, private authority unknown", u"good"_s, false,
            "issued by authority, which this machine does not trust");
        row("expired", u"expired"_s, true, "certificate expired on 20");
        row("not valid yet", u"not_yet"_s, true, "not valid before 2090-01-01");
        row("of another host", u"other_host"_s, true, "for example.org, not for 127.0.0.1");
        row("self-signed", u"self_signed"_s, true, "signed by itself");
        row("of another private authority", u"other_authority"_s, true, "issued by stranger");
        row("of an authority that calls itself as ours", u"swapped_authority"_s, true,
            "issued by authority, which this machine does not trust");
        row("made for clients", u"for_clients"_s, true, "not made for servers");
        row("issued by a server", u"by_a_leaf"_s, true, "no authority");
    }
    void certificates()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, knowsAuthority);
        QFETCH(QByteArray, cause);
        const bool isAccepted = cause.isEmpty();
        const auto tls = m_certificates->server(certificate);
        ReplayServer server([](const Incoming&) { return goodAnswer(); }, &tls);
        const Gathered got = Conversation(profile(server.url(), knowsAuthority)).ask();
        QCOMPARE(got.done() != nullptr, isAccepted);
        if (isAccepted) {
            QCOMPARE(got.seen(), std::string("One"));
            return;
        }
        QVERIFY(got.failed() != nullptr);
        QVERIFY2(got.failed()->error.code == tf::Code::Denied,
                 got.failed()->error.describe().c_str());
        QVERIFY2(got.failed()->error.text.find(cause.toStdString()) != std::string::npos,
                 got.failed()->error.text.c_str());
        QCOMPARE(got.numRetries(), 0);
        QVERIFY(server.requests.isEmpty()); // neither key nor prompt went out
    }

    void weakCertificates_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QByteArray>("cause");
        QTest::newRow("RSA of 1024 bits") << u"short_rsa"_s << QByteArray("has 1024 bits");
        QTest::newRow("signed with SHA-1") << u"sha1"_s << QByteArray("signed with ");
    }
    /// Qt's server would not show them; openssl's does when it is told that anything goes.
    void weakCertificates()
    {
        QFETCH(QString, certificate);
        QFETCH(QByteArray, cause);
        QProcess server;
        server.start(u"openssl"_s,
                     {u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s,
                      m_certificates->certificateFile(certificate), u"-key"_s,
                      m_certificates->keyFile(certificate), u"-cipher"_s, u"ALL@SECLEVEL=0"_s});
        QByteArray said;
        const auto port = [&] {
            said += server.readAllStandardOutput();
            const auto at = said.indexOf("ACCEPT 127.0.0.1:");
            return said.indexOf('\n', at) < 0 || at < 0 ? 0
                                                        : said.mid(at + 17).split('\n')[0].toInt();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(port() > 0, server.readAllStandardError().constData(), 10'000);
        QUrl url(u"https://127.0.0.1/v1"_s);
        url.setPort(port());
        const Gathered got = Conversation(profile(url, true)).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::Denied);
        QVERIFY2(got.failed()->error.text.find(cause.toStdString()) != std::string::npos,
                 got.failed()->error.text.c_str());
        QCOMPARE(got.numRetries(), 0);
        server.closeWriteChannel();
        server.kill();
        server.waitForFinished();
        said += server.readAllStandardOutput();
        QVERIFY(!said.contains("canary")); // it prints what it is sent
    }

    void garbageAsAuthorityIsTold()
    {
        Profile broken = profile(QUrl(u"https://127.0.0.1:1/v1"_s), false);
        broken.connection.extraCas = "no PEM";
        const Gathered got = Conversation(broken).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::BadInput);
    }

    void httpsNeverFallsBack()
    {
        ReplayServer plain([](const Incoming&) { return goodAnswer(); });
        const auto tls = m_certificates->server(u"good"_s);
        ReplayServer server(
            [&](const Incoming&) {
                return plainAnswer(
                    307, "", "Location: " + plain.url().toEncoded() + "/chat/completions\r\n");
            },
            &tls);
        const Gathered got = Conversation(profile(server.url(), true)).ask();
        QVERIFY(got.failed() != nullptr);
        QCOMPARE(plain.numConnections, 0);
    }

    void aProxyIsUsed_data()
    {
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<bool>("passes");
        QTest::newRow("open") << QByteArray() << QByteArray() << true;
        QTest::newRow("with a password")
            << QByteArray("me:secret") << QByteArray("me:secret") << true;
        QTest::newRow("407") << QByteArray("me:secret") << QByteArray("me:wrong") << false;
    }
    void aProxyIsUsed()
    {
        QFETCH(QByteArray, wanted);
        QFETCH(QByteArray, given);
        QFETCH(bool, passes);
        ConnectProxy proxy(wanted);
        const auto tls = m_certificates->server(u"good"_s);
        ReplayServer server([](const Incoming&) { return goodAnswer(); }, &tls);
        Profile asked = profile(server.url(), true);
        asked.connection.proxy = {ProxyUse::Given, proxyAt(proxy.port(), given)};
        const Gathered got = Conversation(asked).ask();
        QCOMPARE(got.done() != nullptr, passes);
        QVERIFY(proxy.numConnections > 0);
        QVERIFY(!proxy.seen.contains("canary")); // the key travels inside of TLS only
        if (passes)
            QCOMPARE(proxy.targets,
                     QByteArrayList{"127.0.0.1:" + QByteArray::number(server.port())});
        else
            QVERIFY(server.numConnections == 0);
    }

    void theSystemsProxyIsNotUsedForThisMachine()
    {
        ConnectProxy proxy;
        const tf::test::Variable variable(
            "https_proxy", ("http://127.0.0.1:" + std::to_string(proxy.port())).c_str());
        const auto tls = m_certificates->server(u"good"_s);
        ReplayServer server([](const Incoming&) { return goodAnswer(); }, &tls);
        Profile asked = profile(server.url(), true);
        asked.connection.proxy.use = ProxyUse::System;
        QVERIFY(Conversation(asked).ask().done() != nullptr);
        QCOMPARE(proxy.numConnections, 0);
    }

    void theSystemsProxyIsUsedForOthers()
    {
        const tf::test::Variable variable("https_proxy", "http://127.0.0.1:9");
        const auto proxy =
            tf::endpoint::proxyFor(QUrl(u"https://api.minimax.io/v1"_s), {ProxyUse::System, {}});
        QCOMPARE(proxy.hostName(), u"127.0.0.1"_s);
        QCOMPARE(proxy.port(), quint16(9));
    }

    void cancelClosesATlsSocketToo()
    {
        const auto tls = m_certificates->server(u"good"_s);
        ReplayServer server(
            [](const Incoming&) {
                Answer answer = streamOf(QByteArrayList(10'000, contentChunk("a")));
                answer.pauseMillis = 2;
                return answer;
            },
            &tls);
        Conversation conversation(profile(server.url(), true));
        auto ticket = conversation.start(questionOf("?"));
        QTRY_VERIFY(!conversation.gathered().seen().empty());
        ticket.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(server.numOpen, 0, 250);
    }

    /// A host outside, played by this machine behind a proxy.
    void whatRunsIsCutWhenDataMustStayHere()
    {
        const auto tls = m_certificates->server(u"other_host"_s);
        ReplayServer server(
            [](const Incoming&) {
                Answer answer = streamOf(QByteArrayList(10'000, contentChunk("a")));
                answer.pauseMillis = 2;
                return answer;
            },
            &tls);
        ConnectProxy proxy;
        proxy.detour = server.port();
        Profile asked = profile(QUrl(u"https://example.org/v1"_s), true);
        asked.connection.proxy = {ProxyUse::Given, proxyAt(proxy.port(), {})};
        Conversation conversation(asked);
        conversation.start(questionOf("?"));
        QTRY_VERIFY(!conversation.gathered().seen().empty());
        conversation.reach().setFarthest(tf::endpoint::Place::LocalNetwork);
        QVERIFY(conversation.waitForEnd(250));
        QVERIFY(conversation.gathered().failed()->error.code == tf::Code::Denied);
        QTRY_COMPARE_WITH_TIMEOUT(server.numOpen, 0, 250);
        const auto numBefore = proxy.numConnections;
        QVERIFY(conversation.ask().failed() != nullptr);
        QCOMPARE(proxy.numConnections, numBefore);
    }

private:
    Profile profile(const QUrl& url, bool knowsAuthority) const
    {
        Profile out = profileFor(url);
        if (knowsAuthority)
            out.connection.extraCas = m_certificates->authority();
        return out;
    }

    static QNetworkProxy proxyAt(quint16 port, const QByteArray& credentials)
    {
        const QByteArrayList parts = credentials.split(':');
        return {QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port, QString::fromLatin1(parts.value(0)),
                QString::fromLatin1(parts.value(1))};
    }

    std::unique_ptr<Certificates> m_certificates;
};

std::unique_ptr<QObject> makeTlsTest()
{
    return std::make_unique<TlsTest>();
}

#include "tst_tls.moc"
