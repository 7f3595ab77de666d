// A repository cut to a size: what is said to be freed is freed, by rules that touch nothing else.

#include "app/workspace/tray/fit.h"
#include "kernels/base/words.h"
#include "tests/app/workspace/tray/sent_by_rules.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <algorithm>
#include <set>

using namespace tf;
using namespace tf::workspace;

namespace {

RepositoryLook lookOf(std::vector<ingest::Entry> entries, ingest::Budget budget = {})
{
    std::sort(entries.begin(), entries.end(),
              [](const auto& left, const auto& right) { return left.path < right.path; });
    draft::CountedListing found;
    found.listing.title = "shop";
    found.listing.entries = std::move(entries);
    found.counts = ingest::estimate(found.listing);
    RepositoryLook look;
    look.plan = ingest::planPack(found.listing, found.counts, budget);
    look.found = std::make_shared<const draft::CountedListing>(std::move(found));
    return look;
}

ingest::Entry file(std::string path, std::int64_t bytes)
{
    return {.path = std::move(path), .size = bytes};
}

/// Listed anew after those cuts.
RepositoryLook without(const RepositoryLook& look, const std::vector<FitCut>& cuts)
{
    ingest::RuleChoice choice;
    choice.takesLockFiles = choice.takesVendored = true;
    for (const FitCut& cut : cuts)
        choice.rules.insert(choice.rules.end(), cut.rules.begin(), cut.rules.end());
    auto entries = look.found->listing.entries;
    const auto isOut = [&](const auto& entry) { return !isSentBy(choice, entry.path); };
    entries.erase(std::remove_if(entries.begin(), entries.end(), isOut), entries.end());
    return lookOf(std::move(entries));
}

RepositoryLook drawnLook(test::Gen& gen)
{
    constexpr std::string_view kFolders[] = {"src", "tests", "data", "docs", "a.json", "x[1]"};
    constexpr std::string_view kNames[] = {"main.c",     "a_test.go", "test_b.py",      "c.json",
                                           "README.md",  "Makefile",  "CMakeLists.txt", "d.txt",
                                           "Cargo.lock", "e.py",      "f*.c",           "g.JSON"};
    std::set<std::string> paths;
    for (std::size_t left = gen.below(gen.size()) + 1; left > 0; --left) {
        std::string path;
        for (std::size_t depth = gen.below(4); depth > 0; --depth)
            path += words(gen.pick(kFolders), "/");
        paths.insert(words(path, gen.pick(kNames)));
    }
    std::vector<ingest::Entry> entries;
    for (const std::string& path : paths)
        entries.push_back(file(path, gen.between(0, 4000)));
    return lookOf(std::move(entries), gen.oneIn(2) ? ingest::Budget() : gen.between(1, 5000));
}

std::string cutsFreeWhatTheySay(test::Gen& gen)
{
    const auto look = drawnLook(gen);
    const auto whole = without(look, {}).plan;
    const auto goal = gen.between(20, std::max<std::int64_t>(whole.tokens + 100, 20));
    const Fit fit = fitTo(look, goal);
    if (fit.before != whole.tokens)
        return words("before: ", fit.before, " for ", whole.tokens);
    if (whole.tokens <= goal && !fit.cuts.empty())
        return "cut though it fits";
    for (const FitCut& cut : fit.cuts) {
        const auto rest = without(look, {cut}).plan;
        if (std::ssize(whole.files) - std::ssize(rest.files) != cut.numFiles)
            return words("not its files: ", cut.folder, " ", cut.numFiles);
        if (std::abs(whole.tokens - rest.tokens - cut.tokens) > 1) // of the last line
            return words("not its tokens: ", cut.folder);
    }
    const auto rest = without(look, fit.cuts).plan;
    if (std::abs(rest.tokens - fit.after) > 1)
        return words("after: ", fit.after, " for ", rest.tokens);
    return rest.tokens <= goal || rest.files.empty() ? "" : words(rest.tokens, " over ", goal);
}

std::string moreRoomCutsNoMore(test::Gen& gen)
{
    const auto look = drawnLook(gen);
    const auto goal = gen.between(0, 8000);
    const auto less = fitTo(look, goal);
    const auto more = fitTo(look, goal + gen.between(0, 2000));
    if (more.after < less.after)
        return words("more room leaves ", more.after, ", less ", less.after);
    return "";
}

} // namespace

class FitTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatFitsStays()
    {
        const auto look = lookOf({file("a.c", 100)});
        const auto fit = fitTo(look, look.plan.tokens);
        QVERIFY(fit.cuts.empty());
        QCOMPARE(fit.after, look.plan.tokens);
    }

    void theLeastWorthGoesFirstAndFoldersGoWhole()
    {
        const auto look =
            lookOf({file("Cargo.lock", 900), file("README.md", 400), file("src/a.c", 400),
                    file("src/deep/b.c", 6000), file("tests/x.c", 2000), file("tests/y.c", 2000),
                    file("tests/z.json", 900)});
        const auto fit = fitTo(look, 1000);
        std::vector<FitKind> kinds;
        std::vector<std::string> places;
        for (const FitCut& cut : fit.cuts) {
            kinds.push_back(cut.kind);
            places.push_back(cut.folder + "|" + cut.file);
        }
        QVERIFY(
            kinds
            == (std::vector{FitKind::LockFiles, FitKind::Data, FitKind::Tests, FitKind::Source}));
        QCOMPARE(places.front(), std::string("|Cargo.lock"));
        QCOMPARE(fit.cuts[2].folder, std::string("tests"));
        QCOMPARE(fit.cuts[2].numFiles, 2);
        QCOMPARE(fit.cuts[2].rules.size(), 1U);
        QCOMPARE(fit.cuts[2].rules.front().glob, std::string("/tests/**/*.c"));
        QVERIFY(fit.after <= 1000);
    }

    void scatteredFilesOfAKindGoByTheirNames()
    {
        std::vector<ingest::Entry> entries;
        for (int idx = 0; idx < 300; ++idx) {
            entries.push_back(file(words("m", idx, "/a.go"), 400));
            entries.push_back(file(words("m", idx, "/a_test.go"), 400));
            entries.push_back(file(words("m", idx, "/t.json"), 400));
        }
        const auto look = lookOf(std::move(entries));
        const auto sources = fitTo(look, 0).cuts.back();
        QVERIFY(sources.kind == FitKind::Source);
        const auto fit = fitTo(look, sources.tokens + 100);
        QCOMPARE(fit.cuts.size(), 2U);
        QCOMPARE(fit.cuts[0].rules.front().glob, std::string("*.json"));
        QCOMPARE(fit.cuts[1].rules.front().glob, std::string("*_test.go"));
        QCOMPARE(fit.cuts[1].rules.size(), 1U);
        QCOMPARE(fit.cuts[1].numFiles, 300);
    }

    void manySmallOnesArePutTogether()
    {
        std::vector<ingest::Entry> entries;
        for (int idx = 0; idx < 300; ++idx)
            entries.push_back(file(words("src/m", idx, "/a.go"), 400 + idx));
        const auto look = lookOf(std::move(entries));
        const auto fit = fitTo(look, look.plan.tokens / 2);
        QCOMPARE(fit.cuts.size(), 8U);
        const FitCut& rest = fit.cuts.back();
        QCOMPARE(rest.folder, std::string("src"));
        QVERIFY(rest.numPlaces > 100);
        QCOMPARE(rest.numFiles, rest.numPlaces);
        QVERIFY(fit.after <= look.plan.tokens / 2);
    }

    void cutsAreTrue() { QCOMPARE(test::forAll(300, cutsFreeWhatTheySay, 40), std::string()); }

    void moreRoomNeverCutsMore()
    {
        QCOMPARE(test::forAll(500, moreRoomCutsNoMore, 60), std::string());
    }
};

std::unique_ptr<QObject> makeFitTest()
{
    return std::make_unique<FitTest>();
}

#include "tst_fit.moc"
