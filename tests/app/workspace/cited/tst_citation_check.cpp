#include "app/workspace/cited/citation_check.h"
#include "tests/app/workspace/cited/answered_talk.h"
#include "tests/app/workspace/cited/tests.h"
#include "tests/support/test_table.h"

#include <QSignalSpy>

using namespace tf;
using namespace tf::workspace;

class CitationCheckTest : public test::TestCase {
    Q_OBJECT

private:
    /// Once it is checked.
    static CitedPlace checkedPlace(CitationCheck& check, session::TurnId turn, const char* text)
    {
        const auto citation = ingest::findCitations(text).at(0);
        QSignalSpy told(&check, &CitationCheck::checked);
        CitedPlace place = check.look(turn, citation);
        while (place.mark == CiteMark::Unchecked && told.wait(20'000))
            place = check.look(turn, citation);
        return place;
    }

private Q_SLOTS:
    void placesAreCheckedBesideTheWindow()
    {
        test::AnsweredTalk talk;
        const auto turn = talk.add({{"src/a.cpp", "one\ntwo\nthree\n"}, {"b.md", "x\n"}}, "see it");
        CitationCheck check(talk.store(), talk.open());
        QVERIFY(check.look(turn, ingest::findCitations("src/a.cpp:2").at(0)).mark
                == CiteMark::Unchecked);
        QVERIFY(checkedPlace(check, turn, "src/a.cpp:2").mark == CiteMark::Holds);
        QVERIFY(checkedPlace(check, turn, "src/a.cpp:2").since == Since::Same);
        QVERIFY(checkedPlace(check, turn, "src/a.cpp:4").mark == CiteMark::Fails);
        QVERIFY(checkedPlace(check, turn, "c.md:1").mark == CiteMark::Fails);
    }

    void allOfABlockAreToldAtOnce()
    {
        test::AnsweredTalk talk;
        const auto turn = talk.add({{"a.c", "1\n2\n3\n4\n"}}, "see it");
        CitationCheck check(talk.store(), talk.open());
        QSignalSpy told(&check, &CitationCheck::checked);
        for (const auto& citation : ingest::findCitations("a.c:1 a.c:2 a.c:3 a.c:9"))
            (void)check.look(turn, citation);
        QVERIFY(told.wait(20'000));
        QCOMPARE(told.count(), 1);
        QVERIFY(checkedPlace(check, turn, "a.c:9").mark == CiteMark::Fails);
        QCOMPARE(told.count(), 1);
    }

    void whatChangedSinceIsShaky()
    {
        test::AnsweredTalk talk;
        const auto turn = talk.add({{"a.c", "one\ntwo\nthree\n"}, {"b.c", "b\n"}}, "see it");
        talk.write("a.c", "zero\none\ntwo\n3\n");
        talk.remove("b.c");
        CitationCheck check(talk.store(), talk.open());
        QVERIFY(checkedPlace(check, turn, "a.c:1").since == Since::Moved);
        QVERIFY(checkedPlace(check, turn, "a.c:3").since == Since::Changed);
        QVERIFY(checkedPlace(check, turn, "a.c:3").mark == CiteMark::Shaky);
        QVERIFY(checkedPlace(check, turn, "b.c:1").since == Since::Gone);
    }

    void anAnswerIsHeldAgainstWhatWasSentBeforeIt()
    {
        test::AnsweredTalk talk;
        const auto first = talk.add({{"a.c", "one\n"}}, "see it");
        const auto second = talk.add({{"a.c", "one\ntwo\n"}}, "see it");
        CitationCheck check(talk.store(), talk.open());
        QVERIFY(checkedPlace(check, first, "a.c:2").mark == CiteMark::Fails);
        QVERIFY(checkedPlace(check, second, "a.c:2").mark == CiteMark::Holds);
    }

    void aLaterLookSeesWhatIsThereThen()
    {
        test::AnsweredTalk talk;
        const auto turn = talk.add({{"a.c", "one\n"}}, "see it");
        CitationCheck check(talk.store(), talk.open());
        QVERIFY(checkedPlace(check, turn, "a.c:1").since == Since::Same);
        talk.write("a.c", "other\n");
        QSignalSpy told(&check, &CitationCheck::checked);
        check.lookAgain();
        QVERIFY(told.wait(20'000));
        QVERIFY(checkedPlace(check, turn, "a.c:1").since == Since::Changed);
    }

    void aTimeOfTheDayIsNoMoment()
    {
        test::AnsweredTalk talk;
        const auto turn = talk.add({{"a.c", "one\n"}}, "see it");
        CitationCheck check(talk.store(), talk.open());
        QVERIFY(!check.isCitation(turn, ingest::findCitations("at [12:30]").at(0)));
        QVERIFY(check.isCitation(turn, ingest::findCitations("a.c:1").at(0)));
    }

    void itEndsWhileItChecks()
    {
        test::AnsweredTalk talk;
        const auto turn = talk.add({{"a.c", "one\n"}}, "see it");
        CitationCheck check(talk.store(), talk.open());
        (void)check.look(turn, ingest::findCitations("a.c:1").at(0));
    }
};

std::unique_ptr<QObject> makeCitationCheckTest()
{
    return std::make_unique<CitationCheckTest>();
}

#include "tst_citation_check.moc"
