#include "app/ingest/obtain/unpack/unpacking.h"
#include "tests/app/ingest/obtain/archive_maker.h"
#include "tests/app/ingest/obtain/tests.h"
#include "tests/app/ingest/obtain/workplace.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <fcntl.h>

using namespace tf::ingest;
using tf::Code;

namespace {

constexpr std::size_t kNumFiles = 5;

/// What trifold-unpack does, without its box and its process.
tf::Result<UnpackDone> unpackedHere(const Workplace& place, const std::string& bytes)
{
    const auto file = place.write("archive", bytes);
    const auto target = place.path("target");
    std::filesystem::remove_all(target);
    std::filesystem::create_directory(target);
    const tf::vision::Descriptor input(open(file.c_str(), O_RDONLY | O_CLOEXEC));
    const tf::vision::Descriptor folder(open(target.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    auto reader = TRY(ArchiveReader::open(input.number()));
    Unpacking work(folder.number(), static_cast<std::int64_t>(bytes.size()), {1'000'000, 1000, 200},
                   [](const UnpackProgress&) -> tf::Result<> { return {}; });
    return work.run(reader);
}

/// Files that cannot be made smaller.
std::vector<MadeEntry> noisyEntries(tf::test::Gen& gen)
{
    std::vector<MadeEntry> entries;
    for (std::size_t idx = 0; idx < kNumFiles; ++idx) {
        std::string content;
        for (int at = 0; at < 700; ++at)
            content += static_cast<char>(gen.bits());
        entries.push_back({"f" + std::to_string(idx), content});
    }
    return entries;
}

} // namespace

/// Broken archives of every kind, many of them.
class UnpackingTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void cutAnywhere_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("filter");
        QTest::newRow("zip") << int(MadeFormat::Zip) << int(MadeFilter::None);
        QTest::newRow("tar") << int(MadeFormat::Gnu) << int(MadeFilter::None);
        QTest::newRow("tar.gz") << int(MadeFormat::Pax) << int(MadeFilter::Gzip);
        QTest::newRow("tar.bz2") << int(MadeFormat::Pax) << int(MadeFilter::Bzip2);
        QTest::newRow("tar.xz") << int(MadeFormat::Pax) << int(MadeFilter::Xz);
        QTest::newRow("tar.zst") << int(MadeFormat::Pax) << int(MadeFilter::Zstd);
    }
    void cutAnywhere()
    {
        QFETCH(int, format);
        QFETCH(int, filter);
        tf::test::Gen gen(7, 64);
        const auto whole = makeArchive(MadeFormat(format), MadeFilter(filter), noisyEntries(gen));
        const Workplace place;
        QVERIFY(unpackedHere(place, whole));
        std::vector<std::size_t> ends;
        for (std::size_t part = 0; part < 50; ++part)
            ends.push_back(whole.size() * part / 50);
        for (std::size_t file = 0; file < kNumFiles; ++file)
            ends.push_back(1536 * file); // a tar that is cut between two files
        for (const auto end : ends) {
            if (end >= whole.size())
                continue;
            // What is missing of a tar behind its first closing block is nothing.
            if (MadeFormat(format) == MadeFormat::Gnu && end >= kNumFiles * 1536 + 512)
                continue;
            const auto got = unpackedHere(place, whole.substr(0, end));
            QVERIFY2(!got, std::to_string(end).c_str());
            QVERIFY2(got.error().code == Code::Corrupt || end < 262,
                     got.error().describe().c_str());
        }
    }

    void bytesChanged_data() { cutAnywhere_data(); }
    void bytesChanged()
    {
        QFETCH(int, format);
        QFETCH(int, filter);
        tf::test::Gen gen(11, 64);
        const auto good = makeArchive(MadeFormat(format), MadeFilter(filter), noisyEntries(gen));
        const Workplace place;
        for (int round = 0; round < 20; ++round) {
            std::string bytes = good;
            for (int spot = 0; spot < 4; ++spot)
                bytes[gen.below(bytes.size())] = static_cast<char>(gen.bits());
            check(unpackedHere(place, bytes));
            QVERIFY(!std::filesystem::exists(place.path("f0"))); // beside the target
        }
    }

    void anyBytes()
    {
        tf::test::Gen gen(13, 4000);
        const Workplace place;
        for (int round = 0; round < 40; ++round)
            check(unpackedHere(place, gen.pick(kBeginnings) + gen.bytes()));
    }

private:
    static void check(const tf::Result<UnpackDone>& got)
    {
        if (!got)
            QVERIFY2(got.error().code == Code::Corrupt || got.error().code == Code::BadInput
                         || got.error().code == Code::OutOfMemory,
                     got.error().describe().c_str());
    }

    const std::vector<std::string> kBeginnings = {"",
                                                  "PK\3\4",
                                                  "\x1f\x8b\x08",
                                                  "BZh9",
                                                  "\xfd"
                                                  "7zXZ",
                                                  "\x28\xb5\x2f\xfd"};
};

std::unique_ptr<QObject> makeUnpackingTest()
{
    return tf::test::make<UnpackingTest>();
}

#include "tst_unpacking.moc"
