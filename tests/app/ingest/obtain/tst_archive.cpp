#include "tests/app/ingest/obtain/archive_maker.h"
#include "tests/app/ingest/obtain/tests.h"
#include "tests/app/ingest/obtain/workplace.h"
#include "tests/support/test_table.h"

#include <thread>

#include <sys/stat.h>

namespace {

using tf::ingest::Again;
using Paths = std::vector<std::string>;

const std::vector<MadeEntry> kGood = {{"src", "", MadeKind::Folder, 0777},
                                      {"src/a.txt", "alpha\n", MadeKind::File, 06777},
                                      {"./src//deep/er/b.txt", "beta\n"},
                                      {"grüße.txt", "naïve\n"},
                                      {"empty", ""}};
const Paths kGoodTree = {"empty",        "grüße.txt",        "src/", "src/a.txt", "src/deep/",
                         "src/deep/er/", "src/deep/er/b.txt"};

} // namespace

/// Archives that mean well.
class ArchiveTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyKind_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("filter");
        QTest::newRow("zip") << int(MadeFormat::Zip) << int(MadeFilter::None);
        QTest::newRow("tar") << int(MadeFormat::Pax) << int(MadeFilter::None);
        QTest::newRow("gnu tar") << int(MadeFormat::Gnu) << int(MadeFilter::None);
        QTest::newRow("tar.gz") << int(MadeFormat::Pax) << int(MadeFilter::Gzip);
        QTest::newRow("tar.bz2") << int(MadeFormat::Pax) << int(MadeFilter::Bzip2);
        QTest::newRow("tar.xz") << int(MadeFormat::Pax) << int(MadeFilter::Xz);
        QTest::newRow("tar.zst") << int(MadeFormat::Pax) << int(MadeFilter::Zstd);
    }
    void everyKind()
    {
        QFETCH(int, format);
        QFETCH(int, filter);
        const Workplace place;
        // Told by its content: the name says nothing.
        const auto file =
            place.write("x.bin", makeArchive(MadeFormat(format), MadeFilter(filter), kGood));
        const auto got = place.obtain(file);
        QVERIFY2(got, got ? "" : got.error().describe().c_str());
        QCOMPARE(Workplace::tree(got->root), kGoodTree);
        QCOMPARE(Workplace::content(got->root / "src/deep/er/b.txt"), std::string("beta\n"));
        QCOMPARE(got->title, std::string("x"));
        QVERIFY(got->notices.empty());
        QVERIFY(place.isCacheClean());
    }

    void rightsAreTheOwnersAlone()
    {
        const Workplace place;
        const auto got =
            place.obtain(place.write("x", makeArchive(MadeFormat::Gnu, MadeFilter::None, kGood)));
        QVERIFY(got);
        struct stat facts { };
        QCOMPARE(stat((got->root / "src/a.txt").c_str(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777U, 0600U);
        QCOMPARE(stat((got->root / "src").c_str(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777U, 0700U);
    }

    void aLoneFolderIsTheSource()
    {
        const Workplace place;
        const auto got = place.obtain(place.write(
            "x.tar.gz", makeArchive(MadeFormat::Pax, MadeFilter::Gzip, {{"name-1.0/a", "a"}})));
        QVERIFY(got);
        QCOMPARE(got->title, std::string("name-1.0"));
        QCOMPARE(Workplace::tree(got->root), Paths{"a"});
    }

    void againIsReusedUntilTheFileChanges()
    {
        const Workplace place;
        const auto one = makeArchive(MadeFormat::Pax, MadeFilter::None,
                                     {{"a", "1"}, {"l", "a", MadeKind::SoftLink}});
        const auto file = place.write("x.tar", one);
        const auto first = place.obtain(file);
        QVERIFY(first);
        QCOMPARE(first->notices.size(), std::size_t(1));
        // What is kept is not made anew: a mark in it stays, and so do its notices.
        place.write("mark", "");
        std::filesystem::rename(place.path("mark"), first->root / "mark");
        const auto second = place.obtain(file);
        QVERIFY(second);
        QVERIFY(std::filesystem::exists(second->root / "mark"));
        QCOMPARE(second->notices, first->notices);
        auto choice = place.choice();
        choice.again = Again::Fetch;
        const auto third = place.obtain(file, choice);
        QVERIFY(third);
        QVERIFY(!std::filesystem::exists(third->root / "mark"));
        place.write("x.tar", makeArchive(MadeFormat::Pax, MadeFilter::None, {{"b", "22"}}));
        const auto fourth = place.obtain(file);
        QVERIFY(fourth);
        QCOMPARE(Workplace::tree(fourth->root), Paths{"b"});
    }

    void progressIsToldAndCancelEndsIt()
    {
        const Workplace place;
        const auto file = place.write(
            "x.tar", makeArchive(MadeFormat::Pax, MadeFilter::None, {{"a", "12345"}, {"b", "6"}}));
        tf::ingest::ObtainProgress last;
        QVERIFY(tf::ingest::obtain(file, place.choice(), {},
                                   [&last](const auto& progress) { last = progress; }));
        QCOMPARE(last.done, std::int64_t(2));
        QCOMPARE(last.bytes, std::int64_t(6));

        // 10 GB would take far longer than until the first word.
        const auto bomb = place.write("bomb", makeBomb(std::int64_t{10} << 30));
        auto choice = place.choice();
        choice.mostBytes = INT64_MAX;
        choice.mostRatio = 0;
        tf::CancelSource stop;
        const auto got =
            tf::ingest::obtain(bomb, choice, stop.token(), [&stop](const auto&) { stop.cancel(); });
        QVERIFY(!got);
        QCOMPARE(got.error().code, tf::Code::Cancelled);
        QVERIFY(place.isCacheClean());
    }

    void aFolderIsItself()
    {
        const Workplace place;
        place.write("some folder/a", "a");
        const auto got = place.obtain(place.path("some folder"));
        QVERIFY(got);
        QCOMPARE(got->root.native(),
                 std::filesystem::canonical(place.path("some folder")).native());
        QCOMPARE(got->title, std::string("some folder"));
        QVERIFY(!std::filesystem::exists(place.path("cache")));
    }

    void withoutItsProgramNothingIsUnpacked()
    {
        const Workplace place;
        auto choice = place.choice();
        choice.unpackProgram = place.path("none");
        const auto got = place.obtain(
            place.write("x", makeArchive(MadeFormat::Pax, MadeFilter::None, kGood)), choice);
        QVERIFY(!got);
        QCOMPARE(got.error().code, tf::Code::NotFound);
        QVERIFY(got.error().text.find("trifold-unpack") != std::string::npos);
        QVERIFY(place.isCacheClean());
    }
};

std::unique_ptr<QObject> makeArchiveTest()
{
    return tf::test::make<ArchiveTest>();
}

#include "tst_archive.moc"
