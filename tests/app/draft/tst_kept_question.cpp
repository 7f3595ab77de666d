// Drafts as sessions keep them.

#include "app/draft/kept_question.h"
#include "app/session/session_json.h"
#include "tests/app/draft/kept_talk.h"
#include "tests/app/draft/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::test;
using session::ItemRole;

class KeptQuestionTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void mediaComeBackAsTheyWere()
    {
        const auto report = forAll(300, [](Gen& gen) -> std::string {
            KeptTalk talk;
            auto draft = anyDraft(gen, session::kNoTurn);
            draft.repository.reset();
            const auto kept = MUST(draft::keptQuestion(draft, talk.put()));
            // As a store gives it back.
            const auto value = MUST(json::parse(json::write(session::toJson(kept))));
            std::string trouble;
            session::Fields fields(value, "", trouble);
            session::Question stored;
            session::fieldsOf(fields, stored);
            const auto parts = MUST(draft::partsOf(stored.attachments, talk.read()));
            return parts == draft.media && trouble.empty() ? "" : "other parts";
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void framesOfTwoClipsStayApart()
    {
        KeptTalk talk;
        const auto picture = std::make_shared<const std::string>("png");
        wire::VideoPart clip;
        clip.frames = {{0, {"image/png", picture, {}}}, {1.5, {"image/png", picture, {}}}};
        auto draft = asking("which one?");
        draft.media = {clip, clip};
        draft.mediaNames = {"a.mp4", "b.mp4"};
        const auto kept = MUST(draft::keptQuestion(draft, talk.put()));
        QCOMPARE(kept.attachments.size(), std::size_t(4));
        QCOMPARE(kept.attachments[1].name, std::string("a.mp4 at 1.5 s"));
        QCOMPARE(talk.blobs.size(), std::size_t(2)); // the picture, the question
        QVERIFY(MUST(draft::partsOf(kept.attachments, talk.read())) == draft.media);
    }

    void filesAreKeptAsTheyWereSent()
    {
        KeptTalk talk;
        auto draft = asking("why?");
        draft.system = "be brief";
        draft.repository.emplace();
        draft.repository->pack.text = "=== a.cpp ===\n1 x\n";
        draft.repository->pack.manifest = {{"git-id", "a.cpp", {1, 1}, 9, ItemRole::Source}};
        draft.repository->plan.cuts = {{"big.csv", 900, "over the budget"}};
        const auto kept = MUST(draft::keptQuestion(draft, talk.put()));
        QCOMPARE(talk.blobs.at(kept.attachments.at(0).blob), draft.repository->pack.text);
        QCOMPARE(kept.attachments.at(0).mediaType, std::string(draft::kPackType));
        QCOMPARE(talk.blobs.at(kept.attachments.at(1).blob), std::string(draft::howToCite()));
        QCOMPARE(kept.manifest.size(), std::size_t(4)); // system, file, cut, question
        const auto files = draft::filesOf(kept);
        QCOMPARE(files.size(), std::size_t(2));
        QCOMPARE(files[0].path, std::string("a.cpp"));
        QVERIFY(files[1].cut);
    }

    void aFileCalledQuestionIsAFile()
    {
        session::Question kept;
        kept.manifest = {{"1", "question", {}, 0, ItemRole::Source},
                         {"2", "question", {}, 0, ItemRole::Source}};
        QCOMPARE(draft::filesOf(kept).size(), std::size_t(1));
        kept.manifest = {{"1", "a", {}, 0, ItemRole::Source}};
        QCOMPARE(draft::filesOf(kept).size(), std::size_t(1)); // without its question
        kept.manifest.clear();
        QVERIFY(draft::filesOf(kept).empty());
    }

    void mediaWithoutBytesAreNamedAlone()
    {
        KeptTalk talk;
        auto draft = asking("what?");
        draft.media = {wire::ImagePart{{{}, nullptr, "/home/me/cat.png"}, {}, {}}};
        draft.mediaNames = {"cat.png"};
        const auto kept = MUST(draft::keptQuestion(draft, talk.put()));
        QVERIFY(kept.attachments.empty());
        QCOMPARE(kept.manifest.at(0).path, std::string("cat.png"));
        QCOMPARE(kept.manifest.at(0).role, ItemRole::Attachment);
    }
};

std::unique_ptr<QObject> makeKeptQuestionTest()
{
    return std::make_unique<KeptQuestionTest>();
}

#include "tst_kept_question.moc"
