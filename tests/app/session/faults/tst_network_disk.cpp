// A store on a file system that reaches over a network: no memory can be shared there, so there is
// no log, and the user is told why.

#include "app/session/store/journal.h"
#include "app/session/store/reader.h"
#include "kernels/base/words.h"
#include "tests/app/session/faults/fuse_folder.h"
#include "tests/app/session/faults/tests.h"
#include "tests/app/session/samples.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace tf;
using namespace tf::session;

namespace fs = std::filesystem;

class SessionNetworkDiskTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const bool isAlone = ::unshare(CLONE_FS | CLONE_NEWNS) == 0
            && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        if (!isAlone || !mounted()->isMounted())
            QSKIP("SKIPPED ENTIRELY: a file system of our own needs root and /dev/fuse");
    }

    /// What the rest stands on.
    void nothingIsSharedThere()
    {
        const auto disk = mounted();
        const std::string path = place().folder.native() + "x";
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        QVERIFY(file >= 0);
        QCOMPARE(::write(file, "1234", 4), ssize_t(4));
        QVERIFY(::mmap(nullptr, 4, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) == MAP_FAILED);
        ::close(file);
        QCOMPARE(test::contentOf(m_behind.path().toStdString() + "/storex"), std::string("1234"));
        QCOMPARE(::unlink(path.c_str()), 0);
    }

    void thereIsNoLogAndTheReasonIsTold()
    {
        const auto disk = mounted();
        const auto journal = MUST(Journal::open(place()));
        QVERIFY2(journal->report().withoutLog.find("a network file system (FUSE)")
                     != std::string::npos,
                 journal->report().withoutLog.c_str());
        const auto id = MUST(journal->create({"kept", {}}));
        test::addTurn(*journal, id, "where is it", "on a file system far away");
        QVERIFY(!fs::exists(StoreFiles{place().folder}.log()));
        QVERIFY(!fs::exists(StoreFiles{place().folder}.sharedMemory()));
        Reader reader = MUST(Reader::open(place())); // beside the one that writes
        QCOMPARE(MUST(reader.load(id)).turns.size(), std::size_t(1));
        QCOMPARE(MUST(reader.search({"far", LastWord::Whole})).size(), std::size_t(1));
        const auto second = Journal::open(place());
        QVERIFY(!second && second.error().code == Code::Busy);
    }

    /// Made with a log where that works, then moved.
    void aStoreThatHadALogLosesIt()
    {
        StorePlace local{.folder = m_behind.path().toStdString() + "/store"};
        SessionId id;
        {
            const auto journal = MUST(Journal::open(local));
            QVERIFY(journal->report().withoutLog.empty());
            id = MUST(journal->create({"moved", {}}));
        }
        {
            const auto disk = mounted();
            const auto journal = MUST(Journal::open(place()));
            QVERIFY(!journal->report().rescued);
            QVERIFY(!journal->report().withoutLog.empty());
            test::addTurn(*journal, id, "question", "answer");
            Reader reader = MUST(Reader::open(place()));
            QCOMPARE(MUST(reader.load(id)).turns.size(), std::size_t(1));
        }
        const auto journal = MUST(Journal::open(local)); // and back again
        QVERIFY(journal->report().withoutLog.empty());
        Reader reader = MUST(Reader::open(local));
        QCOMPARE(MUST(reader.load(id)).turns.size(), std::size_t(1));
    }

    /// The writer's machine went down, and its log moved along.
    void aLogThatIsLeftIsReadFirst()
    {
        StorePlace local{.folder = m_behind.path().toStdString() + "/living"};
        StorePlace far{.folder = m_place.path().toStdString() + "/copy"};
        const auto journal = MUST(Journal::open(local));
        const auto id = MUST(journal->create({"in the log", {}}));
        QVERIFY(fs::file_size(StoreFiles{local.folder}.log()) > 0);
        fs::create_directories(m_behind.path().toStdString() + "/copy");
        for (const char* name : {"sessions.db", "sessions.db-wal", "sessions.lock"})
            fs::copy_file(local.folder / name, m_behind.path().toStdString() + "/copy/" + name);
        const auto disk = mounted();
        const auto moved = MUST(Journal::open(far));
        QVERIFY(!moved->report().rescued);
        QVERIFY(!moved->report().withoutLog.empty());
        Reader reader = MUST(Reader::open(far));
        QCOMPARE(MUST(reader.load(id)).title, std::string("in the log"));
        QVERIFY(!fs::exists(StoreFiles{far.folder}.log()));
    }

    void whatStreamsIsKept()
    {
        const auto disk = mounted();
        test::Gen gen(7, 64);
        StorePlace far{.folder = m_place.path().toStdString() + "/random"};
        SessionId id;
        std::vector<Session> made;
        {
            const auto journal = MUST(Journal::open(far));
            for (int idx = 0; idx < 5; ++idx)
                made.push_back(test::makeSession(gen));
            QCOMPARE(MUST(journal->adopt(made)).size(), made.size());
        }
        Reader reader = MUST(Reader::open(far));
        QCOMPARE(MUST(reader.list(Shelf::Kept)).size() + MUST(reader.list(Shelf::Trash)).size(),
                 made.size());
    }

private:
    [[nodiscard]] std::unique_ptr<test::FuseFolder> mounted() const
    {
        return std::make_unique<test::FuseFolder>(m_behind.path().toStdString(),
                                                  m_place.path().toStdString());
    }

    [[nodiscard]] StorePlace place() const
    {
        return {.folder = m_place.path().toStdString() + "/store"};
    }

    QTemporaryDir m_behind;
    QTemporaryDir m_place;
};

std::unique_ptr<QObject> makeSessionNetworkDiskTest()
{
    return std::make_unique<SessionNetworkDiskTest>();
}

#include "tst_network_disk.moc"
