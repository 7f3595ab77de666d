#include "engine/context/context_header.h"
#include "tests/engine/context/sample_context.h"
#include "tests/engine/context/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <limits>

using namespace tf::engine;
using tf::Code;
using tf::test::sampleHeader;

namespace {

/// The whole file: a head, and pages of zeros.
std::vector<std::byte> fileOf(const ContextHeader& header)
{
    const std::vector<std::uint64_t> hashes(static_cast<std::size_t>(header.numPages()), 3);
    auto file = writeContextHead(header, hashes);
    file.resize(MUST(layoutOf(header)).numFileBytes);
    return file;
}

template <class T>
void put(std::vector<std::byte>& file, std::size_t offset, T number)
{
    std::memcpy(file.data() + offset, &number, sizeof number);
}

/// As if someone had written it on purpose: the checksum is right.
void seal(std::vector<std::byte>& file)
{
    sealContextHead(std::span(file).first(MUST(layoutOf(sampleHeader())).numHeadBytes));
}

} // namespace

class ContextHeaderTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasWritten()
    {
        const auto head = MUST(readContextHead(fileOf(sampleHeader())));
        QVERIFY(head.header.owner == sampleHeader().owner);
        QCOMPARE(head.header.block, 4);
        QCOMPARE(head.header.pageBytes, std::int64_t(40));
        QCOMPARE(head.header.text.tokens, sampleHeader().text.tokens);
        QVERIFY(head.header.text.media == sampleHeader().text.media);
        QCOMPARE(head.pageHashes, (std::vector<std::uint64_t>{3, 3, 3}));
        QCOMPARE(head.layout.numHeadBytes % 64, std::uint64_t(0));
    }

    void refusesWhatMakesNoFile()
    {
        auto header = sampleHeader();
        header.pageBytes = std::numeric_limits<std::int64_t>::max() / 2;
        QVERIFY(layoutOf(header).error().code == Code::BadInput);
        header = sampleHeader();
        header.text = {};
        QVERIFY(!layoutOf(header).has_value());
        header = sampleHeader();
        header.owner.model = std::string(5000, 'x');
        QVERIFY(!layoutOf(header).has_value());
    }

    /// The offsets are those of the file's layout, which must not change.
    void refusesNumbersOutOfRangeEvenWithARightChecksum_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<int>("numBytes");
        const auto huge = std::numeric_limits<qint64>::max();
        QTest::newRow("head bytes") << 24 << qint64(128) << 8;
        QTest::newRow("no page bytes") << 32 << qint64(0) << 8;
        QTest::newRow("huge pages") << 32 << huge << 8;
        QTest::newRow("no tokens") << 40 << qint64(0) << 8;
        QTest::newRow("negative tokens") << 40 << qint64(-1) << 8;
        QTest::newRow("huge tokens") << 40 << huge << 8;
        QTest::newRow("more tokens") << 40 << qint64(1000) << 8;
        QTest::newRow("huge media") << 48 << huge << 8;
        QTest::newRow("negative media") << 48 << qint64(-2) << 8;
        QTest::newRow("no block") << 56 << qint64(0) << 4;
        QTest::newRow("another block") << 56 << qint64(2) << 4;
        QTest::newRow("no ranks") << 60 << qint64(0) << 4;
        QTest::newRow("huge name") << 64 << qint64(0xffffffff) << 4;
        QTest::newRow("negative token") << 111 << qint64(-5) << 4;
        QTest::newRow("media before the text") << 151 << qint64(-1) << 8;
        QTest::newRow("media behind the text") << 159 << huge << 8;
        QTest::newRow("media that overlap") << 183 << qint64(2) << 8;
    }
    void refusesNumbersOutOfRangeEvenWithARightChecksum()
    {
        QFETCH(const int, offset);
        QFETCH(const qint64, number);
        QFETCH(const int, numBytes);
        auto file = fileOf(sampleHeader());
        std::memcpy(file.data() + offset, &number, static_cast<std::size_t>(numBytes));
        if (offset != 24)
            seal(file);
        const auto refused = readContextHead(file);
        QVERIFY(!refused.has_value());
        QVERIFY2(refused.error().code == Code::Corrupt, refused.error().text.c_str());
    }

    void saysWhichVersionItIs()
    {
        auto file = fileOf(sampleHeader());
        put(file, 8, std::uint32_t(2));
        const auto refused = readContextHead(file);
        QVERIFY(refused.error().code == Code::Unsupported);
        QVERIFY(refused.error().text.find("version 2: this program reads 1") != std::string::npos);
    }

    void saysWhatIsNoContext()
    {
        const std::vector<std::byte> zeros(1000);
        QVERIFY(readContextHead(zeros).error().code == Code::BadInput);
        QVERIFY(readContextHead({}).error().code == Code::Corrupt);
    }

    void saysWhoseItIs()
    {
        const ContextOwner here = {"tiny-2", "plain", "K fp8 V fp8 I bf16", 2};
        const auto refused = checkOwner(sampleHeader().owner, here);
        QVERIFY(refused.error().code == Code::Unsupported);
        QCOMPARE(refused.error().text,
                 std::string("saved context of another engine; model tiny-1, here tiny-2; types "
                             "K bf16 V bf16 I bf16, here K fp8 V fp8 I bf16"));
        QVERIFY(checkOwner(here, here).has_value());
    }
};

std::unique_ptr<QObject> makeContextHeaderTest()
{
    return std::make_unique<ContextHeaderTest>();
}

#include "tst_context_header.moc"
