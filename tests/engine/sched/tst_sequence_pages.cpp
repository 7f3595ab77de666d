#include "engine/sched/sequence_pages.h"
#include "kernels/base/words.h"
#include "tests/engine/sched/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <algorithm>
#include <list>

using namespace tf::engine;
using tf::words;
using tf::test::Gen;

namespace {

/// Texts of few different tokens, so that they begin alike.
SequenceText anyText(Gen& gen)
{
    SequenceText text;
    const auto numTokens = gen.between(1, 14);
    for (std::int64_t idx = 0; idx < numTokens; ++idx)
        text.tokens.push_back(static_cast<std::int32_t>(gen.oneIn(4) ? 1 : 0));
    return text;
}

/// Four names for all blocks.
ContentHash fewHashes(const ContentHash& before, const Block& block)
{
    return {blockHash(before, block)[0] % 4, 0};
}

/// A cache whose pages hold tokens, and sequences that write them.
class World {
public:
    World(Gen& gen, std::int32_t numPages, PrefixCache::HashBlock hash)
        : m_cache(PagePool(numPages, static_cast<std::int32_t>(gen.between(1, 3))), kBlock,
                  rootHash("test"), hash)
        , m_slots(static_cast<std::size_t>(numPages * kBlock), -1)
    {
    }

    struct Open {
        SequenceText text;
        SequencePages pages;
    };

    PrefixCache& cache() { return m_cache; }
    std::list<Open>& open() { return m_open; }

    Open& begin(SequenceText text)
    {
        auto& sequence = m_open.emplace_back(Open{std::move(text), {}});
        const auto found = sequence.pages.find(m_cache, sequence.text, sequence.text.size());
        if (const auto copy = sequence.pages.adopt(m_cache, found)) {
            const auto from = m_slots.begin() + copy->fromPage * kBlock;
            std::copy(from, from + kBlock, m_slots.begin() + copy->toPage * kBlock);
        }
        return sequence;
    }

    /// Computes up to `end`; false when pages ran out.
    bool compute(Open& sequence, std::int64_t end)
    {
        auto& pages = sequence.pages;
        if (!pages.grow(m_cache, end))
            return false;
        for (auto position = pages.numCached(); position < end; ++position)
            slot(sequence, position) = sequence.text.tokens[static_cast<std::size_t>(position)];
        pages.commit(m_cache, sequence.text, end);
        return true;
    }

    void end(std::list<Open>::iterator sequence)
    {
        sequence->pages.close(m_cache, sequence->text);
        m_open.erase(sequence);
    }

    /// Empty, or whose pages do not hold its text.
    std::string check()
    {
        for (auto& sequence : m_open) {
            for (std::int64_t position = 0; position < sequence.pages.numCached(); ++position) {
                const auto token = sequence.text.tokens[static_cast<std::size_t>(position)];
                if (slot(sequence, position) != token)
                    return words("position ", position, " holds ", slot(sequence, position),
                                 " and not ", token);
            }
        }
        return {};
    }

    static constexpr std::int32_t kBlock = 3;

private:
    std::int32_t& slot(const Open& sequence, std::int64_t position)
    {
        const auto page = sequence.pages.pages()[static_cast<std::size_t>(position / kBlock)];
        return m_slots[static_cast<std::size_t>(page * kBlock + position % kBlock)];
    }

    PrefixCache m_cache;
    std::vector<std::int32_t> m_slots;
    std::list<Open> m_open;
};

std::string contentLaw(Gen& gen, PrefixCache::HashBlock hash)
{
    World world(gen, static_cast<std::int32_t>(gen.between(2, 14)), hash);
    for (std::size_t left = gen.size() * 2; left > 0; --left) {
        auto& open = world.open();
        const auto any = open.empty()
            ? open.end()
            : std::next(open.begin(), static_cast<std::ptrdiff_t>(gen.below(open.size())));
        if (any == open.end() || gen.oneIn(3))
            world.begin(anyText(gen));
        else if (any->pages.numCached() == any->text.size() || gen.oneIn(4)
                 || !world.compute(*any, gen.between(any->pages.numCached(), any->text.size())))
            world.end(any);
        if (auto wrong = world.check(); !wrong.empty())
            return wrong;
    }
    while (!world.open().empty())
        world.end(world.open().begin());
    const auto numAvailable = world.cache().numAvailable();
    const auto numPages = world.cache().pool().numPages();
    return numAvailable == numPages ? "" : words(numPages - numAvailable, " pages were lost");
}

std::int64_t numAlike(const SequenceText& a, const SequenceText& b)
{
    const auto end =
        std::mismatch(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end());
    return end.first - a.tokens.begin();
}

/// One after the other and with room for all, exactly the longest known beginning is found.
std::string completenessLaw(Gen& gen)
{
    World world(gen, 200, blockHash);
    std::vector<SequenceText> before;
    for (std::size_t left = std::min<std::size_t>(gen.size(), 25); left > 0; --left) {
        const auto text = anyText(gen);
        std::int64_t longest = 0;
        for (const auto& earlier : before)
            longest = std::max(longest, numAlike(text, earlier));
        auto& sequence = world.begin(text);
        if (sequence.pages.numCached() != longest)
            return words(sequence.pages.numCached(), " positions found, not ", longest);
        if (!world.compute(sequence, text.size()))
            return "no page";
        if (auto wrong = world.check(); !wrong.empty())
            return wrong;
        world.end(world.open().begin());
        before.push_back(text);
    }
    return {};
}

} // namespace

class SequencePagesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void pagesHoldTheText()
    {
        const auto law = [](Gen& gen) { return contentLaw(gen, blockHash); };
        QCOMPARE(tf::test::forAll(600, law), std::string());
    }

    void pagesHoldTheTextWhenNamesCollide()
    {
        const auto law = [](Gen& gen) { return contentLaw(gen, fewHashes); };
        QCOMPARE(tf::test::forAll(600, law), std::string());
    }

    void theLongestKnownBeginningIsFound()
    {
        QCOMPARE(tf::test::forAll(300, completenessLaw), std::string());
    }

    /// Two answers to one question: the second shares the full pages and copies the last.
    void aBranchSharesAndCopies()
    {
        PrefixCache cache(PagePool(6, 2), 4, rootHash("test"));
        const SequenceText question{{1, 2, 3, 4, 5, 6}, {}};
        SequencePages first;
        QVERIFY(first.grow(cache, 6));
        first.commit(cache, question, 6);
        const auto pages = first.pages();
        first.close(cache, question);

        const SequenceText longer{{1, 2, 3, 4, 5, 6, 7}, {}};
        SequencePages second; // goes on where the first ended: nobody else does, so no copy
        QVERIFY(!second.adopt(cache, second.find(cache, longer, 6)).has_value());
        QCOMPARE(second.pages(), pages);
        second.commit(cache, longer, 7);
        second.close(cache, longer);

        const SequenceText other{{1, 2, 3, 4, 5, 6, 8}, {}};
        SequencePages third; // leaves the known page in its middle
        const auto copy = third.adopt(cache, third.find(cache, other, 6));
        QVERIFY(copy.has_value());
        QCOMPARE(third.numCached(), std::int64_t(6));
        QCOMPARE(third.pages()[0], pages[0]);
        QCOMPARE(copy->fromPage, pages[1]);
        QCOMPARE(copy->toPage, third.pages()[1]);
        QCOMPARE(copy->toPage % 2, copy->fromPage % 2); // on the same rank
    }

    void aCopyThatHasNoRoomIsLeftOut()
    {
        PrefixCache cache(PagePool(1, 1), 4, rootHash("test"));
        const SequenceText text{{1, 2, 3}, {}};
        SequencePages first;
        QVERIFY(first.grow(cache, 3));
        first.commit(cache, text, 3);
        first.close(cache, text);
        SequencePages second;
        const SequenceText other{{1, 2, 9}, {}};
        QVERIFY(!second.adopt(cache, second.find(cache, other, 2)).has_value());
        QCOMPARE(second.numCached(), std::int64_t(0));
        QVERIFY(second.grow(cache, 3)); // the page that could not be copied makes room instead
    }
};

std::unique_ptr<QObject> makeSequencePagesTest()
{
    return std::make_unique<SequencePagesTest>();
}

#include "tst_sequence_pages.moc"
