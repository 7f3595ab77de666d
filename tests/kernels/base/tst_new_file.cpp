#include "kernels/base/new_file.h"
#include "tests/kernels/base/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <csignal>
#include <fstream>
#include <iterator>
#include <string>

#include <sys/resource.h>

using tf::NewFile;

namespace {

std::span<const std::byte> bytesOf(std::string_view text)
{
    return std::as_bytes(std::span(text));
}

/// No file of this process grows above a size: a disk that is full.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t numBytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_previous = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit = {numBytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        static_cast<void>(std::signal(SIGXFSZ, m_previous));
    }

private:
    rlimit m_before = {};
    void (*m_previous)(int) = nullptr;
};

} // namespace

class NewFileTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void appearsWholeOrNotAtAll()
    {
        const auto where = path("whole");
        auto file = MUST(NewFile::create(where));
        MUST(file.append(bytesOf("....def")));
        MUST(file.writeAt(0, bytesOf("abc-")));
        QCOMPARE(file.numWritten(), std::uint64_t(7));
        QVERIFY(!std::filesystem::exists(where));
        MUST(file.moveIntoPlace(NewFile::Durability::Safe));
        QCOMPARE(contents(where), std::string("abc-def"));
        QCOMPARE(numFiles(), 1);
    }

    void goesAwayWithItsObject()
    {
        {
            auto file = MUST(NewFile::create(path("dropped")));
            MUST(file.append(bytesOf("abc")));
            QCOMPARE(numFiles(), 1);
        }
        QCOMPARE(numFiles(), 0);
    }

    void theOldFileStaysUntilTheMove()
    {
        const auto where = path("old");
        std::ofstream(where) << "old";
        auto file = MUST(NewFile::create(where));
        MUST(file.append(bytesOf("new")));
        QCOMPARE(contents(where), std::string("old"));
        MUST(file.moveIntoPlace(NewFile::Durability::Cache));
        QCOMPARE(contents(where), std::string("new"));
    }

    void aPrivateFileIsItsOwnersAlone()
    {
        const auto where = path("private");
        std::ofstream(where) << "open to all";
        auto file = MUST(NewFile::createPrivate(where));
        MUST(file.append(bytesOf("new")));
        MUST(file.moveIntoPlace(NewFile::Durability::Cache));
        QVERIFY(std::filesystem::status(where).permissions()
                == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }

    void saysWhenTheDiskIsFull()
    {
        const FileSizeLimit limit(1000);
        auto file = MUST(NewFile::create(path("full")));
        MUST(file.append(std::vector<std::byte>(900)));
        const auto full = file.append(std::vector<std::byte>(200));
        QVERIFY(!full.has_value());
        QVERIFY(full.error().text.find("full.") != std::string::npos);
    }

    void saysWhereItCannotBeMade()
    {
        const auto nowhere = NewFile::create(path("no/such/folder"));
        QVERIFY(nowhere.error().code == tf::Code::NotFound);
    }

    void saysWhenItCannotBeMoved()
    {
        const auto where = path("folder");
        std::filesystem::create_directories(where + "/in it");
        auto file = MUST(NewFile::create(where));
        QVERIFY(!file.moveIntoPlace(NewFile::Durability::Cache).has_value());
    }

    void cleanup() { std::filesystem::remove_all(m_folder.filePath(QString()).toStdString()); }
    void init()
    {
        TestCase::init();
        std::filesystem::create_directories(m_folder.path().toStdString());
    }

private:
    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }
    int numFiles() const
    {
        return static_cast<int>(
            std::distance(std::filesystem::directory_iterator(m_folder.path().toStdString()), {}));
    }
    static std::string contents(const std::string& where)
    {
        std::ifstream file(where, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makeNewFileTest()
{
    return std::make_unique<NewFileTest>();
}

#include "tst_new_file.moc"
