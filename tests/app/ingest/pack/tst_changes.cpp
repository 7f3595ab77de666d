// What a follow-up has to send.

#include "app/ingest/pack/changes.h"
#include "kernels/base/words.h"
#include "tests/app/ingest/pack/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <map>

using namespace tf;
using namespace tf::ingest;

namespace {

using Files = std::map<std::string, std::string>; ///< path to content

Listing listingOf(const Files& files)
{
    Listing listing;
    listing.title = "tree";
    for (const auto& [path, content] : files)
        listing.entries.push_back({.path = path, .blob = "blob:" + content});
    return listing;
}

ReadFile readOf(const Files& files)
{
    return [&files](const Entry& entry) -> Result<FileContent> {
        const auto& content = files.at(entry.path);
        return FileContent{content, "blob:" + content};
    };
}

void add(std::vector<session::ManifestItem>& to, const Pack& pack)
{
    to.insert(to.end(), pack.manifest.begin(), pack.manifest.end());
}

Counts countsOf(const Listing& listing)
{
    return Counts(listing.entries.size(), {1, Quality::Exact});
}

std::vector<session::ManifestItem> sendAll(const Files& files)
{
    const Listing listing = listingOf(files);
    const PackPlan plan = planPack(listing, countsOf(listing), {});
    return MUST(writePack(listing, plan, readOf(files))).manifest;
}

Pack sendChanges(const std::vector<session::ManifestItem>& sent, const Files& files)
{
    const Listing listing = listingOf(files);
    const Changes changes = changesSince(sent, {}, listing);
    const PackPlan plan = planChanges(listing, changes, countsOf(listing));
    return MUST(writeChanges(listing, changes, plan, readOf(files)));
}

Files someFiles(test::Gen& gen)
{
    Files files;
    for (std::size_t idx = gen.below(gen.size()); idx > 0; --idx)
        files[words("f", gen.below(12))] = words("content ", gen.below(3));
    return files;
}

} // namespace

class ChangesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsOtherwiseIsSent()
    {
        const auto sent = sendAll({{"a", "1"}, {"b", "1"}, {"c", "1"}});
        const Pack pack = sendChanges(sent, {{"a", "1"}, {"b", "2"}, {"d", "1"}});
        QCOMPARE(pack.text,
                 std::string("=== b ===\n1\t2\n=== d ===\n1\t1\n=== c is gone ===\n"
                             "=== these files of tree are new or changed (2); the others "
                             "are as shown before ===\n"));
    }

    void whatWasCutIsNotNew()
    {
        const auto sent = sendAll({{"a", "1"}});
        const Listing now = listingOf({{"a", "1"}, {"big", "1"}, {"new", "1"}});
        const Changes changes = changesSince(sent, {{"big", 9, "too big"}}, now);
        QCOMPARE(changes.added, std::vector<std::size_t>{2});
    }

    void whatNobodyReadIsSaidToBeUnread()
    {
        const auto sent = sendAll({{"a", "1"}});
        Listing now = listingOf({{"a", "1"}});
        now.entries[0].blob.clear();
        QCOMPARE(changesSince(sent, {}, now).unread, std::vector<std::size_t>{0});
    }

    void whatIsLeftOutNowIsGone()
    {
        const auto sent = sendAll({{"a", "1"}});
        Listing now = listingOf({{"a", "1"}});
        now.entries[0].verdict.why = Why::Rule;
        QCOMPARE(changesSince(sent, {}, now).removed, std::vector<std::string>{"a"});
    }

    /// After what was sent, the next one finds nothing; and what was sent last is what is there.
    void changesAreSentOnce()
    {
        const auto report = test::forAll(300, [](test::Gen& gen) -> std::string {
            Files files = someFiles(gen);
            auto sent = sendAll(files);
            for (int turn = 0; turn < 4; ++turn) {
                files = someFiles(gen);
                add(sent, sendChanges(sent, files));
                if (!changesSince(sent, {}, listingOf(files)).empty())
                    return words("turn ", turn, " left changes unsent");
            }
            Files told;
            for (const auto& item : sent) {
                if (item.blob.empty())
                    told.erase(item.path);
                else
                    told[item.path] = item.blob.substr(5);
            }
            return told == files ? "" : "what was told is not what is there";
        });
        QVERIFY2(report.empty(), report.c_str());
    }
};

std::unique_ptr<QObject> makeChangesTest()
{
    return std::make_unique<ChangesTest>();
}

#include "tst_changes.moc"
