// What a server says, on the terminal of who asked it: nothing in it that a terminal obeys.

#include "tests/app/cli/asked_m3.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

using namespace Qt::StringLiterals;
using namespace tf::test;

class ServerWordsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void namesOfModels()
    {
        AskedM3 m3;
        m3.answer = plainAnswer(200, "{\"data\":[{\"id\":\"m\\u001b[2J\"},{\"id\":\"m\"}]}");
        const M3Run probe = m3.run({u"endpoints"_s, u"probe"_s, u"my-box"_s});
        QVERIFY2(probe.out.contains("  m [2J, context"), probe.out.constData());
    }

    void whyItRefuses()
    {
        AskedM3 m3;
        m3.answer = plainAnswer(400, "{\"error\":{\"message\":\"no\\u009b2J, never\"}}");
        const M3Run run = m3.ask({u"What is it?"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("no 2J, never"), run.err.constData());
    }
};

std::unique_ptr<QObject> makeServerWordsTest()
{
    return tf::test::make<ServerWordsTest>();
}

#include "tst_server_words.moc"
