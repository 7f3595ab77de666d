// What an endpoint says, as m3 and the window alike keep it.

#include "app/draft/kept_reply.h"
#include "tests/app/draft/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using wire::ReplyEvent;

class KeptReplyTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void piecesBecomeParts_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("part"); // -1: none
        const auto row = [](const char* name, ReplyEvent::Kind kind, int part) {
            QTest::newRow(name) << static_cast<int>(kind) << part;
        };
        using session::PartKind;
        row("reasoning", ReplyEvent::Kind::Think, static_cast<int>(PartKind::Reasoning));
        row("text", ReplyEvent::Kind::Text, static_cast<int>(PartKind::Text));
        row("it was reasoning", ReplyEvent::Kind::TextWasThink,
            static_cast<int>(PartKind::TextWasReasoning));
        row("a call that grows", ReplyEvent::Kind::CallGrows, -1);
        row("a call", ReplyEvent::Kind::Call, static_cast<int>(PartKind::ToolCall));
        row("what came of a call", ReplyEvent::Kind::BrokenCall, static_cast<int>(PartKind::Text));
    }
    void piecesBecomeParts()
    {
        QFETCH(int, kind);
        QFETCH(int, part);
        ReplyEvent event;
        event.kind = static_cast<ReplyEvent::Kind>(kind);
        event.text = "some";
        const auto kept = draft::partOf(event);
        QCOMPARE(kept ? static_cast<int>(kept->kind) : -1, part);
    }

    void anAnswerThatBrokeSaysSo()
    {
        endpoint::Done done;
        QVERIFY(draft::endingOf(done).reason.empty());
        done.finish = wire::Finish::Fault;
        QVERIFY(!draft::endingOf(done).reason.empty());
    }

    /// One event of the store has no room for any number of them.
    void detailsWithoutMeasureAreLeftOut()
    {
        endpoint::Done done;
        done.reasoningDetails = json::Value::string(std::string(100, 'x'));
        QVERIFY(!draft::endingOf(done).reasoningDetails.empty());
        done.reasoningDetails = json::Value::string(std::string((std::size_t(16) << 20) + 1, 'x'));
        QVERIFY(draft::endingOf(done).reasoningDetails.empty());
    }

    void whatWasStoppedIsInterrupted()
    {
        QVERIFY(draft::endingOf(endpoint::Failed{Error{Code::Cancelled, "stopped"}, {}, 3}).state
                == session::TurnState::Interrupted);
        QVERIFY(draft::endingOf(endpoint::Failed{Error{Code::Network, "gone"}, {}, 3}).state
                == session::TurnState::Failed);
    }
};

std::unique_ptr<QObject> makeKeptReplyTest()
{
    return std::make_unique<KeptReplyTest>();
}

#include "tst_kept_reply.moc"
