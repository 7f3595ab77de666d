#include "kernels/base/mapped_file.h"
#include "tests/kernels/base/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <string>
#include <thread>

#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using tf::Code;
using tf::MappedFile;

namespace {

std::uint64_t sumOf(const MappedFile& file)
{
    const auto all = file.bytes(0, file.size()).value();
    return std::accumulate(all.begin(), all.end(), std::uint64_t(0),
                           [](std::uint64_t sum, std::byte byte) {
                               return sum + std::to_integer<std::uint64_t>(byte);
                           });
}

} // namespace

class MappedFileTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheFileHolds()
    {
        const auto file = MUST(MappedFile::open(write("abc\x01\x02\x03\x04xyz")));
        QCOMPARE(file.size(), std::uint64_t(10));
        QCOMPARE(MUST(file.read<std::uint32_t>(3)), 0x04030201U);
        QCOMPARE(MUST(file.bytes(7, 3)).size(), std::size_t(3));
        QVERIFY(file.intact().has_value());
    }

    void refusesReadsThatReachOutside_data()
    {
        QTest::addColumn<quint64>("offset");
        QTest::addColumn<quint64>("count");
        QTest::newRow("one past") << quint64(7) << quint64(4);
        QTest::newRow("starts past") << quint64(11) << quint64(0);
        QTest::newRow("2^63") << quint64(1) << (quint64(1) << 63);
        QTest::newRow("sum wraps around") << quint64(5) << ~quint64(0);
        QTest::newRow("both huge") << ~quint64(0) << ~quint64(0);
    }
    void refusesReadsThatReachOutside()
    {
        QFETCH(quint64, offset);
        QFETCH(quint64, count);
        const auto file = MUST(MappedFile::open(write("0123456789")));
        const auto outside = file.bytes(offset, count);
        QVERIFY(!outside.has_value());
        QVERIFY(outside.error().code == Code::BadInput);
    }

    void anEmptyFileIsAFile()
    {
        const auto file = MUST(MappedFile::open(write("")));
        QCOMPARE(file.size(), std::uint64_t(0));
        QVERIFY(MUST(file.bytes(0, 0)).empty());
        QVERIFY(!file.read<char>(0).has_value());
        QVERIFY(file.intact().has_value());
    }

    void saysWhyItCannotOpen()
    {
        QVERIFY(MappedFile::open(path("nothing here")).error().code == Code::NotFound);
        QVERIFY(MappedFile::open(m_folder.path().toStdString()).error().code == Code::BadInput);
        const auto pipe = path("pipe");
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        QVERIFY(MappedFile::open(pipe).error().code == Code::BadInput); // and does not wait
    }

    void survivesAFileThatShrinks_data()
    {
        QTest::addColumn<quint64>("newSize");
        QTest::newRow("to nothing") << quint64(0);
        QTest::newRow("within a page") << quint64(100);
        QTest::newRow("at a page border") << quint64(8192);
        QTest::newRow("by one byte") << quint64(kSize - 1);
    }
    void survivesAFileThatShrinks()
    {
        QFETCH(quint64, newSize);
        const auto where = write(std::string(kSize, '\1'));
        const auto file = MUST(MappedFile::open(where));
        std::filesystem::resize_file(where, newSize);
        QCOMPARE(sumOf(file), newSize); // zeros where the file is gone
        QVERIFY(file.intact().error().code == Code::Corrupt);
        QVERIFY(file.intact().error().text.find(where) != std::string::npos);
    }

    void staysTornWhenTheFileGrowsBack()
    {
        const auto where = write(std::string(kSize, '\1'));
        const auto file = MUST(MappedFile::open(where));
        std::filesystem::resize_file(where, 0);
        static_cast<void>(sumOf(file));
        std::filesystem::resize_file(where, kSize);
        QVERIFY(!file.intact().has_value());
    }

    void otherMappingsAreNotBlamed()
    {
        const auto where = write(std::string(kSize, '\1'));
        const auto other = MUST(MappedFile::open(write(std::string(kSize, '\1'))));
        const auto file = MUST(MappedFile::open(where));
        std::filesystem::resize_file(where, 0);
        static_cast<void>(sumOf(file));
        QVERIFY(!file.intact().has_value());
        QVERIFY(other.intact().has_value());
        QCOMPARE(sumOf(other), std::uint64_t(kSize));
    }

    /// Readers on several threads while the file is cut and restored under them.
    void survivesShrinkingUnderManyReaders()
    {
        const auto where = write(std::string(kSize, '\1'));
        std::atomic<bool> stop = false;
        std::atomic<int> numRounds = 0;
        const auto readAgainAndAgain = [&] {
            while (!stop) {
                const auto file = MUST(MappedFile::open(where));
                static_cast<void>(sumOf(file));
                ++numRounds;
            }
        };
        std::thread first(readAgainAndAgain);
        std::thread second(readAgainAndAgain);
        while (numRounds < 300) {
            std::filesystem::resize_file(where, 5000);
            std::filesystem::resize_file(where, kSize);
        }
        stop = true;
        first.join();
        second.join();
    }

    /// A bus error that is not ours still ends the process, as it would without us.
    void foreignBusErrorsArePassedOn()
    {
        const auto where = write(std::string(kSize, '\1'));
        const auto ours = MUST(MappedFile::open(where)); // the handler is in place
        const pid_t child = fork();
        if (child == 0) {
            const int foreign = memfd_create("foreign", 0);
            static_cast<void>(ftruncate(foreign, 4096));
            auto* bytes =
                static_cast<volatile char*>(mmap(nullptr, 4096, PROT_READ, MAP_SHARED, foreign, 0));
            static_cast<void>(ftruncate(foreign, 0));
            _exit(bytes[0]);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(!WIFEXITED(status) || WEXITSTATUS(status) != 0); // zeros would end it with 0
    }

    void mappingsCanBeMovedAndReused()
    {
        for (int round = 0; round < 3 * MappedFile::kMaxMappings; ++round) {
            auto file = MUST(MappedFile::open(write("x")));
            const MappedFile moved = std::move(file);
            QCOMPARE(MUST(moved.read<char>(0)), 'x');
        }
    }

private:
    static constexpr std::size_t kSize = 5 * 4096 + 17;

    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    std::string write(const std::string& bytes)
    {
        const std::string where = path(std::to_string(m_nextName++ % 8).c_str());
        std::filesystem::remove(where);
        std::ofstream(where, std::ios::binary) << bytes;
        return where;
    }

    QTemporaryDir m_folder;
    int m_nextName = 0;
};

std::unique_ptr<QObject> makeMappedFileTest()
{
    return std::make_unique<MappedFileTest>();
}

#include "tst_mapped_file.moc"
