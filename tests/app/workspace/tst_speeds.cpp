// How fast engines answered: what is told of an answer, what is not, and what is kept.

#include "app/workspace/speeds.h"
#include "tests/app/workspace/talk.h"
#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tf;
using test::Talk;
using workspace::AnswerSpeed;
using workspace::Running;
using workspace::speedOf;
using workspace::Speeds;

namespace {

/// Sent after half a second, the first word after 2 s, the last 4 s later: 12 tokens.
Running wellTold()
{
    Running ended;
    ended.sent = ended.asked + 500ms;
    ended.firstWord = ended.asked + 2000ms;
    ended.lastWord = *ended.firstWord + 4000ms;
    ended.usage = wire::Usage{1000, 400, 81, {}};
    return ended;
}

template <class T>
QString shown(const std::optional<T>& value)
{
    return value ? QString::number(*value) : u"?"_s;
}

/// "2000 ms, prompt 400/s of 1000 (400 cached), answer 20/s of 81".
QString shown(const AnswerSpeed& speed)
{
    return u"%1 ms, prompt %2/s of %3 (%4 cached), answer %5/s of %6"_s.arg(
        speed.toFirstWord ? QString::number(speed.toFirstWord->count()) : u"?"_s,
        shown(speed.promptTokensPerSecond), shown(speed.promptTokens), shown(speed.cachedTokens),
        shown(speed.answerTokensPerSecond), shown(speed.answerTokens));
}

using Altering = void (*)(Running&);

AnswerSpeed endedAgo(std::chrono::minutes ago)
{
    AnswerSpeed speed;
    speed.ended = std::chrono::system_clock::now() - ago;
    return speed;
}

} // namespace

Q_DECLARE_METATYPE(Altering)

class WorkspaceSpeedsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatNobodyCountedIsUnknown_data()
    {
        QTest::addColumn<Altering>("change");
        QTest::addColumn<QString>("want");
        const auto row = [](const char* name, Altering change, const QString& want) {
            QTest::newRow(name) << change << want;
        };
        row(
            "all told", [](Running&) {},
            u"2000 ms, prompt 400/s of 1000 (400 cached), answer 20/s of 81"_s);
        row(
            "no usage", [](Running& ended) { ended.usage.reset(); },
            u"2000 ms, prompt ?/s of ? (? cached), answer ?/s of ?"_s);
        row(
            "no word about the cache", [](Running& ended) { ended.usage->cachedTokens.reset(); },
            u"2000 ms, prompt ?/s of 1000 (? cached), answer 20/s of 81"_s);
        row(
            "sent twice", [](Running& ended) { ended.sent.reset(); },
            u"2000 ms, prompt ?/s of 1000 (400 cached), answer 20/s of 81"_s);
        row(
            "all of it cached", [](Running& ended) { ended.usage->cachedTokens = 1000; },
            u"2000 ms, prompt ?/s of 1000 (1000 cached), answer 20/s of 81"_s);
        row(
            "in one go", [](Running& ended) { ended.lastWord = ended.firstWord; },
            u"2000 ms, prompt 400/s of 1000 (400 cached), answer ?/s of 81"_s);
        row(
            "one token", [](Running& ended) { ended.usage->answerTokens = 1; },
            u"2000 ms, prompt 400/s of 1000 (400 cached), answer ?/s of 1"_s);
        row(
            "counts that make no sense", [](Running& ended) { ended.usage->cachedTokens = 2000; },
            u"2000 ms, prompt ?/s of 1000 (2000 cached), answer 20/s of 81"_s);
        row(
            "no word came", [](Running& ended) { ended.firstWord.reset(); },
            u"? ms, prompt ?/s of 1000 (400 cached), answer ?/s of 81"_s);
    }
    void whatNobodyCountedIsUnknown()
    {
        QFETCH(Altering, change);
        QFETCH(QString, want);
        Running ended = wellTold();
        change(ended);
        QCOMPARE(shown(speedOf(ended)), want);
    }

    void theLastTenStayAndAllOfTenMinutes()
    {
        Speeds speeds;
        for (int number = 0; number < 12; ++number)
            speeds.note("away", endedAgo(20min));
        QCOMPARE(speeds.of("away").size(), std::size_t(10));
        for (int number = 0; number < 15; ++number)
            speeds.note("away", endedAgo(1min));
        QCOMPARE(speeds.of("away").size(), std::size_t(15));
        QVERIFY(speeds.of("").empty());
    }

    void everyAnswerOfAConversationIsNoted()
    {
        Talk talk;
        Speeds speeds;
        speeds.follow(talk.talk());
        QSignalSpy changed(&speeds, &Speeds::changed);
        talk.ask("?");
        talk.engine().text("one ");
        QTRY_COMPARE(talk.answer(1), std::string("one "));
        QCOMPARE(talk.talk().running()->pieces, std::int64_t(1));
        QTest::qWait(30);
        talk.engine().text("two");
        talk.engine().done();
        QTRY_COMPARE(changed.count(), 1);
        const AnswerSpeed speed = speeds.of("away").at(0);
        QCOMPARE(speed.promptTokens, std::optional<std::int64_t>(7));
        QVERIFY(!speed.cachedTokens);
        QVERIFY(!speed.promptTokensPerSecond);
        QVERIFY(speed.toFirstWord);
        // Two tokens after the first, in 30 ms or longer.
        QVERIFY(*speed.answerTokensPerSecond > 0 && *speed.answerTokensPerSecond <= 2 / 0.030);
    }

    void anAnswerWithoutAWordIsNone()
    {
        Talk talk;
        Speeds speeds;
        speeds.follow(talk.talk());
        talk.ask("?");
        talk.talk().stop();
        QVERIFY(speeds.of("away").empty());
        talk.ask("again?");
        talk.engine().text("half");
        QTRY_COMPARE(talk.answer(2), std::string("half"));
        talk.talk().stop();
        QCOMPARE(speeds.of("away").size(), std::size_t(1));
        QVERIFY(!speeds.of("away").at(0).answerTokens);
    }
};

std::unique_ptr<QObject> makeWorkspaceSpeedsTest()
{
    return std::make_unique<WorkspaceSpeedsTest>();
}

#include "tst_speeds.moc"
