#include "engine/sched/held_pages.h"
#include "tests/engine/sched/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace tf::engine;

namespace {

SequenceText textOf(std::size_t numTokens)
{
    SequenceText text;
    for (std::size_t idx = 0; idx < numTokens; ++idx)
        text.tokens.push_back(static_cast<std::int32_t>(idx));
    return text;
}

PrefixCache makeSmallCache(std::int32_t numPages)
{
    return {PagePool(numPages, 1), 4, rootHash("test")};
}

std::int64_t numFound(const PrefixCache& cache, const SequenceText& text)
{
    const auto found = SequencePages().find(cache, text, text.size());
    return std::ssize(found.pages) * cache.block() + found.part.numPositions;
}

} // namespace

class HeldPagesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatWasFilledIsKnown()
    {
        auto cache = makeSmallCache(4);
        auto held = MUST(HeldPages::makeRoom(cache, textOf(10)));
        QCOMPARE(held.pages().size(), std::size_t(3));
        QCOMPARE(held.numFilled(), std::size_t(0));
        QCOMPARE(numFound(cache, textOf(10)), std::int64_t(0)); // not before it is whole
        held.setFilled(cache);
        held.close(cache);
        QCOMPARE(numFound(cache, textOf(10)), std::int64_t(10));
        QCOMPARE(cache.numAvailable(), 4);
    }

    void whatFailedIsForgotten()
    {
        auto cache = makeSmallCache(4);
        auto held = MUST(HeldPages::makeRoom(cache, textOf(10)));
        held.close(cache);
        QCOMPARE(numFound(cache, textOf(10)), std::int64_t(0));
        QCOMPARE(cache.pool().numFree(), 4);
    }

    void whatIsKnownIsNotFilledAgain()
    {
        auto cache = makeSmallCache(4);
        auto first = MUST(HeldPages::makeRoom(cache, textOf(8)));
        first.setFilled(cache);
        first.close(cache);
        auto second = MUST(HeldPages::makeRoom(cache, textOf(12)));
        QCOMPARE(second.numFilled(), std::size_t(2));
        second.close(cache);
    }

    void keptPagesAreNotForgotten()
    {
        auto cache = makeSmallCache(3);
        auto filled = MUST(HeldPages::makeRoom(cache, textOf(8)));
        filled.setFilled(cache);
        filled.close(cache);
        auto kept = HeldPages::keep(cache, textOf(11));
        QCOMPARE(kept.pages().size(), std::size_t(2)); // whole pages
        QCOMPARE(kept.numFilled(), std::size_t(2));
        QVERIFY(cache.take(kNoPage).has_value());
        QVERIFY(!cache.take(kNoPage).has_value());
        kept.close(cache);
        QVERIFY(cache.take(kNoPage).has_value());
    }

    void saysWhenThereIsNoRoom()
    {
        auto cache = makeSmallCache(2);
        const auto held = HeldPages::makeRoom(cache, textOf(9));
        QVERIFY(!held.has_value());
        QVERIFY(held.error().code == tf::Code::OutOfMemory);
        QVERIFY(held.error().text.find("9 tokens needs 3 pages: only 2") != std::string::npos);
        QCOMPARE(cache.pool().numFree(), 2);
    }
};

std::unique_ptr<QObject> makeHeldPagesTest()
{
    return std::make_unique<HeldPagesTest>();
}

#include "tst_held_pages.moc"
