#include "app/ingest/obtain/source_cache.h"
#include "app/ingest/obtain/source_folder.h"
#include "app/ingest/obtain/source_lock.h"
#include "tests/app/ingest/obtain/archive_maker.h"
#include "tests/app/ingest/obtain/tests.h"
#include "tests/app/ingest/obtain/workplace.h"
#include "tests/support/test_table.h"

#include <fstream>
#include <future>

using namespace tf::ingest;
using std::chrono::hours;

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMegabyte = 1 << 20;
constexpr std::int64_t kPlenty = 1000 * kMegabyte;
constexpr hours kDay(24);
constexpr hours kMonth(24 * 30);

/// A cache whose sources are a megabyte and a little each, and were used when the test says.
class FilledCache {
public:
    [[nodiscard]] fs::path path() const { return m_place.path("cache"); }

    [[nodiscard]] SourceFolder folder(const std::string& name) const
    {
        return MUST(SourceFolder::lock(path(), name, "t", {}));
    }

    void add(const std::string& name, hours age) const
    {
        auto source = folder(name);
        const auto where = MUST(source.begin());
        std::ofstream(where / "file", std::ios::binary) << std::string(kMegabyte, 'x');
        MUST(source.keep(name, {}));
        const auto place = MUST(source.use(NotedSource::Changed))->place();
        fs::last_write_time(place / "use", fs::file_time_type::clock::now() - age);
    }

    /// Those of the names that are kept.
    [[nodiscard]] std::string kept(const std::string& names) const
    {
        std::string those;
        for (const char letter : names) {
            const std::string name(1, letter);
            those += folder(name).kept(name) ? name : "";
        }
        return those;
    }

    void bound(std::int64_t mostBytes, hours longestUnused = kMonth) const
    {
        MUST(boundCache(path(), {mostBytes, longestUnused}));
    }

private:
    Workplace m_place;
};

} // namespace

/// The cache of sources within its bounds.
class SourceCacheTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theLeastRecentlyUsedGoFirst()
    {
        const FilledCache cache;
        cache.add("a", hours(3));
        cache.add("b", hours(1));
        cache.add("c", hours(2));
        cache.bound(kMegabyte * 7 / 2);
        QCOMPARE(cache.kept("abc"), std::string("abc"));
        cache.bound(kMegabyte * 5 / 2);
        QCOMPARE(cache.kept("abc"), std::string("bc"));
        cache.bound(kMegabyte * 3 / 2);
        QCOMPARE(cache.kept("abc"), std::string("b"));
    }

    void whatIsUnusedForLongGoes()
    {
        const FilledCache cache;
        cache.add("a", kMonth + kDay);
        cache.add("b", kMonth - kDay);
        cache.bound(kPlenty);
        QCOMPARE(cache.kept("ab"), std::string("b"));
    }

    void nothingIsLeftOfWhatGoes()
    {
        const FilledCache cache;
        cache.add("a", hours(1));
        const auto place = cache.folder("a").root().parent_path().parent_path();
        QVERIFY(fs::exists(place));
        cache.bound(0);
        QVERIFY(!fs::exists(place));
    }

    void whatIsInUseStays()
    {
        const FilledCache cache;
        cache.add("a", kMonth + kDay);
        cache.add("b", hours(1));
        auto use = MUST(cache.folder("a").use(NotedSource::Same));
        cache.bound(0);
        QCOMPARE(cache.kept("ab"), std::string("a"));
        use.reset();
        cache.bound(0);
        QCOMPARE(cache.kept("ab"), std::string());
    }

    void whatIsBeingFilledStays()
    {
        const FilledCache cache;
        cache.add("a", kMonth + kDay);
        auto folder = cache.folder("a");
        const auto where = MUST(folder.begin());
        cache.bound(0);
        QVERIFY(folder.kept("a"));
        QVERIFY(fs::exists(where));
    }

    void aUseIsAUse()
    {
        const FilledCache cache;
        cache.add("a", kMonth + kDay);
        MUST(cache.folder("a").use(NotedSource::Same));
        cache.bound(kPlenty);
        QCOMPARE(cache.kept("a"), std::string("a"));
    }

    void whatNobodyNotedIsMeasured()
    {
        const FilledCache cache;
        cache.add("a", hours(1));
        const auto place = MUST(cache.folder("a").use(NotedSource::Same))->place();
        fs::remove(place / "use");
        cache.bound(kMegabyte * 3 / 2);
        QCOMPARE(cache.kept("a"), std::string("a"));
        fs::last_write_time(place, fs::file_time_type::clock::now() - kMonth - kDay);
        cache.bound(kPlenty);
        QVERIFY(!fs::exists(place));
    }

    void sizesAreNotedAnew()
    {
        const FilledCache cache;
        cache.add("a", hours(1));
        const auto folder = cache.folder("a");
        std::ofstream(folder.root() / "more", std::ios::binary) << std::string(kMegabyte, 'x');
        const auto place = MUST(folder.use(NotedSource::Same))->place();
        QVERIFY(useNote(place)->bytes < kMegabyte * 3 / 2);
        MUST(folder.use(NotedSource::Changed));
        QVERIFY(useNote(place)->bytes >= kMegabyte * 2);
    }

    void whatIsNotOursStays()
    {
        const FilledCache cache;
        const auto other = cache.path() / "notes";
        fs::create_directories(other);
        fs::create_directory_symlink(other, cache.path() / std::string(40, 'a'));
        std::ofstream(other / "lock") << "mine";
        fs::last_write_time(other, fs::file_time_type::clock::now() - kMonth - kDay);
        cache.bound(0);
        QVERIFY(fs::exists(other / "lock"));
    }

    void whoWaitsForWhatIsTakenAwayGetsAPlace()
    {
        const Workplace work;
        const fs::path place = work.path("place");
        std::optional<tf::vision::Descriptor> first;
        first.emplace(MUST(lockPlace(place, {})));
        auto second =
            std::async(std::launch::async, [&place] { return MUST(lockPlace(place, {})); });
        QCOMPARE(second.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
        MUST(removeLockedPlace(place));
        const auto mine = second.get(); // of the place made anew
        QVERIFY(!MUST(lockPlaceNow(place)));
        first.reset();
        QVERIFY(!MUST(lockPlaceNow(place)));
    }

    void eachObtainingBoundsTheCache()
    {
        const Workplace work;
        auto choice = work.choice();
        choice.cacheBounds.mostBytes = 1;
        const auto file = [&work](const std::string& name) {
            return work.write(name, makeArchive(MadeFormat::Zip, MadeFilter::None, {{"a", name}}));
        };
        auto first = MUST(work.obtain(file("one"), choice));
        auto second = MUST(work.obtain(file("two"), choice));
        QVERIFY(fs::exists(first.root)); // as long as it is looked at
        QVERIFY(fs::exists(second.root)); // whatever its size
        first.use.reset();
        second = MUST(work.obtain(file("two"), choice));
        QVERIFY(!fs::exists(first.root));
        QVERIFY(fs::exists(second.root));
        first = MUST(work.obtain(file("one"), choice));
        QCOMPARE(Workplace::content(first.root / "a"), std::string("one"));
        QVERIFY(first.notices.empty());
    }

    void aFoldersOwnerKeepsIt()
    {
        const Workplace work;
        fs::create_directory(work.path("folder"));
        QVERIFY(!MUST(work.obtain(work.path("folder"))).use);
    }
};

std::unique_ptr<QObject> makeSourceCacheTest()
{
    return tf::test::make<SourceCacheTest>();
}

#include "tst_source_cache.moc"
