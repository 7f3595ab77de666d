// Very many empty files: in a folder, under git, in a commit alone. Within the limit they are
// listed, beyond it the limit is told; neither costs more memory than this machine can spare.
//
// TRIFOLD_FILES=1000000 for the long run (some minutes where files are made quickly:
// TMPDIR=/dev/shm).

#include "app/ingest/reader/messages.h"
#include "kernels/base/words.h"
#include "tests/app/ingest/reader/scratch_folder.h"
#include "tests/app/ingest/reader/tests.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>

using namespace tf::ingest;
using tf::words;

namespace {

constexpr int kUsualFiles = 2'000;
constexpr int kFilesAFolder = 500;
constexpr const char* kEmptyBlob = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";

enum class Layout : std::uint8_t { OneFolder, ManyFolders };

int numFiles()
{
    return std::max(qEnvironmentVariableIntValue("TRIFOLD_FILES"), kUsualFiles);
}

std::string nameOf(Layout layout, int idx)
{
    const std::string folder =
        layout == Layout::ManyFolders ? words("d", idx / kFilesAFolder, "/") : std::string();
    return words(folder, "file", idx, ".txt");
}

/// False when the disk is full, or has no more room for names.
bool makeFiles(ScratchFolder& folder, Layout layout)
{
    for (int idx = 0; idx < numFiles(); ++idx) {
        if (layout == Layout::ManyFolders && idx % kFilesAFolder == 0)
            folder.makeFolder(words("d", idx / kFilesAFolder));
        const std::string path = folder.path(nameOf(layout, idx));
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0 || ::close(file) != 0)
            return false;
    }
    return true;
}

std::string indexLines(Layout layout)
{
    std::string lines;
    for (int idx = 0; idx < numFiles(); ++idx)
        lines += words("100644 ", kEmptyBlob, "\t", nameOf(layout, idx), "\n");
    return lines;
}

void commitIndex(ScratchFolder& folder, const std::string& lines)
{
    folder.git({"hash-object", "-w", "--stdin"});
    folder.git({"update-index", "--add", "--index-info"}, lines);
    const std::string tree = folder.git({"write-tree"});
    const std::string commit = folder.git({"commit-tree", tree, "-m", "many"});
    folder.git({"update-ref", "HEAD", commit});
}

long peakMegabytes(int who)
{
    rusage usage{};
    ::getrusage(who, &usage);
    return usage.ru_maxrss / 1024;
}

} // namespace

class CrowdTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void emptyFiles_data()
    {
        QTest::addColumn<bool>("isGit");
        QTest::addColumn<bool>("isOneFolder");
        for (const bool isGit : {false, true}) {
            for (const bool isOneFolder : {false, true})
                QTest::addRow("%s, %s", isGit ? "git" : "plain",
                              isOneFolder ? "one folder" : "many folders")
                    << isGit << isOneFolder;
        }
    }
    void emptyFiles()
    {
        QFETCH(bool, isGit);
        QFETCH(bool, isOneFolder);
        const Layout layout = isOneFolder ? Layout::OneFolder : Layout::ManyFolders;
        ScratchFolder folder;
        QVERIFY(makeFiles(folder, layout));
        if (isGit) {
            folder.git({"init", "--quiet", "--template="});
            commitIndex(folder, indexLines(layout));
        }
        QVERIFY2(folder.problem().empty(), folder.problem().c_str());
        check(folder, isGit ? "committed" : "not committed");
    }

    /// No file of it lies on the disk: a commit can be made to hold what it likes.
    void aBareCommit_data()
    {
        QTest::addColumn<int>("numFiles");
        QTest::newRow("some") << kUsualFiles;
        if (qEnvironmentVariableIsSet("TRIFOLD_FILES")) // git itself takes long to make them
            QTest::newRow("one more than are listed") << static_cast<int>(kMostEntries) + 1;
    }
    void aBareCommit()
    {
        QFETCH(int, numFiles);
        ScratchFolder folder;
        folder.git({"init", "--quiet", "--bare", "--template="});
        folder.git({"hash-object", "-w", "--stdin"});
        std::string lines;
        for (int idx = 0; idx < numFiles; ++idx)
            lines += words("100644 blob ", kEmptyBlob, "\tfile", idx, "\n");
        const std::string tree = folder.git({"mktree", "--missing"}, lines);
        folder.git({"update-ref", "HEAD", folder.git({"commit-tree", tree, "-m", "many"})});
        QVERIFY2(folder.problem().empty(), folder.problem().c_str());
        expect(listed(folder), numFiles);
    }

private:
    struct Told {
        std::size_t numEntries = 0;
        std::string error;
    };

    static Told listed(const ScratchFolder& folder)
    {
        auto repository = Repository::open(folder.path());
        if (!repository)
            return {0, repository.error().describe()};
        auto listing = repository->list({}, {});
        return listing ? Told{listing->entries.size(), {}} : Told{0, listing.error().describe()};
    }

    static void expect(const Told& told, int numFiles)
    {
        if (numFiles <= static_cast<int>(kMostEntries)) {
            QVERIFY2(told.error.empty(), told.error.c_str());
            QVERIFY(told.numEntries >= static_cast<std::size_t>(numFiles));
            return;
        }
        QVERIFY2(told.error.find("200000") != std::string::npos
                     && told.error.find("more than") != std::string::npos,
                 told.error.c_str());
    }

    static void check(const ScratchFolder& folder, const char* what)
    {
        QElapsedTimer clock;
        clock.start();
        const Told told = listed(folder);
        if (qEnvironmentVariableIsSet("TRIFOLD_FILES"))
            std::printf("%d empty files, %s: %zu listed in %lld ms, at most %ld MB here and %ld MB "
                        "in the children; %s\n",
                        numFiles(), what, told.numEntries, static_cast<long long>(clock.elapsed()),
                        peakMegabytes(RUSAGE_SELF), peakMegabytes(RUSAGE_CHILDREN),
                        told.error.c_str());
        expect(told, numFiles());
    }
};

std::unique_ptr<QObject> makeCrowdTest()
{
    return std::make_unique<CrowdTest>();
}

#include "tst_crowd.moc"
