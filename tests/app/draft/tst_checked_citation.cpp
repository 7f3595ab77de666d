// What an answer may cite: of this question and of those before it.

#include "app/draft/checked_citation.h"
#include "kernels/base/words.h"
#include "tests/app/draft/kept_talk.h"
#include "tests/app/draft/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::test;
using session::ItemRole;

namespace {

/// "text: sentence" of each, by line.
std::string checked(const draft::Draft& draft, std::string_view answer)
{
    std::string all;
    for (const auto& cited : draft::checkCitations(answer, draft::sentWith(draft)))
        all += words(cited.text, ": ", draft::sentence(cited.checked.state), "\n");
    return all;
}

wire::VideoPart clipFile()
{
    wire::VideoPart clip;
    clip.media = {"video/mp4", std::make_shared<const std::string>("mp4"), {}};
    return clip;
}

} // namespace

class CheckedCitationTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void filesAreThoseThatWereSentLast()
    {
        auto draft = asking("?");
        draft.earlier.files = {{"1", "a.c", {1, 9}, 0, ItemRole::Source},
                               {"1", "b.c", {1, 9}, 0, ItemRole::Source},
                               {"1", "c.c", {1, 9}, 0, ItemRole::Source},
                               {"", "big.csv", {}, 9, ItemRole::Source, true},
                               {"", "c.c", {}, 0, ItemRole::Source}};
        draft.repository.emplace();
        draft.repository->pack.manifest = {{"2", "b.c", {1, 3}, 0, ItemRole::Source}};
        QCOMPARE(checked(draft, "a.c:9 b.c:3 b.c:9 c.c:1 big.csv:1"),
                 std::string("a.c:9: was sent\nb.c:3: was sent\nb.c:9: the file has fewer lines\n"
                             "c.c:1: no file of that name was sent\n"
                             "big.csv:1: no file of that name was sent\n"));
    }

    void momentsOfFramesThatAreSeen()
    {
        auto draft = asking("?");
        QCOMPARE(checked(draft, "[00:02]"), std::string()); // a time of the day, perhaps
        draft.media = {clipFile()};
        draft.watched.seconds = {0.5, 2.5};
        QCOMPARE(checked(draft, "[00:02] [00:09]"),
                 std::string("[00:02]: was sent\n"
                             "[00:09]: no frame within a second of it was sent\n"));
    }

    void momentsOfAClipThatOthersCut()
    {
        auto draft = asking("?");
        draft.media = {clipFile()};
        draft.watched.length = 8;
        QCOMPARE(checked(draft, "[00:02] [00:09]"),
                 std::string("[00:02]: was sent\n[00:09]: the clip ends before it\n"));
    }

    void momentsOfAnEarlierClip()
    {
        auto draft = asking("?");
        wire::VideoPart frames;
        frames.frames = {{4, {}}};
        draft.earlier.messages = {{wire::Role::User, {frames}, {}, {}, {}, {}}};
        QCOMPARE(checked(draft, "[00:09]"),
                 std::string("[00:09]: no frame within a second of it was sent\n"));
        draft.earlier.messages.front().parts = {clipFile()};
        QCOMPARE(checked(draft, "[00:09]"), std::string("[00:09]: was sent\n"));
        draft.watched.seconds = {1}; // a model on this machine sees it again
        QCOMPARE(checked(draft, "[00:09]"),
                 std::string("[00:09]: no frame within a second of it was sent\n"));
    }
};

std::unique_ptr<QObject> makeCheckedCitationTest()
{
    return std::make_unique<CheckedCitationTest>();
}

#include "tst_checked_citation.moc"
