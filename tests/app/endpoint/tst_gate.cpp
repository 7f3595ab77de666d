#include "tests/app/endpoint/connect_proxy.h"
#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf::test;
using tf::endpoint::Place;
using tf::endpoint::Profile;
using tf::endpoint::ProxyUse;

/// The switch that keeps data here: nothing connects, whatever an endpoint is told to do.
class GateTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void localOnlyReachesThisMachine()
    {
        ReplayServer server([](const Incoming&) {
            return streamOf({contentChunk("One"), "[DONE]"});
        });
        Conversation conversation(profileFor(server.url()), Place::ThisMachine);
        QCOMPARE(conversation.ask().seen(), std::string("One"));
    }

    void localOnlyReachesNothingElse_data()
    {
        QTest::addColumn<QString>("url");
        for (const char* url :
             {"https://api.minimax.io/v1", "https://10.0.0.7/v1", "https://192.168.1.2:8000",
              "https://8.8.8.8/v1", "https://server.local/v1", "https://localhost.example.org/v1",
              "https://127.0.0.1.example.org/v1"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void localOnlyReachesNothingElse()
    {
        QFETCH(QString, url);
        // Every connection that the machine lets out would have to pass this proxy.
        ConnectProxy witness;
        Profile profile = profileFor(QUrl(url));
        profile.connection.proxy = {ProxyUse::Given,
                                    {QNetworkProxy::HttpProxy, u"127.0.0.1"_s, witness.port()}};
        Conversation conversation(profile, Place::ThisMachine);
        const Gathered got = conversation.ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::Denied);
        std::optional<bool> probed;
        conversation.endpoint().probe([&](const auto& models) { probed = models.has_value(); });
        QTRY_VERIFY(probed.has_value());
        QCOMPARE(*probed, false);
        QCOMPARE(witness.numConnections, 0);
        // The same endpoint does connect once it may: so the witness sees what there is to see.
        conversation.reach().setFarthest(Place::Outside);
        auto ticket = conversation.start(questionOf("?"));
        QTRY_VERIFY(witness.numConnections > 0);
        ticket.cancel();
    }

    void addressesOfTheNextProtocolAreNoExceptions()
    {
        for (const char* url : {"https://[2001:db8::1]/v1", "https://[fd00::1]/v1"}) {
            const Gathered got =
                Conversation(profileFor(QUrl(QString::fromLatin1(url))), Place::ThisMachine).ask();
            QVERIFY(got.failed() != nullptr);
            QVERIFY(got.failed()->error.code == tf::Code::Denied);
        }
    }

    /// A server here, but a proxy elsewhere: the proxy would see where, and might answer itself.
    void aProxyIsPartOfTheWay()
    {
        ReplayServer server([](const Incoming&) {
            return streamOf({contentChunk("One"), "[DONE]"});
        });
        Profile profile = profileFor(server.url());
        profile.connection.proxy = {ProxyUse::Given,
                                    {QNetworkProxy::HttpProxy, u"10.1.2.3"_s, 3128}};
        const Gathered got = Conversation(profile, Place::ThisMachine).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::Denied);
        QCOMPARE(server.numConnections, 0);
    }

    void plainHttpStaysOnThisMachine_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("outside") << u"http://api.minimax.io/v1"_s;
        QTest::newRow("local network") << u"http://10.0.0.7/v1"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s;
        QTest::newRow("no address") << u"minimax"_s;
        QTest::newRow("a password inside") << u"https://me:secret@127.0.0.1/v1"_s;
    }
    void plainHttpStaysOnThisMachine()
    {
        QFETCH(QString, url);
        const Gathered got = Conversation(profileFor(QUrl(url))).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::Denied
                || got.failed()->error.code == tf::Code::BadInput);
        QVERIFY(got.failed()->error.text.find("secret") == std::string::npos);
    }
};

std::unique_ptr<QObject> makeGateTest()
{
    return std::make_unique<GateTest>();
}

#include "tst_gate.moc"
