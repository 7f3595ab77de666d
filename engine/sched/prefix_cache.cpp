#include "engine/sched/prefix_cache.h"

#include "kernels/base/check.h"

#include <utility>

namespace tf::engine {

PrefixCache::PrefixCache(PagePool pool, std::int32_t block, const ContentHash& root, HashBlock hash)
    : m_pool(std::move(pool))
    , m_block(block)
    , m_root(root)
    , m_hash(hash)
    , m_nodes(static_cast<std::size_t>(m_pool.numPages()))
{
    CHECK(block > 0, "pages hold positions");
}

bool PrefixCache::isIdle(std::int32_t page) const
{
    return node(page).known && m_pool.numUsers(page) == 1; // the tree's own use
}

std::optional<std::int32_t> PrefixCache::take(std::int32_t before)
{
    if (m_pool.numFree() == 0 && m_oldest != kNoPage)
        forget(m_oldest);
    return m_pool.takeAfter(before);
}

std::optional<std::int32_t> PrefixCache::takeBeside(std::int32_t page)
{
    if (auto taken = m_pool.takeBeside(page))
        return taken;
    if (m_oldest != kNoPage && m_pool.rankOf(m_oldest) == m_pool.rankOf(page))
        forget(m_oldest);
    return m_pool.takeBeside(page);
}

void PrefixCache::use(std::int32_t page)
{
    if (isIdle(page))
        unlinkIdle(page);
    m_pool.share(page);
}

void PrefixCache::release(std::int32_t page)
{
    const auto numLeft = m_pool.drop(page);
    if (node(page).known && numLeft == 1)
        linkIdle(page);
}

std::int32_t PrefixCache::find(std::int32_t parent, const Block& block) const
{
    const auto found = m_full.find(hashAfter(parent, block));
    if (found == m_full.end())
        return kNoPage;
    const Node& known = node(found->second);
    return known.parent == parent && known.block == block ? found->second : kNoPage;
}

PrefixCache::Part PrefixCache::findPart(std::int32_t parent, const Block& block) const
{
    Part best;
    auto child = parent == kNoPage ? m_firstChild : node(parent).firstChild;
    for (; child != kNoPage; child = node(child).right) {
        const auto numCommon = commonPositions(node(child).block, block);
        if (numCommon > best.numPositions)
            best = {child, numCommon};
    }
    return best;
}

std::int32_t PrefixCache::add(std::int32_t parent, Block block, std::int32_t page)
{
    CHECK(block.size() == m_block, "only full blocks have a hash");
    const auto hash = hashAfter(parent, block);
    const auto found = m_full.find(hash);
    if (found == m_full.end()) {
        m_full.emplace(hash, page);
        node(page).full = true;
        node(page).hash = hash;
        hang(parent, std::move(block), page);
        return page;
    }
    const Node& known = node(found->second);
    if (known.parent != parent || known.block != block)
        return kNoPage;
    return found->second;
}

void PrefixCache::addPart(std::int32_t parent, Block block, std::int32_t page)
{
    CHECK(block.size() < m_block, "a full block is not a part");
    if (block.tokens.empty() || findPart(parent, block).numPositions == block.size())
        return;
    hang(parent, std::move(block), page);
}

bool PrefixCache::takeOver(const Part& part)
{
    const Node& known = node(part.page);
    if (!isIdle(part.page) || known.full || known.block.size() != part.numPositions)
        return false;
    m_pool.share(part.page); // so that forgetting does not free it
    forget(part.page);
    return true;
}

std::int32_t& PrefixCache::firstChildOf(std::int32_t parent)
{
    return parent == kNoPage ? m_firstChild : node(parent).firstChild;
}

ContentHash PrefixCache::hashAfter(std::int32_t parent, const Block& block) const
{
    return m_hash(parent == kNoPage ? m_root : node(parent).hash, block);
}

void PrefixCache::hang(std::int32_t parent, Block block, std::int32_t page)
{
    CHECK(!node(page).known, "a page has one content");
    m_pool.share(page);
    Node& added = node(page);
    auto& firstChild = firstChildOf(parent);
    added.known = true;
    added.parent = parent;
    added.block = std::move(block);
    added.right = std::exchange(firstChild, page);
    if (added.right != kNoPage)
        node(added.right).left = page;
}

void PrefixCache::forget(std::int32_t page)
{
    unlinkIdle(page);
    Node& gone = node(page);
    CHECK(gone.firstChild == kNoPage, "what follows a page is left before it");
    (gone.left == kNoPage ? firstChildOf(gone.parent) : node(gone.left).right) = gone.right;
    if (gone.right != kNoPage)
        node(gone.right).left = gone.left;
    if (gone.full)
        m_full.erase(gone.hash);
    gone = {};
    m_pool.drop(page);
}

void PrefixCache::linkIdle(std::int32_t page)
{
    node(page).older = std::exchange(m_newest, page);
    (node(page).older == kNoPage ? m_oldest : node(node(page).older).newer) = page;
    ++m_numIdle;
}

void PrefixCache::unlinkIdle(std::int32_t page)
{
    Node& idle = node(page);
    (idle.older == kNoPage ? m_oldest : node(idle.older).newer) = idle.newer;
    (idle.newer == kNoPage ? m_newest : node(idle.newer).older) = idle.older;
    idle.older = kNoPage;
    idle.newer = kNoPage;
    --m_numIdle;
}

} // namespace tf::engine
