// A session as people read it.

#include "app/session/markdown.h"
#include "tests/app/session/tests.h"
#include "tests/support/test_table.h"

using namespace tf::session;

namespace {

Session sample()
{
    Session session = {.id = "s", .title = "Flushing"};
    session.createdAt = 1'795'000'000'000;
    Turn turn = {.id = 1, .question = {.text = "Why *250* ms?"}};
    turn.question.settings.model = "M3";
    turn.question.manifest = {{"", "store.cpp", {3, 9}, 120, ItemRole::Source}};
    turn.question.overrides = {"AWS key at a.c:3 was sent"};
    turn.parts = {{PartKind::Reasoning, "think\nhard", "", ""},
                  {PartKind::Text, "Because.", "", ""},
                  {PartKind::ToolCall, "{\"a\":\"```\"}", "read", "1"}};
    turn.ending = {TurnState::Interrupted, "stopped", {}};
    session.turns = {turn, {.id = 2, .question = {.text = "gone"}, .removed = true}};
    session.turns.push_back({.id = 3, .question = {.parent = 1, .text = "again?"}});
    session.turns.back().ending.state = TurnState::Finished;
    return session;
}

} // namespace

class SessionMarkdownTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aSessionReads()
    {
        const std::string wanted = "# Flushing\n\n2026-11-18 11:06 UTC\n\n"
                                   "## Question 1\n\nWhy *250* ms?\n\n"
                                   "Sent with it:\n\n- `store.cpp` lines 3 to 9, 120 tokens\n\n"
                                   "In spite of a rule:\n\n- AWS key at a.c:3 was sent\n\n"
                                   "## Answer 1 by M3\n\nBecause.\n\n"
                                   "Call of `read`:\n\n````json\n{\"a\":\"```\"}\n````\n\n"
                                   "*interrupted: stopped*\n\n"
                                   "## Question 3 (follows 1)\n\nagain?\n\n## Answer 3\n\n";
        QCOMPARE(writeMarkdown(sample(), Reasoning::Left), wanted);
    }

    void reasoningIsQuoted()
    {
        const std::string text = writeMarkdown(sample(), Reasoning::Shown);
        QVERIFY(text.find("> think\n> hard\n\nBecause.") != std::string::npos);
    }
};

std::unique_ptr<QObject> makeSessionMarkdownTest()
{
    return std::make_unique<SessionMarkdownTest>();
}

#include "tst_markdown.moc"
