// A conversation in each of its states, without the panes beside it.

#include "tests/app/endpoint/chunk_json.h"
#include "tests/ui/shots/prepared_talks.h"
#include "tests/ui/shots/shot_row.h"
#include "ui/shell/session_page.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/view/transcript_view.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

using ui::ActionId;

constexpr QSize kPageSize(860, 540); // of which the sessions take 240

QWidget* page(ShotStage& stage)
{
    stage.settle();
    return &stage.window().page();
}

/// Words of an answer that goes on after them.
Answer unfinished(const std::string& reasoning, const std::string& text)
{
    Answer answer;
    answer.head = streamHead();
    answer.after = After::Keep;
    if (!reasoning.empty())
        answer.blocks.append("data: " + deltaOf("\"reasoning_content\":" + quoted(reasoning))
                             + "\n\n");
    if (!text.empty())
        answer.blocks.append("data: " + contentOf(text) + "\n\n");
    return answer;
}

const char* const kBegun =
    "The cap is lost in `net/retry.cpp:42`: the delay is doubled *after* it was compared.\n\n"
    "```cpp\nauto delay = base << attempt;\nif (delay > kMaxDelay)\n    delay = kMax";

QWidget* thinking(ShotStage& stage)
{
    stage.showEmpty();
    stage.answerWith(unfinished("The user asks about the retry; the loop is in net.", ""));
    stage.ask(u"Where does the retry go wrong?"_s, u"in net."_s);
    return page(stage);
}

QWidget* streaming(ShotStage& stage)
{
    stage.showEmpty();
    stage.answerWith(unfinished("", kBegun));
    stage.ask(u"Where does the retry go wrong?"_s, u"= kMax"_s);
    return page(stage);
}

QWidget* stopped(ShotStage& stage)
{
    stage.show(stoppedTalk());
    return page(stage);
}

QWidget* failed(ShotStage& stage)
{
    stage.show(failedTalk());
    return page(stage);
}

QWidget* longOne(ShotStage& stage)
{
    stage.show(longTalk());
    return page(stage);
}

QWidget* notFollowing(ShotStage& stage)
{
    stage.show(longTalk());
    ui::TranscriptView& view = stage.window().page().pane().view();
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 3);
    stage.answerWith(unfinished("", "One line.\n\nAnother line.\n\nAnd a third."));
    stage.ask(u"And what of it is new?"_s, u"a third."_s);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 3);
    return page(stage);
}

QWidget* finding(ShotStage& stage)
{
    stage.open(preparedTalks().front().id);
    stage.run(ActionId::Find);
    stage.type(u"delay"_s);
    return page(stage);
}

QWidget* findingNothing(ShotStage& stage)
{
    stage.open(preparedTalks().front().id);
    stage.run(ActionId::Find);
    stage.type(u"nowhere"_s);
    return page(stage);
}

QWidget* editing(ShotStage& stage)
{
    stage.show(branchedTalk());
    stage.run(ActionId::EditQuestion);
    return page(stage);
}

QWidget* branches(ShotStage& stage)
{
    stage.show(branchedTalk());
    return page(stage);
}

QWidget* selected(ShotStage& stage)
{
    stage.show(branchedTalk());
    stage.window().page().pane().view().selectAll();
    return page(stage);
}

QWidget* compared(ShotStage& stage)
{
    stage.show(branchedTalk());
    return stage.run(ActionId::CompareBranches);
}

constexpr ShotRow kRows[] = {
    {"talk-thinking", kPageSize, World::Endpoints, thinking},
    {"talk-streaming", kPageSize, World::Endpoints, streaming},
    {"talk-stopped", kPageSize, World::Endpoints, stopped},
    {"talk-failed", kPageSize, World::Endpoints, failed},
    {"talk-long", kPageSize, World::Endpoints, longOne},
    {"talk-new-lines", kPageSize, World::Endpoints, notFollowing},
    {"talk-finding", kPageSize, World::Talks, finding},
    {"talk-finding-nothing", {700, 420}, World::Talks, findingNothing},
    {"talk-editing", kPageSize, World::Endpoints, editing},
    {"talk-branches", kPageSize, World::Endpoints, branches},
    {"talk-selected", {700, 460}, World::Endpoints, selected},
    {"compare", {1020, 520}, World::Endpoints, compared},
    {"compare-narrow", {680, 480}, World::Endpoints, compared},
};

} // namespace

std::span<const ShotRow> talkShots()
{
    return kRows;
}

} // namespace tf::test
