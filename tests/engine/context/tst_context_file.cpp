#include "engine/context/context_file.h"
#include "kernels/base/words.h"
#include "tests/engine/context/sample_context.h"
#include "tests/engine/context/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tf::engine;
using tf::Code;
using tf::words;
using tf::test::readBytes;
using tf::test::sampleHeader;
using tf::test::samplePage;
using tf::test::saveSample;
using tf::test::writeBytes;

namespace {

/// Whether all of the context can be had, and is what was saved.
tf::Result<> readAll(const std::string& path)
{
    const auto file = TRY(ContextFile::open(path));
    for (std::int64_t pageIdx = 0; pageIdx < file.header().numPages(); ++pageIdx) {
        const auto page = TRY(file.page(pageIdx));
        const auto saved = samplePage(pageIdx);
        CHECK(std::equal(page.begin(), page.end(), saved.begin(), saved.end()),
              "a damaged page was handed out");
    }
    CHECK(file.header().text.tokens == sampleHeader().text.tokens, "a damaged text");
    CHECK(file.header().owner == sampleHeader().owner, "a damaged owner");
    return {};
}

} // namespace

class ContextFileTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        saveSample(path());
    }

    void holdsWhatWasSaved()
    {
        const auto file = MUST(ContextFile::open(path()));
        QCOMPARE(file.header().numPages(), std::int64_t(3));
        QVERIFY(file.header().text.media == sampleHeader().text.media);
        QVERIFY(readAll(path()).has_value());
    }

    /// Every single bit of the file.
    void everyFlippedBitIsFound()
    {
        const auto whole = readBytes(path());
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            auto damaged = whole;
            damaged[bit / 8] ^= static_cast<std::byte>(1U << (bit % 8));
            writeBytes(path(), damaged);
            QVERIFY2(!readAll(path()).has_value(), qPrintable(QString::number(bit)));
        }
    }

    /// Every length shorter than the whole, and longer ones.
    void everyTornFileIsFound()
    {
        auto bytes = readBytes(path());
        bytes.resize(bytes.size() + 1);
        writeBytes(path(), bytes);
        QVERIFY(!readAll(path()).has_value());
        for (std::size_t numBytes = bytes.size() - 1; numBytes > 0; --numBytes) {
            std::filesystem::resize_file(path(), numBytes - 1);
            const auto read = readAll(path());
            QVERIFY(!read.has_value());
            QVERIFY(read.error().code == Code::Corrupt);
        }
    }

    /// A power cut leaves zeros where nothing was written yet.
    void everyHoleIsFound()
    {
        const auto whole = readBytes(path());
        for (std::size_t begin = 0; begin < whole.size(); begin += 16) {
            auto holed = whole;
            const auto first = holed.begin() + static_cast<std::ptrdiff_t>(begin);
            const auto last = std::min(holed.end(), first + 64);
            if (std::all_of(first, last, [](std::byte byte) { return byte == std::byte(0); }))
                continue;
            std::fill(first, last, std::byte(0));
            writeBytes(path(), holed);
            QVERIFY2(!readAll(path()).has_value(), qPrintable(QString::number(begin)));
        }
    }

    void exchangedPagesAreFound()
    {
        auto bytes = readBytes(path());
        const auto pageBytes = sampleHeader().pageBytes;
        std::swap_ranges(bytes.end() - 2 * pageBytes, bytes.end() - pageBytes,
                         bytes.end() - pageBytes);
        writeBytes(path(), bytes);
        const auto file = MUST(ContextFile::open(path()));
        QVERIFY(file.page(0).has_value());
        QVERIFY(file.page(1).error().code == Code::Corrupt);
        QVERIFY(file.page(2).error().text.find("page 2 of 3 is damaged") != std::string::npos);
    }

    void aFileThatShrinksMeanwhileIsFound()
    {
        const auto file = MUST(ContextFile::open(path()));
        std::filesystem::resize_file(path(), 100);
        QVERIFY(file.page(2).error().code == Code::Corrupt);
    }

    void errorsNameTheFile()
    {
        writeBytes(path(), std::vector<std::byte>(500));
        QVERIFY(ContextFile::open(path()).error().text.find(path()) != std::string::npos);
        QVERIFY(ContextFile::open(path() + "x").error().code == Code::NotFound);
    }

private:
    std::string path() const { return m_folder.filePath(QStringLiteral("context")).toStdString(); }

    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makeContextFileTest()
{
    return std::make_unique<ContextFileTest>();
}

#include "tst_context_file.moc"
