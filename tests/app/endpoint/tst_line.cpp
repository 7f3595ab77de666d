// So many requests at once and no more: further ones wait in line.

#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf::test;
using tf::endpoint::Profile;

namespace {

Answer slowAnswer()
{
    Answer answer = streamOf(QByteArrayList(20, contentChunk("a")));
    answer.blocks << "data: [DONE]\n\n";
    answer.pauseMillis = 10;
    return answer;
}

/// Goes on until somebody stops it.
Answer endlessAnswer()
{
    Answer answer = streamOf({contentChunk("a")});
    answer.blocks << ": still here\n\n";
    answer.pauseMillis = 10;
    answer.isEndless = true;
    return answer;
}

Profile profileOf(const ReplayServer& server, int mostAtOnce)
{
    Profile profile = profileFor(server.url());
    profile.connection.mostAtOnce = mostAtOnce;
    return profile;
}

} // namespace

class LineTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void neverMoreThanThatManyAtOnce_data()
    {
        QTest::addColumn<int>("mostAtOnce");
        QTest::newRow("one") << 1;
        QTest::newRow("three") << 3;
    }
    void neverMoreThanThatManyAtOnce()
    {
        QFETCH(int, mostAtOnce);
        constexpr int kNumRequests = 7;
        int most = 0;
        int count = 0;
        Conversation* asker = nullptr;
        ReplayServer server([&](const Incoming&) {
            most = std::max(most, ++count - asker->gathered().numEnds());
            return slowAnswer();
        });
        Conversation conversation(profileOf(server, mostAtOnce));
        asker = &conversation;
        for (int idx = 0; idx < kNumRequests; ++idx)
            conversation.start(questionOf(std::to_string(idx)));
        QTRY_COMPARE_WITH_TIMEOUT(conversation.gathered().numEnds(), kNumRequests, 20'000);
        QCOMPARE(most, mostAtOnce);
        QCOMPARE(server.requests.size(), kNumRequests);
        for (int idx = 0; idx < kNumRequests; ++idx) // in the order in which they came
            QVERIFY(mostAtOnce > 1
                    || server.requests[idx].body.contains('"' + QByteArray::number(idx) + '"'));
        const std::string notes = conversation.gathered().notes();
        QCOMPARE(std::count(notes.begin(), notes.end(), '\n'), kNumRequests - mostAtOnce);
        QVERIFY(notes.find("this one waits for its turn") != std::string::npos);
    }

    void withoutALimitNobodyWaits()
    {
        ReplayServer server([&](const Incoming&) { return endlessAnswer(); });
        Conversation conversation(profileOf(server, 0));
        for (int idx = 0; idx < 5; ++idx)
            conversation.start(questionOf("?"));
        QTRY_COMPARE(server.numOpen, 5);
        QCOMPARE(conversation.gathered().notes(), std::string());
    }

    void whoWaitsCanBeStopped()
    {
        ReplayServer server([&](const Incoming&) { return endlessAnswer(); });
        Conversation conversation(profileOf(server, 1));
        const auto first = conversation.start(questionOf("first"));
        const auto second = conversation.start(questionOf("second"));
        const auto third = conversation.start(questionOf("third"));
        QTRY_COMPARE(server.requests.size(), 1);
        second.cancel();
        QCOMPARE(conversation.gathered().numEnds(), 1);
        QVERIFY(conversation.gathered().failed()->error.code == tf::Code::Cancelled);
        QVERIFY(server.requests.size() == 1);
        first.cancel();
        QTRY_COMPARE(server.requests.size(), 2);
        QVERIFY(server.requests[1].body.contains("third"));
        third.cancel();
        QTRY_COMPARE(server.numOpen, 0);
        QCOMPARE(conversation.gathered().numEnds(), 3);
    }

    void aFailureMakesRoom()
    {
        int count = 0;
        ReplayServer server(
            [&](const Incoming&) { return ++count == 1 ? plainAnswer(400, "{}") : goodAnswer(); });
        Conversation conversation(profileOf(server, 1));
        conversation.start(questionOf("1"));
        conversation.start(questionOf("2"));
        QTRY_COMPARE(conversation.gathered().numEnds(), 2);
        QCOMPARE(conversation.gathered().seen(), std::string("One"));
    }

    void theEndOfTheEndpointEndsWhoWaits()
    {
        ReplayServer server([&](const Incoming&) { return endlessAnswer(); });
        const auto sink = std::make_shared<tf::Mailbox<tf::endpoint::Event>>(nullptr);
        {
            const tf::endpoint::Reach reach;
            tf::endpoint::OpenAiEndpoint endpoint(profileOf(server, 1), reach);
            for (int idx = 0; idx < 3; ++idx)
                endpoint.start(questionOf("?"), sink);
            QTRY_COMPARE(server.requests.size(), 1);
        }
        Gathered got{sink->drain()};
        QCOMPARE(got.numEnds(), 3);
        QTRY_COMPARE(server.numOpen, 0);
        QCOMPARE(server.requests.size(), 1);
    }
};

std::unique_ptr<QObject> makeLineTest()
{
    return std::make_unique<LineTest>();
}

#include "tst_line.moc"
