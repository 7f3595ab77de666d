#pragma once

// Pages whose content is known, as a tree of blocks: who begins alike shares the same pages.
//
// A full block is found by its chained hash and believed by its content; the last, unfinished block
// of a sequence hangs in the tree too, for whoever goes on where it ended. Pages that nobody uses
// stay until room is needed; the ones left longest ago go first, and since users leave from the
// end, a page never goes before what follows it. Thread: engine.

#include "engine/sched/block.h"
#include "engine/sched/page_pool.h"

#include <map>

namespace tf::engine {

class PrefixCache {
public:
    using HashBlock = ContentHash (*)(const ContentHash& before, const Block& block);

    /// A page and how many of its first positions hold what was looked for.
    struct Part {
        std::int32_t page = kNoPage;
        std::int64_t numPositions = 0;
    };

    /// `root` names the model and how its cache is stored. Requires: block > 0.
    PrefixCache(PagePool pool, std::int32_t block, const ContentHash& root,
                HashBlock hash = blockHash);

    [[nodiscard]] std::int32_t block() const { return m_block; }
    [[nodiscard]] const PagePool& pool() const { return m_pool; }
    [[nodiscard]] std::int64_t pagesFor(std::int64_t numPositions) const
    {
        return (numPositions + m_block - 1) / m_block;
    }
    /// Pages that can be had: free ones, and known ones that nobody uses.
    [[nodiscard]] std::int32_t numAvailable() const { return m_pool.numFree() + m_numIdle; }
    [[nodiscard]] bool isKnown(std::int32_t page) const { return node(page).known; }
    [[nodiscard]] bool isIdle(std::int32_t page) const;

    /// A page for new content, the rank of `before` considered; forgets an idle page if need be.
    [[nodiscard]] std::optional<std::int32_t> take(std::int32_t before);
    /// The same on the rank of `page` and on no other.
    [[nodiscard]] std::optional<std::int32_t> takeBeside(std::int32_t page);
    void use(std::int32_t page);
    void release(std::int32_t page);

    /// The page of the full block that follows `parent` (kNoPage: the first of all), or kNoPage.
    [[nodiscard]] std::int32_t find(std::int32_t parent, const Block& block) const;
    /// The page after `parent` that has most of the block's beginning.
    [[nodiscard]] Part findPart(std::int32_t parent, const Block& block) const;

    /// Makes a full block known. The page that stands for it: `page`, or one that was known
    /// already, which the caller then uses instead; kNoPage when its hash is another block's.
    /// Requires: the caller uses `page`, and `parent`, which is known.
    std::int32_t add(std::int32_t parent, Block block, std::int32_t page);
    /// Makes an unfinished block known, unless a known one begins with it.
    void addPart(std::int32_t parent, Block block, std::int32_t page);
    /// An unfinished block that nobody uses, and that holds no more than what was looked for,
    /// becomes the caller's page; false: it must be copied.
    [[nodiscard]] bool takeOver(const Part& part);

private:
    struct Node {
        bool known = false;
        bool full = false;
        std::int32_t parent = kNoPage;
        std::int32_t firstChild = kNoPage;
        std::int32_t left = kNoPage; // siblings
        std::int32_t right = kNoPage;
        std::int32_t older = kNoPage; // idle pages in the order in which they were left
        std::int32_t newer = kNoPage;
        ContentHash hash{};
        Block block;
    };

    [[nodiscard]] Node& node(std::int32_t page) { return m_nodes[static_cast<std::size_t>(page)]; }
    [[nodiscard]] const Node& node(std::int32_t page) const
    {
        return m_nodes[static_cast<std::size_t>(page)];
    }
    [[nodiscard]] std::int32_t& firstChildOf(std::int32_t parent);
    [[nodiscard]] ContentHash hashAfter(std::int32_t parent, const Block& block) const;
    void hang(std::int32_t parent, Block block, std::int32_t page);
    void forget(std::int32_t page);
    void linkIdle(std::int32_t page);
    void unlinkIdle(std::int32_t page);

    PagePool m_pool;
    std::int32_t m_block;
    ContentHash m_root;
    HashBlock m_hash;
    std::vector<Node> m_nodes; // by page
    std::map<ContentHash, std::int32_t> m_full;
    std::int32_t m_firstChild = kNoPage; // of the root
    std::int32_t m_oldest = kNoPage;
    std::int32_t m_newest = kNoPage;
    std::int32_t m_numIdle = 0;
};

} // namespace tf::engine
