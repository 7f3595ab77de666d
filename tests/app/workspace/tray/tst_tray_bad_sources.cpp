// Repositories as they should not be: each is read as far as it can be, or says calmly why not.

#include "app/workspace/tray/path_rule.h"
#include "app/workspace/tray/reading.h"
#include "tests/app/cli/git_folder.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::workspace;
using draft::LeakPolicy;

namespace {

std::string folderOf(const GitFolder& folder)
{
    return folder.path().toStdString();
}

std::string packOf(const Tray& tray)
{
    const auto enclosed = tray.enclosure(LeakPolicy::Open);
    return enclosed && enclosed->draft.repository ? enclosed->draft.repository->pack.text
                                                  : std::string();
}

/// Nothing of it is on the disk.
bool makeSparse(const std::string& path, off_t bytes)
{
    const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    const bool isMade = ::ftruncate(file, bytes) == 0;
    ::close(file);
    return isMade;
}

} // namespace

class TrayBadSourcesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatWasCountedIsWhatIsSent()
    {
        const GitFolder folder;
        folder.write("a.c", "int before;\n");
        folder.write("b.c", "int b;\n");
        Tray tray;
        const auto id = tray.add(folderOf(folder));
        QVERIFY(isRead(tray));
        const auto tokens = itemOf(tray, id).tokens;
        folder.write("a.c", QByteArray("int after;\n").repeated(100));
        QVERIFY(QFile::remove(folder.path() + u"/b.c"_s));
        const auto text = packOf(tray);
        QVERIFY(text.find("int before") != std::string::npos);
        QVERIFY(text.find("int b;") != std::string::npos);
        QVERIFY(text.find("int after") == std::string::npos);
        QCOMPARE(itemOf(tray, id).tokens, tokens);
    }

    void whatVanishesWhileItIsReadIsLeftOut()
    {
        const GitFolder folder;
        folder.write("a.c", "int a;\n");
        folder.write("b.c", "int b;\n");
        ReadingMeans means;
        means.tell = [&](const TrayItem& item) {
            if (item.repository)
                QFile::remove(folder.path() + u"/b.c"_s);
        };
        const auto taken = readOffer({.place = folderOf(folder)}, means);
        QVERIFY2(taken.has_value(), taken ? "" : taken.error().text.c_str());
        QCOMPARE((*taken)->item.detail, std::string("1 file"));
    }

    void aFolderOfHugeFilesIsListedAndNotRead()
    {
        const GitFolder folder;
        folder.write("a.c", "int a;\n");
        for (int idx = 0; idx < 4; ++idx) {
            const auto path = folderOf(folder) + "/disk" + std::to_string(idx) + ".bin";
            if (!makeSparse(path, off_t(25) << 30))
                QSKIP("the file system takes no file of 25 GB");
        }
        QElapsedTimer time;
        time.start();
        Tray tray;
        const auto id = tray.add(folderOf(folder));
        QVERIFY(isRead(tray));
        QVERIFY(time.elapsed() < 10'000);
        QCOMPARE(itemOf(tray, id).detail, std::string("1 file"));
        QCOMPARE(itemOf(tray, id).repository->found->listing.entries.size(), 5U);
    }

    void aRepositoryInTheMiddleOfAMergeIsReadAsItStands()
    {
        const GitFolder folder;
        const auto commit = [&](const QByteArray& content) {
            folder.write("a.c", content);
            folder.run({u"add"_s, u"."_s});
            folder.run({u"commit"_s, u"-q"_s, u"-m"_s, u"one"_s});
        };
        folder.run({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        commit("int a;\n");
        folder.run({u"checkout"_s, u"-q"_s, u"-b"_s, u"other"_s});
        commit("int other;\n");
        folder.run({u"checkout"_s, u"-q"_s, u"main"_s});
        commit("int here;\n");
        // What `git merge other` leaves behind when it stops.
        const auto other = folder.run({u"rev-parse"_s, u"other"_s});
        folder.run({u"read-tree"_s, u"-m"_s, u"main~1"_s, u"main"_s, u"other"_s});
        folder.write(".git/MERGE_HEAD", other.toUtf8() + "\n");
        folder.write("a.c", "<<<<<<< HEAD\nint here;\n=======\nint other;\n>>>>>>> other\n");
        Tray tray;
        const auto id = tray.add(folderOf(folder));
        QVERIFY(isRead(tray));
        QVERIFY2(itemOf(tray, id).state == TrayState::Ready, itemOf(tray, id).detail.c_str());
        QCOMPARE(itemOf(tray, id).detail, std::string("1 file"));
        QVERIFY(packOf(tray).find("<<<<<<< HEAD") != std::string::npos);
    }

    void aNameThatCouldWriteAHeaderIsNamedAndNotSent()
    {
        const GitFolder folder;
        folder.write("plain.c", "int plain;\n");
        folder.write("a\nb.c", "int strange;\n");
        Tray tray;
        const auto id = tray.add(folderOf(folder));
        QVERIFY(isRead(tray));
        QCOMPARE(itemOf(tray, id).detail, std::string("1 file"));
        const auto& entries = itemOf(tray, id).repository->found->listing.entries;
        QCOMPARE(entries.size(), 2U);
        QVERIFY(entries.front().verdict.why == ingest::Why::BadName);
    }

    void strangeNamesAreSentAndCanBeLeftOut_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("turned around") << QByteArray("a\xe2\x80\xae"
                                                     "c.b");
        QTest::newRow("255 bytes") << QByteArray(253, 'n') + ".c";
        QTest::newRow("stars") << QByteArray("a[1]*?.c");
    }
    void strangeNamesAreSentAndCanBeLeftOut()
    {
        QFETCH(QByteArray, name);
        const GitFolder folder;
        folder.write("plain.c", "int plain;\n");
        folder.write(name, "int strange;\n");
        Tray tray;
        const auto id = tray.add(folderOf(folder));
        QVERIFY(isRead(tray));
        QCOMPARE(itemOf(tray, id).detail, std::string("2 files"));
        QVERIFY(packOf(tray).find("int strange") != std::string::npos);
        RepositoryChoice choice;
        choice.rules = withPath({}, name.toStdString(), ingest::EntryKind::File, Wanted::No);
        tray.choose(id, choice);
        QVERIFY(isRead(tray));
        QCOMPARE(itemOf(tray, id).detail, std::string("1 file"));
        QVERIFY(packOf(tray).find("int plain") != std::string::npos);
    }
};

std::unique_ptr<QObject> makeTrayBadSourcesTest()
{
    return std::make_unique<TrayBadSourcesTest>();
}

#include "tst_tray_bad_sources.moc"
