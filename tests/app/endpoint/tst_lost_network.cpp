// A network that goes away: names that nobody knows, addresses that never answer, and a route that
// is gone in the middle of an answer.
//
// Loopback of a network namespace of its own is the whole network; with it down nothing arrives and
// nobody says so, as on a machine whose VPN fell.

#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QHostInfo>
#include <QTest>

#include <arpa/inet.h>
#include <cstring>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tf::test;
using tf::endpoint::Millis;
using tf::endpoint::Profile;

namespace {

enum class Link : std::uint8_t { Up, Down };

bool setLoopback(Link link)
{
    const int any = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    bool done = ::ioctl(any, SIOCGIFFLAGS, &request) == 0;
    request.ifr_flags = static_cast<short>(link == Link::Up ? request.ifr_flags | IFF_UP
                                                            : request.ifr_flags & ~IFF_UP);
    done = done && ::ioctl(any, SIOCSIFFLAGS, &request) == 0;
    ::close(any);
    return done;
}

/// A port of ::1 whose queue of connections is full: what asks for one more gets no answer at all,
/// as from a network that loses what is sent to it.
class BlackHole {
public:
    explicit BlackHole(quint16 port)
        : m_listener(::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        m_address.sin6_family = AF_INET6;
        m_address.sin6_port = htons(port);
        m_address.sin6_addr = in6addr_loopback;
        m_isThere =
            ::bind(m_listener, address(), sizeof m_address) == 0 && ::listen(m_listener, 0) == 0;
        for (int idx = 0; m_isThere && idx < 4; ++idx) {
            m_askers[idx] = ::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            ::connect(m_askers[idx], address(), sizeof m_address);
        }
    }
    ~BlackHole()
    {
        for (const int asker : m_askers)
            ::close(asker);
        ::close(m_listener);
    }
    BlackHole(const BlackHole&) = delete;
    BlackHole& operator=(const BlackHole&) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }

private:
    const sockaddr* address() const { return reinterpret_cast<const sockaddr*>(&m_address); }

    sockaddr_in6 m_address{};
    int m_listener;
    int m_askers[4] = {-1, -1, -1, -1};
    bool m_isThere = false;
};

} // namespace

class LostNetworkTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        QVERIFY(setLoopback(Link::Up));
    }

    void aNameThatNobodyKnows()
    {
        const Gathered got = Conversation(profileFor(QUrl(u"https://nobody.invalid/v1"_s))).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY2(got.failed()->error.code == tf::Code::NotFound,
                 got.failed()->error.describe().c_str());
        QVERIFY2(got.failed()->error.text.starts_with("nobody.invalid: "),
                 got.failed()->error.text.c_str());
        QCOMPARE(got.numRetries(), 0);
    }

    void aRouteThatIsGoneKeepsWhatCame()
    {
        ReplayServer server([](const Incoming&) { return trickle(); });
        Conversation conversation(hasty(server));
        conversation.start(questionOf("?"));
        QTRY_VERIFY(conversation.gathered().seen().size() > 2);
        QVERIFY(setLoopback(Link::Down));
        QVERIFY(conversation.waitForEnd());
        const Gathered& got = conversation.gathered();
        QVERIFY(got.failed() != nullptr);
        QVERIFY2(got.failed()->error.text.find("nothing more of the answer within 1 s")
                     != std::string::npos,
                 got.failed()->error.text.c_str());
        QVERIFY(got.failed()->error.code == tf::Code::Network);
        QVERIFY(got.seen().size() > 2);
        QCOMPARE(got.numRetries(), 0);
        QCOMPARE(server.requests.size(), 1);
    }

    /// The socket cannot say goodbye, and still the stop is a stop.
    void aStopNeedsNoNetwork()
    {
        ReplayServer server([](const Incoming&) { return trickle(); });
        Conversation conversation(hasty(server));
        auto ticket = conversation.start(questionOf("?"));
        QTRY_VERIFY(!conversation.gathered().seen().empty());
        QVERIFY(setLoopback(Link::Down));
        ticket.cancel();
        QVERIFY(conversation.waitForEnd(250));
        QVERIFY(conversation.gathered().failed()->error.code == tf::Code::Cancelled);
    }

    void aRouteThatComesBackInTimeIsNoFault()
    {
        ReplayServer server([](const Incoming&) { return trickle(); });
        Profile patient = hasty(server);
        patient.connection.timeouts.gap = Millis(30'000);
        Conversation conversation(patient);
        conversation.start(questionOf("?"));
        QTRY_VERIFY(conversation.gathered().seen().size() > 2);
        QVERIFY(setLoopback(Link::Down));
        QTest::qWait(300);
        QVERIFY(setLoopback(Link::Up));
        QVERIFY(conversation.waitForEnd(30'000));
        const Gathered& got = conversation.gathered();
        QVERIFY2(got.done() != nullptr, got.failed() ? got.failed()->error.text.c_str() : "");
        QCOMPARE(got.seen(), std::string(kNumPieces, 'a'));
        QCOMPARE(server.requests.size(), 1);
    }

    /// "localhost" is both ::1, which never answers, and 127.0.0.1, which does.
    void anAddressThatNeverAnswersIsPassedBy()
    {
        const auto addresses = QHostInfo::fromName(u"localhost"_s).addresses();
        if (!addresses.contains(QHostAddress(QHostAddress::LocalHostIPv6)))
            QSKIP("this machine has no IPv6, or not the right to name hosts");
        ReplayServer server([](const Incoming&) { return goodAnswer(); });
        const BlackHole hole(server.port());
        QVERIFY(hole.isThere());
        QElapsedTimer clock;
        clock.start();
        const Gathered got = Conversation(profileFor(server.url(u"localhost"_s))).ask();
        QVERIFY2(got.done() != nullptr, got.failed() ? got.failed()->error.text.c_str() : "");
        QCOMPARE(got.numRetries(), 0);
        QCOMPARE(server.requests.size(), 1);
        QVERIFY2(clock.elapsed() < 5'000, qPrintable(QString::number(clock.elapsed())));
    }

    void anAddressThatNeverAnswersAloneIsGivenUp()
    {
        constexpr quint16 kPort = 40'961;
        const BlackHole hole(kPort);
        if (!hole.isThere())
            QSKIP("this machine has no IPv6");
        QUrl url(u"http://[::1]/v1"_s);
        url.setPort(kPort);
        Profile profile = profileFor(url);
        profile.connection.timeouts.connect = Millis(400);
        profile.connection.retries.maxRetries = 1;
        const Gathered got = Conversation(profile).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY2(got.failed()->error.text.find("no connection within 0.4 s") != std::string::npos,
                 got.failed()->error.text.c_str());
        QCOMPARE(got.numRetries(), 1);
    }

    void withoutARouteNothingIsSent()
    {
        ReplayServer server([](const Incoming&) { return goodAnswer(); });
        QVERIFY(setLoopback(Link::Down));
        const Gathered got = Conversation(hasty(server)).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::Network);
        QCOMPARE(got.numRetries(), 2); // the request has not gone out: asking again is safe
        QVERIFY(server.requests.isEmpty());
        QVERIFY(setLoopback(Link::Up));
        QCOMPARE(Conversation(hasty(server)).ask().seen(), std::string("One"));
    }

private:
    static constexpr int kNumPieces = 60;

    static Answer trickle()
    {
        Answer answer = streamOf(QByteArrayList(kNumPieces, contentChunk("a")));
        answer.blocks << "data: [DONE]\n\n";
        answer.pauseMillis = 20;
        return answer;
    }

    static Profile hasty(const ReplayServer& server)
    {
        Profile profile = profileFor(server.url());
        profile.connection.timeouts = {Millis(1'000), Millis(2'000), Millis(1'000), Millis(10'000)};
        return profile;
    }
};

std::unique_ptr<QObject> makeLostNetworkTest()
{
    return std::make_unique<LostNetworkTest>();
}

#include "tst_lost_network.moc"
