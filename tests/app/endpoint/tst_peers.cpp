// Who speaks to whom: a client that shows a certificate, and a server whose key is pinned.

#include "app/endpoint/certificate_fault.h"
#include "tests/app/endpoint/certificates.h"
#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QProcess>
#include <QSslCertificate>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf::test;
using tf::endpoint::Profile;

class PeersTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = std::make_unique<Certificates>();
        QVERIFY2(m_certificates->isReady(), "the openssl program makes the certificates");
    }
    void cleanupTestCase() { m_certificates.reset(); }

    void aServerThatWantsACertificate_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QByteArray>("cause"); // empty: it is accepted
        QTest::newRow("is shown one") << u"client"_s << QByteArray();
        QTest::newRow("is shown none") << QString() << QByteArray("the endpoint has none");
        QTest::newRow("is shown a stranger's")
            << u"strange_client"_s << QByteArray("another certificate than the endpoint's");
    }
    void aServerThatWantsACertificate()
    {
        QFETCH(QString, client);
        QFETCH(QByteArray, cause);
        const auto tls = demandingServer();
        ReplayServer server([](const Incoming&) { return goodAnswer(); }, &tls);
        Profile asked = profile(server.url());
        if (!client.isEmpty()) {
            asked.connection.clientCertificate = m_certificates->certificate(client);
            asked.connection.clientKey = m_certificates->key(client);
        }
        const Gathered got = Conversation(asked).ask();
        QCOMPARE(got.done() != nullptr, cause.isEmpty());
        if (cause.isEmpty())
            return;
        QVERIFY2(got.failed()->error.text.find(cause.toStdString()) != std::string::npos,
                 got.failed()->error.text.c_str());
        QVERIFY(server.requests.isEmpty());
    }

    void whatIsNoCertificateOrKeyIsTold_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("cause");
        const Certificates& made = *m_certificates;
        const QByteArray good = made.certificate(u"client"_s);
        QTest::newRow("no key") << good << QByteArray() << QByteArray("belong together");
        QTest::newRow("no certificate")
            << QByteArray() << made.key(u"client"_s) << QByteArray("belong together");
        QTest::newRow("garbage for a certificate")
            << QByteArray("x") << made.key(u"client"_s) << QByteArray("no PEM certificate");
        QTest::newRow("garbage for a key") << good << QByteArray("x") << QByteArray("no RSA or EC");
        QTest::newRow("an encrypted key")
            << good << QByteArray("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
            << QByteArray("encrypted");
        QTest::newRow("the key of another")
            << good << made.key(u"good"_s) << QByteArray("does not belong to");
    }
    void whatIsNoCertificateOrKeyIsTold()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, cause);
        const auto tls = demandingServer();
        ReplayServer server([](const Incoming&) { return goodAnswer(); }, &tls);
        Profile asked = profile(server.url());
        asked.connection.clientCertificate = certificate;
        asked.connection.clientKey = key;
        const Gathered got = Conversation(asked).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::BadInput);
        QVERIFY2(got.failed()->error.text.find(cause.toStdString()) != std::string::npos,
                 got.failed()->error.text.c_str());
        QCOMPARE(server.numConnections, 0);
    }

    void thePinnedKeyIsAccepted()
    {
        const auto tls = m_certificates->server(u"good"_s);
        ReplayServer server([](const Incoming&) { return goodAnswer(); }, &tls);
        Profile asked = profile(server.url());
        asked.connection.publicKeySha256 = pinByOpenssl(u"good"_s);
        QCOMPARE(asked.connection.publicKeySha256.size(), qsizetype(32));
        QVERIFY(Conversation(asked).ask().done() != nullptr);
    }

    /// Its certificate is good in every other way, and still nothing is sent.
    void anotherKeyIsRefusedAndBothAreNamed()
    {
        const auto tls = m_certificates->server(u"good"_s);
        ReplayServer server([](const Incoming&) { return goodAnswer(); }, &tls);
        Profile asked = profile(server.url());
        asked.connection.publicKeySha256 = pinByOpenssl(u"client"_s);
        const Gathered got = Conversation(asked).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::Denied);
        for (const QString& name : {u"good"_s, u"client"_s}) {
            const std::string pin = pinByOpenssl(name).toHex().toStdString();
            QVERIFY2(got.failed()->error.text.find(pin) != std::string::npos,
                     got.failed()->error.text.c_str());
        }
        QCOMPARE(got.numRetries(), 0);
        QTRY_COMPARE(server.numOpen, 0);
        QVERIFY(server.requests.isEmpty());
    }

private:
    Profile profile(const QUrl& url) const
    {
        Profile out = profileFor(url);
        out.connection.extraCas = m_certificates->authority();
        return out;
    }

    QSslConfiguration demandingServer() const
    {
        QSslConfiguration tls = m_certificates->server(u"good"_s);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setCaCertificates(QSslCertificate::fromData(m_certificates->authority(), QSsl::Pem));
        return tls;
    }

    /// As every other program counts it.
    QByteArray pinByOpenssl(const QString& name) const
    {
        QProcess shell;
        shell.start(u"sh"_s,
                    {u"-c"_s,
                     u"openssl x509 -in \"$1\" -noout -pubkey | openssl pkey -pubin -outform der | "
                     "openssl dgst -sha256 -binary"_s,
                     u"sh"_s, m_certificates->certificateFile(name)});
        return shell.waitForFinished() ? shell.readAllStandardOutput() : QByteArray();
    }

    std::unique_ptr<Certificates> m_certificates;
};

std::unique_ptr<QObject> makePeersTest()
{
    return std::make_unique<PeersTest>();
}

#include "tst_peers.moc"
