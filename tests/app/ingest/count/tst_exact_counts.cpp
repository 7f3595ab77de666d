#include "app/ingest/count/exact_counts.h"

#include "app/ingest/shown/shown_file.h"
#include "engine/text/tokens/encoder.h"
#include "kernels/base/words.h"
#include "tests/app/ingest/count/read_folder.h"
#include "tests/app/ingest/count/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <fstream>

using namespace tf;
using namespace tf::ingest;

namespace {

constexpr int kNumFiles = 300;

} // namespace

class ExactCountsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        std::filesystem::remove_all(m_base);
        std::filesystem::create_directories(m_base / "tree/folder");
        for (int idx = 0; idx < kNumFiles; ++idx)
            writeFile(nameOf(idx), words("int value", idx, " = ", idx * idx, ";\n"));
        *m_numRead = 0;
        m_job = {m_base / "tree", m_base / "cache/counts", readerOf(m_base / "tree", m_numRead), 2};
    }

    void countsAreTheTokenizers()
    {
        auto listing = listFolder(m_job.root);
        const auto counted = count(listing);
        text::Encoder encoder(m_tokenizer);
        for (std::size_t idx = 0; idx < listing.entries.size(); ++idx) {
            std::ifstream file(m_job.root / listing.entries[idx].path);
            const std::string text((std::istreambuf_iterator<char>(file)), {});
            const auto shown = shownLines(text).text;
            const auto ids = MUST(encoder.encode(shown, text::ControlTokens::AsText));
            QCOMPARE(counted.counts[idx],
                     (Count{static_cast<std::int64_t>(ids.size()), Quality::Exact}));
            QCOMPARE(listing.entries[idx].blob.size(), std::size_t(40));
        }
        QVERIFY(counted.notices.empty());
        QCOMPARE(m_numRead->load(), kNumFiles);
    }

    void theSecondTimeNothingIsRead()
    {
        auto first = listFolder(m_job.root);
        const auto before = count(first);
        auto second = listFolder(m_job.root);
        const auto after = count(second);
        QCOMPARE(m_numRead->load(), kNumFiles);
        QCOMPARE(after.counts, before.counts);
        QCOMPARE(second, first);
    }

    void whatChangedIsReadAgain()
    {
        auto first = listFolder(m_job.root);
        const auto before = count(first);
        writeFile(nameOf(7), "int value7 = 50;\n"); // of the same size, and as old as before
        auto second = listFolder(m_job.root);
        const auto after = count(second);
        QCOMPARE(m_numRead->load(), kNumFiles + 1);
        QVERIFY(second.entries[7].blob != first.entries[7].blob);
    }

    /// A file of this moment could change once more and look the same.
    void whatWasJustWrittenIsNotTrusted()
    {
        writeFile(nameOf(3), "int just;\n", std::chrono::seconds(0));
        auto listing = listFolder(m_job.root);
        count(listing);
        listing = listFolder(m_job.root);
        count(listing);
        QCOMPARE(m_numRead->load(), kNumFiles + 1);
    }

    void theSameContentIsKnownElsewhere()
    {
        auto listing = listFolder(m_job.root);
        const auto before = count(listing);
        std::filesystem::rename(m_base / "tree", m_base / "moved");
        m_job.root = m_base / "moved";
        m_job.open = readerOf(m_job.root, m_numRead);
        const auto after = count(listing); // its blobs are known, as those of a commit are
        QCOMPARE(m_numRead->load(), kNumFiles);
        QCOMPARE(after.counts, before.counts);
    }

    void whatIsLeftOutIsNotRead()
    {
        auto listing = listFolder(m_job.root);
        listing.entries[0].verdict = {Why::Secret, "*.pem"};
        const auto counted = count(listing);
        QCOMPARE(m_numRead->load(), kNumFiles - 1);
        QCOMPARE(counted.counts[0].quality, Quality::Estimated);
        QVERIFY(counted.counts[0].tokens > 0);
    }

    void whatCannotBeReadKeepsItsEstimate()
    {
        auto listing = listFolder(m_job.root);
        std::filesystem::remove(m_job.root / nameOf(9));
        const auto counted = count(listing);
        QCOMPARE(counted.notices,
                 std::vector<std::string>{"folder/109.c: cannot open folder/109.c"});
        QCOMPARE(counted.counts[9].quality, Quality::Estimated);
        QCOMPARE(counted.counts[10].quality, Quality::Exact);
    }

    void anUnwritableCacheCostsANoticeOnly()
    {
        m_job.cache = "/proc/nowhere/counts";
        auto listing = listFolder(m_job.root);
        const auto counted = count(listing);
        QCOMPARE(counted.notices.size(), std::size_t(1));
        QVERIFY(counted.notices[0].starts_with("counts are not kept: "));
        QCOMPARE(counted.counts[10].quality, Quality::Exact);
    }

    void whatWasCountedBeforeACancelIsKept()
    {
        CancelSource source;
        auto listing = listFolder(m_job.root);
        const auto counted = countBy(m_job, listing, m_tokenizer, source.token(),
                                     [&](const CountProgress& progress) {
                                         if (progress.files >= 100)
                                             source.cancel();
                                     });
        QVERIFY(!counted && counted.error().code == Code::Cancelled);
        const int numFirst = m_numRead->exchange(0);
        QVERIFY(numFirst >= 100);
        listing = listFolder(m_job.root);
        count(listing);
        QCOMPARE(m_numRead->load(), kNumFiles - numFirst);
    }

    void whoCannotReadAtAllSaysWhy()
    {
        m_job.open = []() -> Result<ReadContent> { return Error(Code::Denied, "no process"); };
        auto listing = listFolder(m_job.root);
        const auto counted = countBy(m_job, listing, m_tokenizer, {}, {});
        QVERIFY(!counted);
        QCOMPARE(counted.error().text, std::string("no process"));
    }

    void progressEndsAtAll()
    {
        auto listing = listFolder(m_job.root);
        CountProgress last;
        QVERIFY(countBy(m_job, listing, m_tokenizer, {},
                        [&](const CountProgress& progress) { last = progress; }));
        QCOMPARE(last.files, kNumFiles);
        QCOMPARE(last.totalFiles, kNumFiles);
        QVERIFY(last.bytes > kNumFiles * 10);
    }

private:
    static std::string nameOf(int idx) { return words("folder/", 100 + idx, ".c"); }

    void writeFile(const std::string& name, const std::string& text,
                   std::chrono::seconds age = std::chrono::hours(1)) const
    {
        const auto path = m_base / "tree" / name;
        std::ofstream(path) << text;
        const auto now = std::filesystem::file_time_type::clock::now();
        std::filesystem::last_write_time(path, std::chrono::floor<std::chrono::hours>(now) - age);
        if (age.count() == 0)
            std::filesystem::last_write_time(path, now);
    }

    Counted count(Listing& listing) const
    {
        return MUST(countBy(m_job, listing, m_tokenizer, {}, {}));
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_base = m_folder.filePath(QStringLiteral("x")).toStdString();
    text::Tokenizer m_tokenizer = MUST(text::Tokenizer::load(
        TRIFOLD_SOURCE_DIR "/tests/golden/tokenizer/small.json", text::CacheFile::None));
    std::shared_ptr<std::atomic<int>> m_numRead = std::make_shared<std::atomic<int>>(0);
    CountJob m_job;
};

std::unique_ptr<QObject> makeExactCountsTest()
{
    return test::make<ExactCountsTest>();
}

#include "tst_exact_counts.moc"
