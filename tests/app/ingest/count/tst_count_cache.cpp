#include "app/ingest/count/count_cache.h"

#include "tests/app/ingest/count/tests.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QTemporaryDir>

#include <thread>

#include <sys/stat.h>

using namespace tf;
using namespace tf::ingest;

namespace {

constexpr qint64 kHeaderBytes = 16;
constexpr qint64 kRecordBytes = 40;

CacheKey keyOf(std::uint64_t number)
{
    return {number, number * 7};
}

CacheValue valueOf(std::uint8_t number)
{
    CacheValue value = {};
    value[0] = number;
    value[19] = number;
    return value;
}

void addTo(const std::filesystem::path& path, std::uint64_t first, std::uint64_t end)
{
    auto cache = CountCache::open(path);
    for (auto number = first; number < end; ++number)
        cache.add(keyOf(number), valueOf(static_cast<std::uint8_t>(number)));
    MUST(cache.save());
}

int numKnown(const std::filesystem::path& path, std::uint64_t end)
{
    auto cache = CountCache::open(path);
    int known = 0;
    for (std::uint64_t number = 0; number < end; ++number)
        known += cache.find(keyOf(number)) == valueOf(static_cast<std::uint8_t>(number)) ? 1 : 0;
    return known;
}

} // namespace

class CountCacheTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init() { QFile::remove(m_file); }

    void whatIsSavedIsFound()
    {
        addTo(m_path, 0, 100);
        addTo(m_path, 100, 150);
        QCOMPARE(numKnown(m_path, 200), 150);
        QCOMPARE(QFile(m_file).size(), kHeaderBytes + 150 * kRecordBytes);
    }

    void theNewerValueWins()
    {
        addTo(m_path, 5, 6);
        auto cache = CountCache::open(m_path);
        cache.add(keyOf(5), valueOf(99));
        QVERIFY(cache.save());
        QCOMPARE(CountCache::open(m_path).find(keyOf(5)), std::optional(valueOf(99)));
    }

    void aDamagedFileIsStartedAnew_data()
    {
        QTest::addColumn<qint64>("place");
        QTest::newRow("magic") << qint64(0);
        QTest::newRow("version") << qint64(8);
        QTest::newRow("key") << kHeaderBytes + 3;
        QTest::newRow("value") << kHeaderBytes + 5 * kRecordBytes + 20;
        QTest::newRow("check") << kHeaderBytes + 9 * kRecordBytes + 39;
    }
    void aDamagedFileIsStartedAnew()
    {
        QFETCH(qint64, place);
        addTo(m_path, 0, 10);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(place);
        char byte = 0;
        file.peek(&byte, 1);
        byte = char(byte ^ 4);
        file.write(&byte, 1);
        file.close();
        QCOMPARE(numKnown(m_path, 10), 0);
        addTo(m_path, 3, 5);
        QCOMPARE(numKnown(m_path, 10), 2);
    }

    void aCutRecordCostsOnlyItself()
    {
        addTo(m_path, 0, 10);
        QVERIFY(QFile::resize(m_file, QFile(m_file).size() - 7));
        QCOMPARE(numKnown(m_path, 10), 9);
        addTo(m_path, 10, 12);
        QCOMPARE(numKnown(m_path, 12), 11);
        QVERIFY(QFile::resize(m_file, 9)); // within the header
        QCOMPARE(numKnown(m_path, 12), 0);
        addTo(m_path, 0, 2);
        QCOMPARE(numKnown(m_path, 12), 2);
    }

    void oneThatHasGrownKeepsWhatWasUsed()
    {
        addTo(m_path, 0, 100);
        auto cache = CountCache::open(m_path, 100 * kRecordBytes);
        QVERIFY(cache.find(keyOf(7)));
        cache.add(keyOf(200), valueOf(200));
        QVERIFY(cache.save());
        QCOMPARE(QFile(m_file).size(), kHeaderBytes + 2 * kRecordBytes);
        QCOMPARE(numKnown(m_path, 201), 2);
    }

    void severalShareOneFile()
    {
        std::vector<std::jthread> threads;
        for (std::uint64_t threadIdx = 0; threadIdx < 4; ++threadIdx) {
            threads.emplace_back([this, threadIdx] {
                for (std::uint64_t round = 0; round < 10; ++round) {
                    const auto first = threadIdx * 50 + round * 5;
                    addTo(m_path, first, first + 5);
                }
            });
        }
        threads.clear();
        QCOMPARE(numKnown(m_path, 200), 200);
    }

    void whatIsNoFileIsNotTouched()
    {
        const auto pipe = m_path.native() + ".pipe";
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        auto cache = CountCache::open(pipe);
        cache.add(keyOf(1), valueOf(1));
        QVERIFY(!cache.save());
        std::filesystem::create_symlink(m_path, m_path.native() + ".link");
        auto linked = CountCache::open(m_path.native() + ".link");
        linked.add(keyOf(1), valueOf(1));
        QVERIFY(!linked.save());
        QVERIFY(!QFile::exists(m_file));
        auto nowhere = CountCache::open("/proc/nowhere/counts");
        nowhere.add(keyOf(1), valueOf(1));
        QVERIFY(!nowhere.save());
        QVERIFY(nowhere.find(keyOf(1)));
    }

private:
    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("deep/counts"));
    std::filesystem::path m_path = m_file.toStdString();
};

std::unique_ptr<QObject> makeCountCacheTest()
{
    return test::make<CountCacheTest>();
}

#include "tst_count_cache.moc"
