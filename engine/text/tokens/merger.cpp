#include "engine/text/tokens/merger.h"

#include <algorithm>
#include <functional>

namespace tf::text {

namespace {

/// Up to here searching the whole piece for its strongest pair beats the heap.
constexpr std::size_t kShortPieceBytes = 96;

constexpr std::uint32_t kNoNode = 0xffffffff;

unsigned char byteAt(std::string_view piece, std::size_t idx)
{
    return static_cast<unsigned char>(piece[idx]);
}

} // namespace

std::span<const TokenId> Merger::merge(const TokenizerImage& image, std::string_view piece)
{
    if (piece.size() > kShortPieceBytes)
        return mergeByHeap(image, piece);

    auto numTokens = piece.size();
    m_ids.resize(numTokens);
    m_pairs.resize(numTokens);
    for (std::size_t idx = 0; idx < numTokens; ++idx)
        m_ids[idx] = image.byteId(byteAt(piece, idx));
    for (std::size_t idx = 0; idx + 1 < numTokens; ++idx)
        m_pairs[idx] = image.bytePair(byteAt(piece, idx), byteAt(piece, idx + 1));

    // m_pairs[i] is what tokens i and i + 1 make; the last token has none.
    while (numTokens > 1) {
        std::size_t strongest = 0;
        for (std::size_t idx = 1; idx + 1 < numTokens; ++idx) {
            if (m_pairs[idx].rank < m_pairs[strongest].rank)
                strongest = idx;
        }
        if (m_pairs[strongest].rank == kNoRank)
            break;
        m_ids[strongest] = m_pairs[strongest].id;
        for (std::size_t idx = strongest + 1; idx + 1 < numTokens; ++idx) {
            m_ids[idx] = m_ids[idx + 1];
            m_pairs[idx - 1] = m_pairs[idx];
        }
        --numTokens;
        if (strongest > 0)
            m_pairs[strongest - 1] = image.merged(m_ids[strongest - 1], m_ids[strongest]);
        if (strongest + 1 < numTokens)
            m_pairs[strongest] = image.merged(m_ids[strongest], m_ids[strongest + 1]);
    }
    return std::span<const TokenId>(m_ids).first(numTokens);
}

void Merger::pairUp(const TokenizerImage& image, std::uint32_t nodeIdx)
{
    Node& node = m_nodes[nodeIdx];
    const auto merged = node.next == kNoNode ? Merged{kNoRank, kNoToken}
                                             : image.merged(node.id, m_nodes[node.next].id);
    node.rank = merged.rank;
    node.merged = merged.id;
}

void Merger::push(std::uint32_t nodeIdx)
{
    if (m_nodes[nodeIdx].rank == kNoRank)
        return;
    m_heap.push_back(std::uint64_t(m_nodes[nodeIdx].rank) << 32 | nodeIdx);
    std::push_heap(m_heap.begin(), m_heap.end(), std::greater<>());
}

std::uint64_t Merger::popStrongest()
{
    std::pop_heap(m_heap.begin(), m_heap.end(), std::greater<>());
    const auto strongest = m_heap.back();
    m_heap.pop_back();
    return strongest;
}

std::span<const TokenId> Merger::mergeByHeap(const TokenizerImage& image, std::string_view piece)
{
    const auto numBytes = static_cast<std::uint32_t>(piece.size());
    m_nodes.resize(numBytes);
    m_heap.clear();
    for (std::uint32_t idx = 0; idx < numBytes; ++idx) {
        const bool last = idx + 1 == numBytes;
        const auto merged = last ? Merged{kNoRank, kNoToken}
                                 : image.bytePair(byteAt(piece, idx), byteAt(piece, idx + 1));
        m_nodes[idx] = {image.byteId(byteAt(piece, idx)), merged.rank, merged.id,
                        idx == 0 ? kNoNode : idx - 1, last ? kNoNode : idx + 1};
        if (merged.rank != kNoRank)
            m_heap.push_back(std::uint64_t(merged.rank) << 32 | idx);
    }
    std::make_heap(m_heap.begin(), m_heap.end(), std::greater<>());

    while (!m_heap.empty()) {
        const auto strongest = popStrongest();
        const auto nodeIdx = static_cast<std::uint32_t>(strongest);
        Node& node = m_nodes[nodeIdx];
        if (node.rank != strongest >> 32)
            continue; // one of the two has since been merged elsewhere
        const auto gone = node.next;
        node.id = node.merged;
        node.next = m_nodes[gone].next;
        m_nodes[gone].rank = kNoRank;
        if (node.next != kNoNode)
            m_nodes[node.next].previous = nodeIdx;
        pairUp(image, nodeIdx);
        push(nodeIdx);
        if (node.previous != kNoNode) {
            pairUp(image, node.previous);
            push(node.previous);
        }
    }

    m_ids.clear();
    for (std::uint32_t idx = 0; idx != kNoNode; idx = m_nodes[idx].next)
        m_ids.push_back(m_nodes[idx].id);
    return m_ids;
}

} // namespace tf::text
