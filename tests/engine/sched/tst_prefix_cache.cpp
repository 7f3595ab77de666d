#include "engine/sched/prefix_cache.h"
#include "tests/engine/sched/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace tf::engine;

namespace {

Block blockOf(std::vector<std::int32_t> tokens)
{
    return {std::move(tokens), {}};
}

PrefixCache makeCache(std::int32_t numPages, PrefixCache::HashBlock hash = blockHash)
{
    return {PagePool(numPages, 1), 2, rootHash("test"), hash};
}

/// All blocks have the same name.
ContentHash sameHash(const ContentHash&, const Block&)
{
    return {1, 1};
}

/// A page with that content, known and used.
std::int32_t addNew(PrefixCache& cache, std::int32_t parent, std::vector<std::int32_t> tokens)
{
    return cache.add(parent, blockOf(std::move(tokens)), cache.take(parent).value());
}

} // namespace

class PrefixCacheTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void findsABlockOnlyBehindItsParent()
    {
        auto cache = makeCache(4);
        const auto first = addNew(cache, kNoPage, {1, 2});
        const auto second = addNew(cache, first, {3, 4});
        QCOMPARE(cache.find(kNoPage, blockOf({1, 2})), first);
        QCOMPARE(cache.find(first, blockOf({3, 4})), second);
        QCOMPARE(cache.find(kNoPage, blockOf({3, 4})), kNoPage);
        QCOMPARE(cache.find(first, blockOf({3, 5})), kNoPage);
    }

    void keepsOneOfTwoEqualPages()
    {
        auto cache = makeCache(4);
        const auto first = addNew(cache, kNoPage, {1, 2});
        const auto again = cache.take(kNoPage).value();
        QCOMPARE(cache.add(kNoPage, blockOf({1, 2}), again), first);
        QVERIFY(!cache.isKnown(again));
    }

    void forgetsWhatWasLeftLongestAgo()
    {
        auto cache = makeCache(3);
        const auto a = addNew(cache, kNoPage, {1, 1});
        const auto b = addNew(cache, kNoPage, {2, 2});
        const auto c = addNew(cache, kNoPage, {3, 3});
        for (const auto page : {b, a, c})
            cache.release(page);
        cache.use(b);
        cache.release(b); // now a is the oldest
        QCOMPARE(cache.take(kNoPage).value(), a);
        QCOMPARE(cache.find(kNoPage, blockOf({1, 1})), kNoPage);
        QCOMPARE(cache.find(kNoPage, blockOf({2, 2})), b);
        QCOMPARE(cache.take(kNoPage).value(), c);
    }

    void forgetsTheEndOfAChainFirst()
    {
        auto cache = makeCache(2);
        const auto first = addNew(cache, kNoPage, {1, 2});
        const auto second = addNew(cache, first, {3, 4});
        cache.release(second);
        cache.release(first);
        QCOMPARE(cache.take(kNoPage).value(), second);
        QCOMPARE(cache.find(kNoPage, blockOf({1, 2})), first);
    }

    void neverForgetsWhatIsUsed()
    {
        auto cache = makeCache(2);
        addNew(cache, kNoPage, {1, 2});
        addNew(cache, kNoPage, {3, 4});
        QCOMPARE(cache.numAvailable(), 0);
        QVERIFY(!cache.take(kNoPage).has_value());
    }

    void aCollisionIsNoMatch()
    {
        auto cache = makeCache(3, sameHash);
        const auto first = addNew(cache, kNoPage, {1, 2});
        QCOMPARE(cache.find(kNoPage, blockOf({3, 4})), kNoPage);
        QCOMPARE(cache.add(kNoPage, blockOf({3, 4}), cache.take(kNoPage).value()), kNoPage);
        QCOMPARE(cache.add(first, blockOf({1, 2}), cache.take(kNoPage).value()), kNoPage);
        QCOMPARE(cache.find(kNoPage, blockOf({1, 2})), first);
    }

    void findsThePageWithTheLongestBeginning()
    {
        PrefixCache cache(PagePool(4, 1), 4, rootHash("test"));
        const auto full = cache.add(kNoPage, blockOf({1, 2, 3, 4}), cache.take(kNoPage).value());
        const auto part = cache.take(kNoPage).value();
        cache.addPart(kNoPage, blockOf({1, 7, 8}), part);
        QCOMPARE(cache.findPart(kNoPage, blockOf({1, 2, 3, 5})).page, full);
        QCOMPARE(cache.findPart(kNoPage, blockOf({1, 2, 3, 5})).numPositions, std::int64_t(3));
        QCOMPARE(cache.findPart(kNoPage, blockOf({1, 7, 9})).page, part);
        QCOMPARE(cache.findPart(kNoPage, blockOf({9})).page, kNoPage);
        QCOMPARE(cache.find(kNoPage, blockOf({1, 7, 8})), kNoPage); // a part has no name
    }

    void anUnfinishedPageChangesHandsOnlyWholeAndIdle()
    {
        PrefixCache cache(PagePool(2, 1), 4, rootHash("test"));
        const auto page = cache.take(kNoPage).value();
        cache.addPart(kNoPage, blockOf({1, 2}), page);
        QVERIFY(!cache.takeOver({page, 2})); // still used
        cache.release(page);
        QVERIFY(!cache.takeOver({page, 1})); // someone may want its second position
        QVERIFY(cache.takeOver({page, 2}));
        QVERIFY(!cache.isKnown(page));
        QCOMPARE(cache.pool().numUsers(page), 1);
        cache.release(page);
        QCOMPARE(cache.pool().numFree(), 2);
    }

    void aPartThatAnotherPageBeginsWithIsNotKept()
    {
        PrefixCache cache(PagePool(2, 1), 4, rootHash("test"));
        cache.add(kNoPage, blockOf({1, 2, 3, 4}), cache.take(kNoPage).value());
        const auto part = cache.take(kNoPage).value();
        cache.addPart(kNoPage, blockOf({1, 2}), part);
        QVERIFY(!cache.isKnown(part));
    }
};

std::unique_ptr<QObject> makePrefixCacheTest()
{
    return std::make_unique<PrefixCacheTest>();
}

#include "tst_prefix_cache.moc"
