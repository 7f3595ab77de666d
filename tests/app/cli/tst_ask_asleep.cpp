// A machine that sleeps in the middle of an answer: a program that is stopped and goes on later.

#include "tests/app/cli/asked_m3.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tf::test;

namespace {

constexpr int kGapMillis = 1'000;

/// Forty pieces in two seconds.
Answer trickle()
{
    Answer answer = streamOf(QByteArrayList(40, contentChunk("a")));
    answer.blocks << "data: " + stopChunk() + "\n\n"
                  << "data: [DONE]\n\n";
    answer.pauseMillis = 50;
    return answer;
}

Answer stalled()
{
    return {.head = streamHead() + "data: " + contentChunk("a") + "\n\n",
            .blocks = {},
            .after = After::Keep};
}

} // namespace

class AskAsleepTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_m3 = std::make_unique<AskedM3>();
        QFile file(m_m3->path(u"config/trifold/endpoints.json"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray content = file.readAll();
        content.replace("\"baseUrl\"", "\"timeouts\": {\"gapSeconds\": 1}, \"baseUrl\"");
        QVERIFY(file.seek(0) && file.write(content) == content.size());
    }
    void cleanup() { m_m3.reset(); }

    /// Everything came while nobody was there to read it.
    void whatCameMeanwhileIsRead()
    {
        m_m3->answer = trickle();
        const M3Run run = askAndSleep();
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.out, QByteArray(40, 'a') + '\n');
        QCOMPARE(m_m3->server->requests.size(), 1);
    }

    void whatDoesNotComeIsGivenUpAndNotAskedAgain()
    {
        m_m3->answer = stalled();
        const M3Run run = askAndSleep();
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.out.trimmed(), QByteArray("a"));
        QVERIFY2(run.err.contains("nothing more of the answer within 1 s and since this machine"),
                 run.err.constData());
        QCOMPARE(m_m3->server->requests.size(), 1);
    }

private:
    M3Run askAndSleep()
    {
        const auto m3 = m_m3->start({u"ask"_s, u"--endpoint"_s, u"my-box"_s, u"?"_s});
        if (!m3->waitForOutput("a") || m3->id() <= 1)
            return {};
        ::kill(m3->id(), SIGSTOP);
        QTest::qWait(kGapMillis * 4);
        ::kill(m3->id(), SIGCONT);
        return m3->finish();
    }

    std::unique_ptr<AskedM3> m_m3;
};

std::unique_ptr<QObject> makeAskAsleepTest()
{
    return std::make_unique<AskAsleepTest>();
}

#include "tst_ask_asleep.moc"
