#include "tests/app/ingest/reader/scratch_folder.h"
#include "tests/app/ingest/reader/tests.h"
#include "tests/support/test_table.h"

#include <filesystem>

using namespace tf::ingest;

namespace {

using Lines = std::vector<std::string>;

struct Told {
    Listing listing;
    std::string error;

    [[nodiscard]] bool hasNotice(std::string_view part) const
    {
        for (const std::string& notice : listing.notices) {
            if (notice.find(part) != std::string::npos)
                return true;
        }
        return false;
    }
};

Told listed(const std::string& root, const RuleChoice& choice = {})
{
    auto repository = Repository::open(root);
    if (!repository)
        return {{}, repository.error().describe()};
    auto listing = repository->list(choice, {});
    return listing ? Told{std::move(*listing), {}} : Told{{}, listing.error().describe()};
}

std::string contentOf(const std::string& root, const Entry& entry)
{
    auto repository = Repository::open(root);
    if (!repository)
        return repository.error().describe();
    auto content = repository->read(entry, {});
    return content ? content->bytes : content.error().describe();
}

std::string joined(const Lines& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

std::string brief(const Told& told)
{
    return told.error + joined(briefly(told.listing));
}

const Lines kTwoCommitted = {"a.txt Committed Included", "folder/b.txt Committed Included"};
const Lines kTwoPlain = {"a.txt Plain Included", "folder/b.txt Plain Included"};
constexpr const char* kAlpha = "4a58007052a65fbc2fc3f910f2855f45a4058e74"; // of "alpha\n"

} // namespace

class RepositoryTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aPlainFolder()
    {
        ScratchFolder folder;
        folder.write("a.txt", "alpha\n");
        folder.write("folder/b.txt", "beta\n");
        const auto told = listed(folder.path());
        QCOMPARE(brief(told), joined(kTwoPlain));
        QCOMPARE(told.listing.title, std::filesystem::path(folder.path()).filename().native());
        QVERIFY(told.listing.commit.empty() && told.listing.notices.empty());
        QCOMPARE(contentOf(folder.path(), entryOf(told.listing, "folder/b.txt")), "beta\n");
    }

    void aCleanRepository()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        const auto told = listed(folder.path());
        QCOMPARE(folder.problem(), "");
        QCOMPARE(brief(told), joined(kTwoCommitted));
        QCOMPARE(told.listing.commit, folder.git({"rev-parse", "HEAD"}));
        QCOMPARE(told.listing.branch, "main");
        QCOMPARE(entryOf(told.listing, "a.txt").blob, kAlpha);
        QVERIFY(told.listing.notices.empty());
    }

    void aContentHasGitsNameOfIt()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        auto repository = MUST(Repository::open(folder.path()));
        const auto listing = MUST(repository.list({}, {}));
        const auto content = MUST(repository.read(entryOf(listing, "a.txt"), {}));
        QCOMPARE(content.bytes, "alpha\n");
        QCOMPARE(content.blob, kAlpha);
    }

    void dirtyStagedUntrackedAndDeletedFiles()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.write("staged.txt", "new\n");
        folder.git({"add", "staged.txt"});
        folder.write("a.txt", "changed\n");
        folder.write("untracked.txt", "here\n");
        folder.write("ignored.tmp1", "x");
        folder.write(".gitignore", "*.tmp1\n");
        folder.remove("folder/b.txt");
        const auto told = listed(folder.path());
        QCOMPARE(brief(told),
                 joined({".gitignore Untracked Included", "a.txt Changed Included",
                         "ignored.tmp1 Untracked IgnoredByGit", "staged.txt Changed Included",
                         "untracked.txt Untracked Included"}));
        QCOMPARE(contentOf(folder.path(), entryOf(told.listing, "a.txt")), "changed\n");
    }

    void aFileThatIsWrittenAgainWithTheSameContentIsUnchanged()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.write("a.txt", "alpha\n");
        QCOMPARE(brief(listed(folder.path())), joined(kTwoCommitted));
    }

    void aChangeInTheSecondOfTheIndexIsSeen()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.write("a.txt", "ALPHA\n");
        folder.git({"add", "a.txt"});
        folder.write("a.txt", "alpha\n");
        QCOMPARE(brief(listed(folder.path())), joined(kTwoCommitted));
    }

    void renamedFiles()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.git({"mv", "a.txt", "c.txt"});
        QCOMPARE(brief(listed(folder.path())),
                 joined({"c.txt Changed Included", "folder/b.txt Committed Included"}));
    }

    void aFileTakenOutOfTheIndexIsUntracked()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.git({"rm", "--quiet", "--cached", "a.txt"});
        QCOMPARE(brief(listed(folder.path())),
                 joined({"a.txt Untracked Included", "folder/b.txt Committed Included"}));
    }

    void aMergeConflict()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.git({"checkout", "--quiet", "-b", "other"});
        folder.write("a.txt", "other\n");
        folder.git({"commit", "--quiet", "-am", "other"});
        folder.git({"checkout", "--quiet", "main"});
        folder.write("a.txt", "ours\n");
        folder.git({"commit", "--quiet", "-am", "ours"});
        folder.git({"merge", "other"}); // which fails
        const auto told = listed(folder.path());
        QCOMPARE(brief(told),
                 joined({"a.txt Changed Included", "folder/b.txt Committed Included"}));
        QVERIFY(told.hasNotice("in the middle of a merge"));
    }

    void aDetachedHead()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.git({"checkout", "--quiet", "--detach"});
        const auto told = listed(folder.path());
        QCOMPARE(told.listing.branch, "");
        QCOMPARE(told.listing.commit, folder.git({"rev-parse", "HEAD"}));
        QCOMPARE(brief(told), joined(kTwoCommitted));
    }

    void aBranchThatIsNotBornYet()
    {
        ScratchFolder folder;
        folder.git({"init", "--quiet", "--initial-branch=trunk"});
        const auto empty = listed(folder.path());
        QCOMPARE(brief(empty), "");
        QCOMPARE(empty.listing.branch, "trunk");
        folder.write("a.txt", "alpha\n");
        folder.git({"add", "."});
        folder.write("b.txt", "beta\n");
        const auto told = listed(folder.path());
        QCOMPARE(brief(told), joined({"a.txt Changed Included", "b.txt Untracked Included"}));
        QVERIFY(told.listing.commit.empty() && told.listing.notices.empty());
    }

    void packedObjectsAndReferences()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.git({"gc", "--quiet"});
        folder.git({"pack-refs", "--all"});
        const auto told = listed(folder.path());
        QCOMPARE(brief(told), joined(kTwoCommitted));
        QCOMPARE(told.listing.commit, folder.git({"rev-parse", "HEAD"}));
    }

    void aShallowClone()
    {
        ScratchFolder origin;
        origin.commitTwoFiles();
        origin.git({"commit", "--quiet", "--allow-empty", "-m", "second"});
        ScratchFolder clone;
        clone.git({"clone", "--quiet", "--depth=1", "file://" + origin.path(), "."});
        QCOMPARE(clone.problem(), "");
        QCOMPARE(brief(listed(clone.path())), joined(kTwoCommitted));
    }

    void anIndexOfTheFourthVersion()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.git({"update-index", "--index-version", "4"});
        QCOMPARE(folder.problem(), "");
        QCOMPARE(brief(listed(folder.path())), joined(kTwoCommitted));
    }

    void filesOutsideASparseCheckout()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.git({"sparse-checkout", "set", "--no-cone", "/a.txt"});
        const auto told = listed(folder.path());
        QCOMPARE(brief(told), joined({"a.txt Committed Included"}));
        QVERIFY(told.hasNotice("outside the sparse checkout"));
    }

    void aSubmoduleIsListedAndNotEntered()
    {
        ScratchFolder library;
        library.commitTwoFiles();
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.git({"-c", "protocol.file.allow=always", "submodule", "--quiet", "add",
                    library.path(), "library"});
        folder.git({"commit", "--quiet", "-m", "library"});
        QCOMPARE(folder.problem(), "");
        const auto told = listed(folder.path());
        QCOMPARE(entryOf(told.listing, "library").kind, EntryKind::Submodule);
        QCOMPARE(entryOf(told.listing, "library").verdict.why, Why::NotAFile);
        QCOMPARE(entryOf(told.listing, "library/a.txt").path, "");
        // Opened by itself it is a folder whose .git leads elsewhere.
        const auto inside = listed(folder.path("library"));
        QCOMPARE(brief(inside), joined(kTwoPlain));
        QVERIFY(inside.hasNotice(".git is a file that leads to another folder"));
    }

    void aLinkedWorktreeIsTakenWithoutGit()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        ScratchFolder linked;
        folder.git({"worktree", "add", "--quiet", linked.path("tree")});
        const auto told = listed(linked.path("tree"));
        QCOMPARE(brief(told), joined(kTwoPlain));
        QVERIFY(told.hasNotice("open the main repository to see it with git"));
    }

    void aBareRepositoryShowsItsCommit()
    {
        ScratchFolder origin;
        origin.commitTwoFiles();
        ScratchFolder bare;
        bare.git({"clone", "--quiet", "--bare", origin.path(), "."});
        const auto told = listed(bare.path());
        QCOMPARE(brief(told), joined(kTwoCommitted));
        QVERIFY(told.hasNotice("a bare repository"));
        auto repository = MUST(Repository::open(bare.path()));
        const auto listing = MUST(repository.list({}, {}));
        QCOMPARE(MUST(repository.read(entryOf(listing, "folder/b.txt"), {})).bytes, "beta\n");
    }

    void aRepositoryWithSha256NamesIsTakenWithoutGit()
    {
        ScratchFolder folder;
        folder.git({"init", "--quiet", "--object-format=sha256"});
        folder.write("a.txt", "alpha\n");
        folder.git({"add", "."});
        folder.git({"commit", "--quiet", "-m", "one"});
        const auto told = listed(folder.path());
        QCOMPARE(brief(told), joined({"a.txt Plain Included"}));
        QVERIFY(told.hasNotice("SHA-256 names, which are not read yet"));
    }

    void otherLineEndsAloneAreNoChange()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.write("a.txt", "alpha\r\n");
        const auto told = listed(folder.path());
        QCOMPARE(brief(told), joined(kTwoCommitted));
        QVERIFY(told.hasNotice("in its line ends alone"));
        QVERIFY(entryOf(told.listing, "a.txt").blob != kAlpha);
        QCOMPARE(contentOf(folder.path(), entryOf(told.listing, "a.txt")), "alpha\r\n");
    }

    void trackedFilesInAnIgnoredFolder()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.write(".gitignore", "folder/\n");
        folder.write("folder/new.txt", "x\n");
        folder.write("gone/new.txt", "x\n");
        folder.append(".git/info/exclude", "gone\n");
        QCOMPARE(brief(listed(folder.path())),
                 joined({".gitignore Untracked Included", "a.txt Committed Included",
                         "folder/b.txt Committed Included", "folder/new.txt Untracked IgnoredByGit",
                         "gone Untracked IgnoredByGit"}));
    }

    void pointersOfLargeFileStorage()
    {
        ScratchFolder folder;
        folder.write("big.bin2",
                     "version https://git-lfs.github.com/spec/v1\noid sha256:"
                     "4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\n"
                     "size 12345\n");
        QCOMPARE(brief(listed(folder.path())), joined({"big.bin2 Plain LargeFilePointer"}));
    }

    void filesOverTheLimitsAreListedAndLeftOut()
    {
        ScratchFolder folder;
        folder.write("big.txt", std::string(9 << 20, 'x'));
        RuleChoice choice;
        QCOMPARE(brief(listed(folder.path(), choice)), joined({"big.txt Plain TooBig"}));
        choice.mostBytes = 100 << 20;
        const auto told = listed(folder.path(), choice);
        QCOMPARE(entryOf(told.listing, "big.txt").verdict.detail,
                 "over 8 MiB, the most that is read");
    }

    void whatIsNoFolderIsRefused()
    {
        ScratchFolder folder;
        folder.write("a.txt", "alpha\n");
        QVERIFY(!Repository::open(folder.path("a.txt")));
        QVERIFY(!Repository::open(folder.path("none")));
    }

    void progressIsToldAndCancelEndsAtOnce()
    {
        ScratchFolder folder;
        folder.write("a.txt", "alpha\n");
        auto repository = MUST(Repository::open(folder.path()));
        tf::CancelSource source;
        source.cancel();
        QCOMPARE(repository.list({}, source.token()).error().code, tf::Code::Cancelled);
        QVERIFY(repository.list({}, {}).has_value());
    }
};

std::unique_ptr<QObject> makeRepositoryTest()
{
    return tf::test::make<RepositoryTest>();
}

#include "tst_repository.moc"
