#include "app/ingest/obtain/source_folder.h"
#include "tests/app/ingest/obtain/tests.h"
#include "tests/app/ingest/obtain/workplace.h"
#include "tests/support/test_table.h"
#include "tests/support/tests/variable.h"

#include <future>

using namespace tf::ingest;

/// The place of a source in the cache.
class SourceFolderTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptIsThereAgain()
    {
        const Workplace place;
        {
            auto folder = MUST(SourceFolder::lock(place.path("cache"), "x", "t", {}));
            QVERIFY(!folder.kept("1"));
            MUST(folder.begin());
            MUST(folder.keep("1", {"a notice"}));
        }
        const auto again = MUST(SourceFolder::lock(place.path("cache"), "x", "t", {}));
        QCOMPARE(again.kept("1"), std::optional(std::vector<std::string>{"a notice"}));
        QVERIFY(!again.kept("2"));
        QVERIFY(!MUST(SourceFolder::lock(place.path("cache"), "y", "t", {})).kept("1"));
    }

    void whatIsHalfMadeIsNeverUsed()
    {
        const Workplace place;
        std::filesystem::path half;
        {
            auto folder = MUST(SourceFolder::lock(place.path("cache"), "x", "t", {}));
            half = MUST(folder.begin());
            QVERIFY(std::filesystem::exists(half));
        }
        QVERIFY(!std::filesystem::exists(half)); // by its end
        std::filesystem::create_directories(half / "left by a kill");
        const auto folder = MUST(SourceFolder::lock(place.path("cache"), "x", "t", {}));
        QVERIFY(!std::filesystem::exists(half)); // by the next one
        QVERIFY(!folder.kept("1"));
    }

    void twoDoNotFillAtOnce()
    {
        const Workplace place;
        std::optional<SourceFolder> first;
        first.emplace(MUST(SourceFolder::lock(place.path("cache"), "x", "t", {})));
        tf::CancelSource stop;
        auto second = std::async(std::launch::async, [&place, token = stop.token()] {
            return SourceFolder::lock(place.path("cache"), "x", "t", token);
        });
        QCOMPARE(second.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
        stop.cancel();
        const auto cancelled = second.get();
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, tf::Code::Cancelled);
        auto third = std::async(std::launch::async, [&place] {
            return SourceFolder::lock(place.path("cache"), "x", "t", {});
        });
        first.reset();
        QVERIFY(third.get());
    }

    void titlesAreFolderNames()
    {
        QCOMPARE(folderTitle("a b/../c"), std::string("a_b_.._c"));
        QCOMPARE(folderTitle(".."), std::string("_.."));
        QCOMPARE(folderTitle(""), std::string("_"));
        QCOMPARE(folderTitle("-x"), std::string("_-x"));
        QCOMPARE(folderTitle(std::string(500, 'x')).size(), std::size_t(64));
    }

    void itLiesInTheUsersCache()
    {
        const Workplace place;
        const tf::test::Variable cache("XDG_CACHE_HOME",
                                       QByteArray::fromStdString(place.path("mine")));
        const auto folder = MUST(SourceFolder::lock({}, "x", "t", {}));
        QVERIFY(folder.root().native().starts_with(place.path("mine/trifold/sources/")));
    }
};

std::unique_ptr<QObject> makeSourceFolderTest()
{
    return tf::test::make<SourceFolderTest>();
}

#include "tst_source_folder.moc"
