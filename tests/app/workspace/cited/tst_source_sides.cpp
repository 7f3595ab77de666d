#include "app/workspace/cited/source_sides.h"
#include "tests/app/workspace/cited/answered_talk.h"
#include "tests/app/workspace/cited/tests.h"
#include "tests/support/test_table.h"

#include <QSignalSpy>

using namespace tf;
using namespace tf::workspace;

class SourceSidesTest : public test::TestCase {
    Q_OBJECT

private:
    static SourceSides opened(SourceReading& reading, const SourceWish& wish)
    {
        SourceSides sides;
        QSignalSpy told(&reading, &SourceReading::opened);
        const auto connection = connect(&reading, &SourceReading::opened, &reading,
                                        [&sides](const SourceSides& now) { sides = now; });
        reading.open(wish);
        (void)told.wait(20'000);
        disconnect(connection);
        return sides;
    }

private Q_SLOTS:
    void aFileIsThereAsItWasSentAndAsItIs()
    {
        test::AnsweredTalk talk;
        const auto first = talk.add({{"src/a.cpp", "one\ntwo\n"}}, "see it");
        talk.add({{"src/a.cpp", "one\n2\n"}}, "see it");
        talk.write("src/a.cpp", "zero\none\ntwo\n");
        SourceReading reading(talk.store(), talk.open());
        const SourceSides sides = opened(reading, {first, "src/a.cpp"});
        QVERIFY(sides.sent && sides.now && sides.map);
        QCOMPARE(sides.turn, first);
        QVERIFY(sides.sent->text() == "one\ntwo\n");
        QVERIFY(sides.now->text() == "zero\none\ntwo\n");
        QCOMPARE(sides.map->nowOf(1), std::optional<std::size_t>(2));
        const SourceSides last = opened(reading, {session::kNoTurn, "src/a.cpp"});
        QVERIFY(last.sent->text() == "one\n2\n");
        QCOMPARE(reading.sentPaths(), std::vector<std::string>{"src/a.cpp"});
    }

    void whatIsGoneSaysSo()
    {
        test::AnsweredTalk talk;
        const auto turn = talk.add({{"a.c", "one\n"}}, "see it");
        talk.remove("a.c");
        SourceReading reading(talk.store(), talk.open());
        const SourceSides sides = opened(reading, {turn, "a.c"});
        QVERIFY(sides.sent && !sides.now && !sides.whyNotNow.empty());
    }

    void whatWasNotSentIsThereAsItIs()
    {
        test::AnsweredTalk talk;
        talk.add({{"a.c", "one\n"}}, "see it");
        talk.write("other.c", "x\n");
        SourceReading reading(talk.store(), talk.open());
        const SourceSides sides = opened(reading, {session::kNoTurn, "other.c"});
        QVERIFY(!sides.sent && sides.now && !sides.whyNotSent.empty());
    }

    void nothingOutsideTheFolderIsRead()
    {
        test::AnsweredTalk talk;
        talk.add({{"a.c", "one\n"}}, "see it");
        SourceReading reading(talk.store(), talk.open());
        QVERIFY(!opened(reading, {session::kNoTurn, "../../../etc/passwd"}).now);
        QVERIFY(!opened(reading, {session::kNoTurn, "/etc/passwd"}).now);
    }
};

std::unique_ptr<QObject> makeSourceSidesTest()
{
    return std::make_unique<SourceSidesTest>();
}

#include "tst_source_sides.moc"
