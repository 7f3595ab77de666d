#include "engine/context/context_file.h"
#include "engine/context/context_writer.h"
#include "kernels/base/words.h"
#include "tests/engine/context/sample_context.h"
#include "tests/engine/context/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace tf::engine;
using tf::CancelSource;
using tf::Code;
using tf::Error;
using tf::Result;
using tf::test::readBytes;
using tf::test::sampleHeader;
using tf::test::samplePage;
using tf::test::saveSample;

namespace {

/// Pages one after the other in the same memory, as a device would copy them.
class Pages {
public:
    Result<std::span<const std::byte>> operator()(std::int64_t pageIdx)
    {
        m_page = samplePage(pageIdx);
        return std::span<const std::byte>(m_page);
    }

private:
    std::vector<std::byte> m_page;
};

void ignore(std::int64_t, std::int64_t) { }

} // namespace

class ContextWriterTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        std::filesystem::remove_all(folder());
        std::filesystem::create_directories(folder());
    }

    void writesPageByPageAndSaysHowFarItIs()
    {
        std::vector<std::int64_t> done;
        const auto progress = [&done](std::int64_t numDone, std::int64_t numPages) {
            QCOMPARE(numPages, std::int64_t(3));
            done.push_back(numDone);
        };
        MUST(saveContext(path(), sampleHeader(), Pages(), progress, {}));
        QCOMPARE(done, (std::vector<std::int64_t>{1, 2, 3}));
        const auto saved = readBytes(path());
        saveSample(path());
        QVERIFY(saved == readBytes(path())); // the same bytes every time
        QCOMPARE(numFiles(), 1);
    }

    void cancelLeavesNoFile_data()
    {
        QTest::addColumn<int>("cancelAt");
        for (int pageIdx = 0; pageIdx <= 3; ++pageIdx)
            QTest::addRow("after %d pages", pageIdx) << pageIdx;
    }
    void cancelLeavesNoFile()
    {
        QFETCH(const int, cancelAt);
        CancelSource cancel;
        if (cancelAt == 0)
            cancel.cancel();
        const auto progress = [&](std::int64_t numDone, std::int64_t) {
            if (numDone == cancelAt)
                cancel.cancel();
        };
        const auto saved = saveContext(path(), sampleHeader(), Pages(), progress, cancel.token());
        QVERIFY(saved.error().code == Code::Cancelled);
        QCOMPARE(numFiles(), 0);
    }

    void aSourceThatFailsLeavesTheOldFile()
    {
        saveSample(path());
        const auto before = readBytes(path());
        const auto fails = [](std::int64_t pageIdx) -> Result<std::span<const std::byte>> {
            return Error(Code::Device, tf::words("page ", pageIdx, " is not there"));
        };
        const auto saved = saveContext(path(), sampleHeader(), fails, ignore, {});
        QVERIFY(saved.error().code == Code::Device);
        QVERIFY(readBytes(path()) == before);
        QCOMPARE(numFiles(), 1);
    }

    /// The disk is full at every possible place: from the first byte of the head to the last page.
    void aFullDiskLeavesTheOldFile()
    {
        saveSample(path());
        const auto before = readBytes(path());
        rlimit unlimited = {};
        getrlimit(RLIMIT_FSIZE, &unlimited);
        const auto previous = std::signal(SIGXFSZ, SIG_IGN);
        for (std::size_t numBytes = 0; numBytes < before.size(); numBytes += 7) {
            const rlimit limit = {numBytes, unlimited.rlim_max};
            setrlimit(RLIMIT_FSIZE, &limit);
            const auto saved = saveContext(path(), sampleHeader(), Pages(), ignore, {});
            setrlimit(RLIMIT_FSIZE, &unlimited);
            QVERIFY(!saved.has_value());
            QCOMPARE(numFiles(), 1);
        }
        static_cast<void>(std::signal(SIGXFSZ, previous));
        QVERIFY(readBytes(path()) == before);
    }

    /// Whoever reads at any time sees a whole file: the old one or the new one.
    void replacesAtOnce()
    {
        saveSample(path());
        const auto old = MUST(ContextFile::open(path()));
        auto writer = MUST(ContextWriter::create(path(), sampleHeader()));
        for (std::int64_t pageIdx = 0; pageIdx < 3; ++pageIdx) {
            MUST(writer.append(samplePage(pageIdx)));
            QVERIFY(ContextFile::open(path()).has_value());
        }
        MUST(writer.finish());
        QVERIFY(old.page(2).has_value()); // still mapped
        QVERIFY(ContextFile::open(path()).has_value());
    }

private:
    std::string folder() const { return m_folder.filePath(QStringLiteral("in")).toStdString(); }
    std::string path() const { return folder() + "/context"; }
    int numFiles() const
    {
        return static_cast<int>(std::distance(std::filesystem::directory_iterator(folder()), {}));
    }

    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makeContextWriterTest()
{
    return std::make_unique<ContextWriterTest>();
}

#include "tst_context_writer.moc"
