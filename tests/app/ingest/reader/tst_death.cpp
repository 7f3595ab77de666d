#include "app/ingest/reader/conversation.h"
#include "kernels/base/words.h"
#include "tests/app/ingest/reader/scratch_folder.h"
#include "tests/app/ingest/reader/tests.h"
#include "tests/support/test_table.h"

#include <QFile>

#include <chrono>
#include <csignal>
#include <set>
#include <thread>

#include <dirent.h>
#include <fcntl.h>

using namespace tf;
using namespace tf::ingest;

namespace {

constexpr int kNumFiles = 300;

/// The processes whose parent is this one.
std::set<pid_t> childProcesses()
{
    std::set<pid_t> found;
    DIR* tasks = opendir("/proc");
    while (const dirent* entry = tasks != nullptr ? readdir(tasks) : nullptr) {
        const pid_t id = std::atoi(static_cast<const char*>(entry->d_name));
        QFile stat(QStringLiteral("/proc/%1/stat").arg(id));
        if (id <= 1 || !stat.open(QIODevice::ReadOnly))
            continue;
        const auto fields = stat.readAll().split(')').last().simplified().split(' ');
        if (fields.size() > 1 && fields[1].toInt() == getpid())
            found.insert(id);
    }
    if (tasks != nullptr)
        closedir(tasks);
    return found;
}

/// The one child there is; 0 when there is none or there are several.
pid_t onlyChild()
{
    const auto found = childProcesses();
    return found.size() == 1 ? *found.begin() : 0;
}

bool isAlive(pid_t id)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(id));
    return stat.open(QIODevice::ReadOnly) && !stat.readAll().contains(") Z ");
}

void kill(pid_t id)
{
    if (id > 1)
        ::kill(id, SIGKILL);
}

} // namespace

class DeathTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder.commitTwoFiles();
        for (int number = 0; number < kNumFiles; ++number)
            m_folder.write(words("many/", number, ".txt"), words("file ", number, "\n"));
        QCOMPARE(m_folder.problem(), "");
    }

    void betweenTwoCallsItGoesUnnoticed()
    {
        auto repository = MUST(Repository::open(m_folder.path()));
        const auto before = MUST(repository.list({}, {}));
        const pid_t id = onlyChild();
        QVERIFY(id > 1);
        kill(id);
        QTRY_VERIFY(!isAlive(id)); // else it is killed while it works
        QCOMPARE(MUST(repository.list({}, {})), before);
        const pid_t next = onlyChild();
        kill(next);
        QTRY_VERIFY(!isAlive(next));
        QCOMPARE(MUST(repository.read(entryOf(before, "a.txt"), {})).bytes, "alpha\n");
    }

    void atAnyMomentItIsAnErrorOrNothing_data()
    {
        QTest::addColumn<int>("microseconds");
        for (const int microseconds : {0, 100, 300, 1000, 2000, 4000, 8000, 16000, 32000})
            QTest::addRow("%d us", microseconds) << microseconds;
    }
    void atAnyMomentItIsAnErrorOrNothing()
    {
        QFETCH(int, microseconds);
        auto repository = MUST(Repository::open(m_folder.path()));
        const pid_t id = onlyChild();
        QVERIFY(id > 1);
        std::thread killer([&] {
            std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
            kill(id);
        });
        const auto listing = repository.list({}, {});
        killer.join();
        // It was there in time, or the folder was listed once more without git, which says why.
        QVERIFY(listing.has_value());
        if (listing->commit.empty())
            QVERIFY2(listing->notices.front().find("the reading process was lost")
                         != std::string::npos,
                     listing->notices.front().c_str());
        QCOMPARE(entryOf(MUST(repository.list({}, {})), "many/7.txt").size, 7);
    }

    void whileAFileIsReadItIsAnErrorAndTheNextCallWorks()
    {
        auto repository = MUST(Repository::open(m_folder.path()));
        const auto listing = MUST(repository.list({}, {}));
        m_folder.write("a.txt", std::string(4 << 20, 'a'));
        int numLost = 0;
        for (int round = 0; round < 10; ++round) {
            const pid_t id = onlyChild();
            std::thread killer([id] { kill(id); });
            const auto content = repository.read(entryOf(listing, "a.txt"), {});
            killer.join();
            if (!content) {
                ++numLost;
                QVERIFY2(content.error().text.find("the reading process was lost: it ended by "
                                                   "signal 9")
                             != std::string::npos,
                         content.error().text.c_str());
            }
            QVERIFY(repository.read(entryOf(listing, "folder/b.txt"), {}).has_value());
        }
        qInfo("%d of 10 reads were cut off", numLost);
    }

    void noProcessIsLeftBehind()
    {
        {
            auto one = MUST(Repository::open(m_folder.path()));
            auto other = MUST(Repository::open(m_folder.path()));
            const auto found = childProcesses();
            QCOMPARE(found.size(), std::size_t{2});
        }
        QVERIFY(childProcesses().empty());
    }

    void aProgramThatIsNotThereIsNamed()
    {
        const auto started = ReadingProcess::start("/nowhere/trifold-read", STDIN_FILENO, {});
        QCOMPARE(started.error().code, Code::NotFound);
    }

private:
    ScratchFolder m_folder;
};

std::unique_ptr<QObject> makeDeathTest()
{
    return test::make<DeathTest>();
}

#include "tst_death.moc"
