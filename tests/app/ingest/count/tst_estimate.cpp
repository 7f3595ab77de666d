#include "app/ingest/count/bytes_per_token.h"
#include "app/ingest/count/token_counts.h"
#include "tests/app/ingest/count/tests.h"
#include "tests/support/test_table.h"

using namespace tf::ingest;

namespace {

Entry entryOf(std::string path, std::int64_t size, EntryKind kind = EntryKind::File)
{
    Entry entry;
    entry.path = std::move(path);
    entry.kind = kind;
    entry.size = size;
    return entry;
}

} // namespace

class EstimateTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyEntryHasACount()
    {
        Listing listing;
        listing.entries = {entryOf("a/b.c", 3'000), entryOf("empty.c", 0), entryOf("x.c", 1),
                           entryOf("node_modules", 0, EntryKind::Folder),
                           entryOf("link", 7, EntryKind::Link)};
        listing.entries[0].verdict = {Why::Rule, "rule -*.c"};
        const auto counts = estimate(listing);
        QCOMPARE(counts.size(), listing.entries.size());
        QVERIFY(counts[0].tokens > 600 && counts[0].tokens < 1500); // left out, and counted
        QCOMPARE(counts[1].tokens, 0);
        QCOMPARE(counts[2].tokens, 1);
        QCOMPARE(counts[3].tokens, 0);
        QCOMPARE(counts[4].tokens, 0);
        QCOMPARE(counts[0].quality, Quality::Estimated);
    }

    void theTableIsFoundByEnding()
    {
        QVERIFY(bytesPerToken("a.md") > bytesPerToken("a.dts"));
        QCOMPARE(bytesPerToken("A.PY"), bytesPerToken("b.py"));
        QCOMPARE(bytesPerToken("Makefile"), bytesPerToken("makefile"));
        QCOMPARE(bytesPerToken("what"), bytesPerToken("a.nobody-knows"));
        for (const char* name : {"a.c", "a.rs", "a.json", "a", ".c", "a.", ""})
            QVERIFY2(bytesPerToken(name) > 1 && bytesPerToken(name) < 8, name);
    }
};

std::unique_ptr<QObject> makeEstimateTest()
{
    return tf::test::make<EstimateTest>();
}

#include "tst_estimate.moc"
