// What is packed, in which order, what is cut, and why.

#include "app/ingest/pack/pack.h"
#include "kernels/base/words.h"
#include "tests/app/ingest/pack/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <algorithm>

using namespace tf;
using namespace tf::ingest;

namespace {

struct Tree {
    Listing listing;
    Counts counts;
};

/// Files of these paths and sizes; the size is the exact count too.
Tree treeOf(std::initializer_list<std::pair<const char*, std::int64_t>> files)
{
    Tree tree;
    tree.listing.title = "tree";
    for (const auto& [path, tokens] : files) {
        tree.listing.entries.push_back(
            {.path = path, .size = tokens, .blob = words("blob of ", path)});
        tree.counts.push_back({tokens, Quality::Exact});
    }
    return tree;
}

std::int64_t costless(std::string_view)
{
    return 0;
}

std::string joined(const std::vector<Cut>& cuts)
{
    std::string all;
    for (const Cut& cut : cuts)
        all += cut.path + " ";
    return all;
}

std::string cutsOf(const Tree& tree, std::int64_t budget)
{
    return joined(planPack(tree.listing, tree.counts, budget, costless).cuts);
}

Result<FileContent> pathTwice(const Entry& entry)
{
    return FileContent{entry.path + "\n" + entry.path, "now " + entry.blob};
}

std::string wrongWith(const Tree& tree, const PackPlan& plan, std::int64_t budget)
{
    std::int64_t tokens = 0;
    std::vector<std::string> paths;
    for (const PackedFile& file : plan.files) {
        tokens += file.tokens;
        paths.push_back(tree.listing.entries[file.entry].path);
    }
    if (tokens != plan.tokens || tokens > budget)
        return words(tokens, " tokens, said to be ", plan.tokens, ", of ", budget);
    if (plan.files.size() + plan.cuts.size() != tree.listing.entries.size())
        return "a file is neither packed nor cut";
    if (!std::is_sorted(plan.files.begin(), plan.files.end(),
                        [](const auto& a, const auto& b) { return a.entry < b.entry; }))
        return "out of order";
    // The last cut was needed: with it the text would be too long.
    if (!plan.cuts.empty() && plan.cuts.back().tokens + tokens <= budget)
        return "cut without need";
    return {};
}

} // namespace

class PackTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theTextIsWhatThePlanSays()
    {
        Tree tree = treeOf({{"a.cpp", 10}, {"b/c.cpp", 20}});
        tree.listing.branch = "main";
        tree.listing.commit = "0123";
        const PackPlan plan = planPack(tree.listing, tree.counts, {}, costless);
        const Pack pack = MUST(writePack(tree.listing, plan, pathTwice));
        QCOMPARE(pack.text,
                 std::string("=== a.cpp ===\n1\ta.cpp\n2\ta.cpp\n"
                             "=== b/c.cpp ===\n1\tb/c.cpp\n2\tb/c.cpp\n"
                             "=== end of tree: 2 files, branch main, commit 0123 ===\n"));
        QCOMPARE(pack.manifest.size(), 2U);
        const session::ManifestItem item = {.blob = "now blob of b/c.cpp",
                                            .path = "b/c.cpp",
                                            .lines = {1, 2},
                                            .tokens = 20,
                                            .role = session::ItemRole::Source};
        QVERIFY(pack.manifest[1] == item);
    }

    void headersAndTheEndCost()
    {
        const Tree tree = treeOf({{"a", 10}, {"b", 20}});
        std::int64_t numTexts = 0;
        const auto each = [&numTexts](std::string_view) -> std::int64_t {
            ++numTexts;
            return 3;
        };
        const PackPlan plan = planPack(tree.listing, tree.counts, {}, each);
        QCOMPARE(plan.tokens, 10 + 3 + 20 + 3 + 3);
        QCOMPARE(plan.files[0].tokens, 13);
        QVERIFY(plan.quality == Quality::Exact);
    }

    void whatIsLeftOutIsNotPacked()
    {
        Tree tree = treeOf({{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}});
        tree.listing.entries[0].verdict.why = Why::Binary;
        tree.listing.entries[1].kind = EntryKind::Link;
        tree.counts[3].quality = Quality::Estimated;
        const PackPlan plan = planPack(tree.listing, tree.counts, {}, costless);
        QCOMPARE(plan.files.size(), 2U);
        QCOMPARE(plan.files[0].entry, 2U);
        QVERIFY(plan.quality == Quality::Estimated);
        QVERIFY(plan.cuts.empty()); // their reasons stand in the listing
    }

    void theLeastIsCutFirst()
    {
        const Tree tree = treeOf({{"README.md", 10},
                                  {"big.csv", 50},
                                  {"docs/a.md", 30},
                                  {"small.csv", 20},
                                  {"src/a.cpp", 40},
                                  {"tests/a.cpp", 30}});
        QCOMPARE(cutsOf(tree, 180), std::string());
        QCOMPARE(cutsOf(tree, 179), std::string("small.csv ")); // the smallest that is enough
        QCOMPARE(cutsOf(tree, 150), std::string("big.csv "));
        QCOMPARE(cutsOf(tree, 120), std::string("big.csv small.csv "));
        QCOMPARE(cutsOf(tree, 100), std::string("big.csv small.csv tests/a.cpp "));
        QCOMPARE(cutsOf(tree, 50), std::string("big.csv small.csv tests/a.cpp docs/a.md "));
        QCOMPARE(cutsOf(tree, 45),
                 std::string("big.csv small.csv tests/a.cpp docs/a.md src/a.cpp "));
        QCOMPARE(cutsOf(tree, 30),
                 std::string("big.csv src/a.cpp small.csv tests/a.cpp docs/a.md "));
    }

    void eachCutHasItsReason()
    {
        const Tree tree = treeOf({{"a.cpp", 10}, {"b.cpp", 100}, {"c.csv", 10}});
        const PackPlan plan = planPack(tree.listing, tree.counts, 15, costless);
        QCOMPARE(plan.cuts.size(), 2U);
        QCOMPARE(plan.cuts[0].reason, std::string("larger than the whole budget"));
        QCOMPARE(plan.cuts[0].tokens, 100);
        QCOMPARE(plan.cuts[1].reason, std::string("over the budget: data goes first"));
    }

    void budgetsAreKept()
    {
        const auto report = test::forAll(500, [](test::Gen& gen) -> std::string {
            constexpr const char* kFolders[] = {"src/", "tests/", "docs/", "", "data/"};
            constexpr const char* kEndings[] = {".cpp", ".md", ".json", ".yml"};
            Tree tree;
            for (std::size_t idx = 0; idx < gen.size(); ++idx) {
                const auto tokens = gen.between(0, 1000);
                tree.listing.entries.push_back(
                    {.path = words(gen.pick(kFolders), idx, gen.pick(kEndings))});
                tree.counts.push_back({tokens, Quality::Exact});
            }
            const auto budget = gen.between(0, 20'000);
            const PackPlan plan = planPack(tree.listing, tree.counts, budget, costless);
            return wrongWith(tree, plan, budget);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void aFileThatCannotBeReadIsTheError()
    {
        const Tree tree = treeOf({{"a", 1}});
        const PackPlan plan = planPack(tree.listing, tree.counts, {}, costless);
        const auto pack = writePack(tree.listing, plan, [](const Entry&) -> Result<FileContent> {
            return Error(Code::NotFound, "gone meanwhile");
        });
        QVERIFY(!pack);
        QVERIFY(pack.error().text.find("a: gone meanwhile") != std::string::npos);
    }

    void brokenTextIsNoticed()
    {
        const Tree tree = treeOf({{"latin", 1}});
        const PackPlan plan = planPack(tree.listing, tree.counts, {}, costless);
        const Pack pack =
            MUST(writePack(tree.listing, plan, [](const Entry&) -> Result<FileContent> {
                return FileContent{"caf\xe9\n", "x"};
            }));
        QCOMPARE(pack.notices.size(), 1U);
        QVERIFY(pack.notices[0].find("latin") != std::string::npos);
    }
};

std::unique_ptr<QObject> makePackTest()
{
    return std::make_unique<PackTest>();
}

#include "tst_pack.moc"
