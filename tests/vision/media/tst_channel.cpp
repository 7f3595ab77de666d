#include "tests/support/test_table.h"
#include "tests/vision/media/tests.h"
#include "vision/media/channel.h"
#include "vision/media/messages.h"

#include <QElapsedTimer>

#include <fcntl.h>
#include <sys/socket.h>

using namespace tf;
using namespace tf::vision;

namespace {

std::vector<std::byte> bytesOf(std::string_view text)
{
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

Deadline shortly()
{
    return {Deadline::Clock::now() + std::chrono::milliseconds(30), nullptr};
}

} // namespace

class ChannelTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_ends = MUST(Channel::pair());
    }

    void messagesStayApart()
    {
        QVERIFY(here().send(bytesOf("one"), {}, shortly()).has_value());
        QVERIFY(here().send(bytesOf("two"), {}, shortly()).has_value());
        QVERIFY(MUST(there().receive(shortly())).bytes == bytesOf("one"));
        QVERIFY(MUST(there().receive(shortly())).bytes == bytesOf("two"));
    }

    void descriptorsTravelWithTheirMessage()
    {
        const Descriptor null(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        const int numbers[] = {null.number()};
        QVERIFY(here().send(bytesOf("take it"), numbers, shortly()).has_value());
        const auto parcel = MUST(there().receive(shortly()));
        QCOMPARE(parcel.descriptors.size(), std::size_t(1));
        const int flags = fcntl(parcel.descriptors.front().number(), F_GETFD);
        QVERIFY(flags >= 0 && (flags & FD_CLOEXEC) != 0);
    }

    void silenceEndsAtTheDeadline()
    {
        QElapsedTimer timer;
        timer.start();
        const auto parcel = there().receive(shortly());
        QCOMPARE(name(parcel.error().code), name(Code::Busy));
        QVERIFY(timer.elapsed() < 2000);
    }

    void aWordInTheMiddleOfAMessageDoesNotRenewTheDeadline()
    {
        const std::uint32_t numBytes = 100;
        QCOMPARE(::send(here().descriptor(), &numBytes, sizeof numBytes, 0), ssize_t(4));
        QCOMPARE(name(there().receive(shortly()).error().code), name(Code::Busy));
    }

    void whoIsNeverSilentHasTheSameDeadline()
    {
        QVERIFY(here().send(bytesOf("one more"), {}, shortly()).has_value());
        const auto parcel = there().receive({Deadline::Clock::now()});
        QVERIFY(!parcel);
        QCOMPARE(name(parcel.error().code), name(Code::Busy));
    }

    void cancelEndsAWait()
    {
        CancelSource source;
        source.cancel();
        const auto token = source.token();
        const auto parcel = there().receive({Deadline::Clock::time_point::max(), &token});
        QCOMPARE(name(parcel.error().code), name(Code::Cancelled));
    }

    void theOtherSidesEndIsNoticed()
    {
        QVERIFY(!here().isGone());
        m_ends->second = Channel(Descriptor());
        QVERIFY(here().isGone());
        QCOMPARE(name(here().receive(shortly()).error().code), name(Code::Network));
        QCOMPARE(name(here().send(bytesOf("x"), {}, shortly()).error().code), name(Code::Network));
    }

    void wordsThatWereNeverReadAreToldApart()
    {
        QVERIFY(here().send(bytesOf("an order"), {}, shortly()).has_value());
        m_ends->second = Channel(Descriptor());
        QCOMPARE(name(here().receive(shortly()).error().code), name(Code::NotFound));
    }

    void aLengthBeyondTheBoundIsRefused()
    {
        const std::uint32_t numBytes = kMostMessageBytes + 1;
        QCOMPARE(::send(here().descriptor(), &numBytes, sizeof numBytes, 0), ssize_t(4));
        QCOMPARE(name(there().receive(shortly()).error().code), name(Code::BadInput));
    }

    void aReaderThatDoesNotReadEndsASend()
    {
        const std::vector<std::byte> much(8U << 20);
        QCOMPARE(name(here().send(much, {}, shortly()).error().code), name(Code::Busy));
    }

private:
    Channel& here() { return m_ends->first; }
    Channel& there() { return m_ends->second; }

    std::optional<std::pair<Channel, Channel>> m_ends;
};

std::unique_ptr<QObject> makeChannelTest()
{
    return test::make<ChannelTest>();
}

#include "tst_channel.moc"
