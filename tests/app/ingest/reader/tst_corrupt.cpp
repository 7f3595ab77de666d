#include "tests/app/ingest/reader/scratch_folder.h"
#include "tests/app/ingest/reader/tests.h"
#include "tests/support/test_table.h"

#include <filesystem>

using namespace tf::ingest;

namespace {

constexpr std::size_t kStep = 64;

/// A file of that ending in a folder, from the root.
std::string fileIn(const ScratchFolder& folder, const std::string& place, const std::string& ending)
{
    for (const auto& entry : std::filesystem::directory_iterator(folder.path(place))) {
        if (entry.path().extension() == ending)
            return place + "/" + entry.path().filename().native();
    }
    return {};
}

} // namespace

class CorruptTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aChangedByteNeverKeepsTheFolderFromBeingRead_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("ending");
        QTest::newRow("pack") << ".git/objects/pack"
                              << ".pack";
        QTest::newRow("pack index") << ".git/objects/pack"
                                    << ".idx";
        QTest::newRow("index") << ".git"
                               << "";
    }
    void aChangedByteNeverKeepsTheFolderFromBeingRead()
    {
        QFETCH(QString, place);
        QFETCH(QString, ending);
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.git({"gc", "--quiet"});
        const auto path = ending.isEmpty()
            ? std::string(".git/index")
            : fileIn(folder, place.toStdString(), ending.toStdString());
        const auto good = folder.read(path);
        QVERIFY(good.size() > kStep);
        std::filesystem::permissions(folder.path(path), std::filesystem::perms::owner_write,
                                     std::filesystem::perm_options::add);
        auto repository = MUST(Repository::open(folder.path()));
        int numWithGit = 0;
        for (std::size_t at = 0; at < good.size(); at += kStep) {
            auto bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x55);
            folder.write(path, bad);
            const auto listing = repository.list({}, {});
            QVERIFY2(listing, listing ? "" : listing.error().describe().c_str());
            QCOMPARE(MUST(repository.read(entryOf(*listing, "a.txt"), {})).bytes, "alpha\n");
            QVERIFY(!listing->commit.empty() || !listing->notices.empty());
            numWithGit += listing->commit.empty() ? 0 : 1;
        }
        folder.write(path, good);
        QCOMPARE(MUST(repository.list({}, {})).notices.size(), std::size_t{0});
        qInfo("%d of %d with git", numWithGit, static_cast<int>((good.size() + kStep - 1) / kStep));
    }
};

std::unique_ptr<QObject> makeCorruptTest()
{
    return tf::test::make<CorruptTest>();
}

#include "tst_corrupt.moc"
