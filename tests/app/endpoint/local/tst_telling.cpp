// Events of the engine in the words of endpoints.

#include "app/endpoint/local/telling.h"
#include "kernels/base/words.h"
#include "tests/app/endpoint/local/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::test;

namespace {

using Kind = text::AnswerEvent::Kind;

engine::Event piece(Kind kind, const std::string& text)
{
    text::AnswerEvent event;
    event.kind = kind;
    event.text = text;
    return {7, event};
}

engine::Event call(Kind kind, std::size_t callIdx, const std::string& arguments)
{
    text::AnswerEvent event;
    event.kind = kind;
    event.callIdx = callIdx;
    event.name = "look";
    event.text = "]<]minimax[>[<invoke";
    if (kind == Kind::Call)
        event.arguments = MUST(json::parse(arguments));
    else
        event.reason = "cut";
    return {7, event};
}

engine::Event done(engine::FinishReason reason)
{
    engine::Done said;
    said.reason = reason;
    said.usage = {100, 40, 64, 9, 5, 3};
    return {7, said};
}

} // namespace

class TellingTest : public TestCase {
    Q_OBJECT

    static endpoint::Telling fresh(std::optional<wire::Thinking> thinking = {})
    {
        return {"m3", thinking, "call_3_"};
    }

    template <class What>
    static const What& as(const endpoint::Telling::What& what)
    {
        return std::get<What>(what);
    }

    static std::string notes(const std::vector<endpoint::Telling::What>& said)
    {
        std::string all;
        for (const auto& what : said) {
            if (const auto* note = std::get_if<endpoint::Note>(&what))
                all += note->text;
        }
        return all;
    }

private Q_SLOTS:
    void neighboursAreJoined()
    {
        auto telling = fresh();
        telling.take(piece(Kind::Think, "a"));
        telling.take(piece(Kind::Think, "b"));
        telling.take(piece(Kind::Text, "c"));
        telling.take(piece(Kind::Text, "d"));
        const auto said = telling.tell();
        QCOMPARE(said.size(), std::size_t(2));
        QCOMPARE(as<wire::ReplyEvent>(said[0]).text, std::string("ab"));
        QVERIFY(as<wire::ReplyEvent>(said[0]).kind == wire::ReplyEvent::Kind::Think);
        QCOMPARE(as<wire::ReplyEvent>(said[1]).text, std::string("cd"));
        QVERIFY(telling.tell().empty());
    }

    void ofProgressTheLastIsTold()
    {
        auto telling = fresh();
        telling.take({7, engine::MediaProgress{0, 2, 0.5}});
        telling.take({7, engine::MediaProgress{1, 2, 1.0}});
        auto said = telling.tell();
        QCOMPARE(said.size(), std::size_t(1));
        QVERIFY(as<endpoint::Progress>(said[0]).stage == endpoint::Stage::Looking);
        QCOMPARE(as<endpoint::Progress>(said[0]).done, 199);
        QCOMPARE(as<endpoint::Progress>(said[0]).total, 200);
        telling.take({7, engine::PromptProgress{8, 20, 0}});
        telling.take({7, engine::PromptProgress{16, 20, 0}});
        said = telling.tell();
        QCOMPARE(said.size(), std::size_t(1));
        QVERIFY(as<endpoint::Progress>(said[0]).stage == endpoint::Stage::ReadingPrompt);
        QCOMPARE(as<endpoint::Progress>(said[0]).done, 16);
    }

    void anEndSaysWhatItTook()
    {
        auto telling = fresh();
        telling.take(piece(Kind::Text, "yes"));
        telling.take(done(engine::FinishReason::EndOfTurn));
        const auto said = telling.tell();
        QVERIFY(telling.hasEnded());
        QCOMPARE(said.size(), std::size_t(2));
        const auto& end = as<endpoint::Done>(said[1]);
        QVERIFY(end.finish == wire::Finish::Stop);
        QVERIFY(end.usage == (wire::Usage{100, 64, 9, {}}));
        QCOMPARE(end.model, std::string("m3"));
        QCOMPARE(end.counts->mediaTokens, 40);
        QCOMPARE(end.counts->draftedTokens, 5);
        QCOMPARE(end.counts->acceptedTokens, 3);
    }

    void callsHaveIdsOfTheirOwn()
    {
        auto telling = fresh();
        telling.take(call(Kind::CallBegin, 0, "{}"));
        telling.take(call(Kind::Call, 0, R"({"b": 1.50, "a": 2})"));
        telling.take(call(Kind::BrokenCall, 1, "{}"));
        telling.take(done(engine::FinishReason::EndOfTurn));
        const auto said = telling.tell();
        QCOMPARE(said.size(), std::size_t(3));
        const auto& whole = as<wire::ReplyEvent>(said[0]);
        QCOMPARE(whole.id, std::string("call_3_0"));
        QCOMPARE(whole.name, std::string("look"));
        QCOMPARE(whole.text, std::string(R"({"b":1.50,"a":2})"));
        const auto& broken = as<wire::ReplyEvent>(said[1]);
        QVERIFY(broken.kind == wire::ReplyEvent::Kind::BrokenCall);
        QCOMPARE(broken.text, std::string("<invoke"));
        QCOMPARE(broken.reason, std::string("cut"));
        QVERIFY(as<endpoint::Done>(said[2]).finish == wire::Finish::Calls);
    }

    void aBrokenCallAloneIsNoCall()
    {
        auto telling = fresh();
        telling.take(call(Kind::BrokenCall, 0, "{}"));
        telling.take(done(engine::FinishReason::EndOfTurn));
        QVERIFY(as<endpoint::Done>(telling.tell().back()).finish == wire::Finish::Stop);
    }

    void theMarkerIsNeverShown()
    {
        auto telling = fresh();
        for (const char letter : std::string("a]<]minimax[>[b]<]mini"))
            telling.take(piece(Kind::Text, std::string(1, letter)));
        telling.take(done(engine::FinishReason::Length));
        const auto said = telling.tell();
        QCOMPARE(as<wire::ReplyEvent>(said[0]).text, std::string("ab]<]mini"));
    }

    void aStopIsAFailureAndWhatCameCounts()
    {
        auto telling = fresh();
        telling.take(piece(Kind::Think, "a"));
        QCOMPARE(telling.tell().size(), std::size_t(1));
        telling.take(piece(Kind::Text, "b"));
        telling.take(done(engine::FinishReason::Cancelled));
        const auto said = telling.tell();
        QCOMPARE(said.size(), std::size_t(2));
        QVERIFY(as<endpoint::Failed>(said[1]).error.code == Code::Cancelled);
        QCOMPARE(as<endpoint::Failed>(said[1]).pieces, 2);
    }

    void anErrorStaysWhatItIs()
    {
        auto telling = fresh();
        telling.take({7, engine::Failed{Error(Code::Device, "gone")}});
        const auto said = telling.tell();
        QVERIFY(telling.hasEnded());
        QCOMPARE(as<endpoint::Failed>(said[0]).error.text, std::string("gone"));
        QVERIFY(as<endpoint::Failed>(said[0]).error.code == Code::Device);
    }

    void thinkingOtherThanAskedIsSaid_data()
    {
        QTest::addColumn<int>("thinking");
        QTest::addColumn<bool>("reasons");
        QTest::addColumn<bool>("answers");
        QTest::addColumn<QByteArray>("note");
        const int none = -1;
        QTest::newRow("as asked") << int(wire::Thinking::On) << true << true << QByteArray();
        QTest::newRow("off") << int(wire::Thinking::Off) << true << true
                             << QByteArray("the model reasoned although thinking was off");
        QTest::newRow("on") << int(wire::Thinking::On) << false << true
                            << QByteArray("thinking was on, and the model wrote no reasoning");
        QTest::newRow("all of it") << none << true << false
                                   << QByteArray("reasoning used up all the tokens that the answer "
                                                 "was allowed");
    }
    void thinkingOtherThanAskedIsSaid()
    {
        QFETCH(int, thinking);
        QFETCH(bool, reasons);
        QFETCH(bool, answers);
        QFETCH(QByteArray, note);
        auto telling = fresh(thinking < 0 ? std::nullopt
                                          : std::optional(static_cast<wire::Thinking>(thinking)));
        if (reasons)
            telling.take(piece(Kind::Think, "hm"));
        if (answers)
            telling.take(piece(Kind::Text, "so"));
        telling.take(done(engine::FinishReason::Length));
        QCOMPARE(notes(telling.tell()), note.toStdString());
    }
};

std::unique_ptr<QObject> makeTellingTest()
{
    return make<TellingTest>();
}

#include "tst_telling.moc"
