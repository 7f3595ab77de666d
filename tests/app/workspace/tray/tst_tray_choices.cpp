// What the user chose of a repository is what is listed, shown and sent of it.

#include "app/draft/source_choice.h"
#include "app/workspace/tray/path_rule.h"
#include "app/workspace/tray/reading.h"
#include "tests/app/cli/git_folder.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"

#include <algorithm>

using namespace tf;
using namespace tf::workspace;
using draft::LeakPolicy;
using ingest::EntryKind;
using ingest::Why;

namespace {

std::string pathOf(const GitFolder& folder)
{
    return folder.path().toStdString();
}

void makeShop(const GitFolder& folder)
{
    folder.write("main.c", QByteArray("int a;\n").repeated(50));
    folder.write("tests/a.c", QByteArray("int b;\n").repeated(50));
    folder.write("tests/b.c", QByteArray("int c;\n").repeated(50));
    folder.write("package-lock.json", "{}\n");
}

RepositoryChoice without(std::string_view path, EntryKind kind)
{
    return {withPath({}, path, kind, Wanted::No), 0};
}

/// Included is what there is no entry of.
Why whyOf(const TrayItem& item, std::string_view path)
{
    const auto& entries = item.repository->found->listing.entries;
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const auto& entry) { return entry.path == path; });
    return found == entries.end() ? Why::Included : found->verdict.why;
}

} // namespace

class TrayChoicesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aRepositoryCanBeLookedAt()
    {
        const GitFolder folder;
        makeShop(folder);
        Tray tray;
        const auto id = tray.add(pathOf(folder));
        QVERIFY(isRead(tray));
        const TrayItem& item = itemOf(tray, id);
        QVERIFY(item.repository);
        const RepositoryLook& look = *item.repository;
        QVERIFY(look.folder == folder.path().toStdString());
        QCOMPARE(look.found->listing.entries.size(), 4U);
        QCOMPARE(look.found->counts.size(), 4U);
        QCOMPARE(look.plan.files.size(), 3U);
        QCOMPARE(look.plan.tokens, item.tokens);
        QVERIFY(look.quality == ingest::Quality::Estimated);
        QVERIFY(whyOf(item, "package-lock.json") == Why::LockFile);
    }

    void itIsShownWithEstimatesAndThenExactly()
    {
        const GitFolder folder;
        makeShop(folder);
        ReadingMeans means;
        means.tokenizer = std::make_shared<const text::Tokenizer>(MUST(text::Tokenizer::load(
            TRIFOLD_SOURCE_DIR "/tests/golden/tokenizer/small.json", text::CacheFile::None)));
        std::vector<std::shared_ptr<const RepositoryLook>> looks;
        means.tell = [&](const TrayItem& item) {
            if (item.repository && (looks.empty() || looks.back() != item.repository))
                looks.push_back(item.repository);
        };
        const auto taken = MUST(readOffer({.place = pathOf(folder)}, means));
        QCOMPARE(looks.size(), 2U);
        QVERIFY(looks.front()->quality == ingest::Quality::Estimated);
        QVERIFY(looks.back()->quality == ingest::Quality::Exact);
        QVERIFY(looks.back()->plan.quality == ingest::Quality::Exact);
        QVERIFY(looks.back() == taken->item.repository);
        const auto& repository = std::get<TakenRepository>(taken->what);
        const auto count = draft::countingWith(means.tokenizer.get());
        QCOMPARE(count(repository.part.asItIs.pack.text), taken->item.tokens);
    }

    void rulesAreHonouredAndKeptWithTheSource()
    {
        const GitFolder folder;
        makeShop(folder);
        Tray tray;
        const auto id = tray.add(pathOf(folder), without("tests", EntryKind::Folder));
        QVERIFY(isRead(tray));
        QCOMPARE(itemOf(tray, id).detail, std::string("1 file"));
        QVERIFY(whyOf(itemOf(tray, id), "tests") == Why::Rule);
        const auto enclosed = tray.enclosure(LeakPolicy::Open);
        QVERIFY(enclosed);
        QVERIFY(enclosed->draft.repository->pack.text.find("int b") == std::string::npos);
        const auto kept = draft::choiceFrom(enclosed->sources.front().choices);
        QVERIFY(kept.rules == without("tests", EntryKind::Folder).rules);
    }

    void theOldLookStaysWhileItIsReadAnew()
    {
        const GitFolder folder;
        makeShop(folder);
        Tray tray;
        const auto id = tray.add(pathOf(folder));
        QVERIFY(isRead(tray));
        const auto before = itemOf(tray, id);
        bool wasEverGone = false;
        QObject::connect(&tray, &Tray::changed, &tray, [&] {
            const TrayItem& item = itemOf(tray, id);
            wasEverGone |= item.repository == nullptr || item.tokens == 0 || item.title.empty();
        });
        tray.choose(id, without("tests/a.c", EntryKind::File));
        QVERIFY(itemOf(tray, id).state == TrayState::Reading);
        QVERIFY(itemOf(tray, id).repository == before.repository);
        QVERIFY(isRead(tray));
        QVERIFY(!wasEverGone);
        QVERIFY(itemOf(tray, id).repository != before.repository);
        QCOMPARE(itemOf(tray, id).detail, std::string("2 files"));
        tray.choose(id, {});
        QVERIFY(isRead(tray));
        QCOMPARE(itemOf(tray, id).tokens, before.tokens);
    }

    void aBudgetOfItsOwnHoldsWithinTheRoom()
    {
        const GitFolder folder;
        makeShop(folder);
        Tray tray;
        const auto id = tray.add(pathOf(folder));
        QVERIFY(isRead(tray));
        const auto whole = itemOf(tray, id).tokens;
        RepositoryChoice choice;
        choice.budget = whole / 2;
        tray.choose(id, choice);
        QVERIFY(isRead(tray));
        QVERIFY(itemOf(tray, id).tokens <= whole / 2);
        QCOMPARE(itemOf(tray, id).detail, std::string("1 of 3 files"));
        QCOMPARE(itemOf(tray, id).repository->plan.cuts.size(), 2U);
        choice.budget = whole * 2;
        tray.choose(id, choice);
        tray.setEngine(serverChoice("vllm"), whole / 2);
        QVERIFY(isRead(tray));
        QVERIFY(itemOf(tray, id).tokens <= whole / 2);
    }

    void whereAllIsLeftOutItCanStillBeLookedAtAndTakenBack()
    {
        const GitFolder folder;
        makeShop(folder);
        Tray tray;
        const auto id = tray.add(pathOf(folder));
        RepositoryChoice none;
        none.rules.rules = {{"**", false}};
        tray.choose(id, none);
        QVERIFY(isRead(tray));
        QVERIFY(itemOf(tray, id).state == TrayState::Failed);
        QVERIFY(itemOf(tray, id).repository);
        QVERIFY(itemOf(tray, id).repository->plan.files.empty());
        QVERIFY(whyOf(itemOf(tray, id), "main.c") == Why::Rule);
        tray.choose(id, {});
        QVERIFY(isRead(tray));
        QCOMPARE(itemOf(tray, id).detail, std::string("3 files"));
    }
};

std::unique_ptr<QObject> makeTrayChoicesTest()
{
    return std::make_unique<TrayChoicesTest>();
}

#include "tst_tray_choices.moc"
