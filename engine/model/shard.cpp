#include "engine/model/shard.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf::engine {

namespace {

struct Divided {
    std::int64_t whole = 0;
    std::string_view what;
};

Result<> divides(const Divided& divided, int ranks)
{
    if (divided.whole % ranks != 0)
        return Error(
            Code::Unsupported,
            words(divided.whole, " ", divided.what, " cannot be divided among ", ranks, " ranks"));
    return {};
}

Result<> headsDivide(const ModelConfig& config, int ranks)
{
    if (ranks < 1)
        return Error(Code::BadInput, words(ranks, " ranks: at least one is needed"));
    if (config.kvHeads < 1 || config.heads % config.kvHeads != 0)
        return Error(
            Code::Unsupported,
            words(config.heads, " query heads are not divisible by ", config.kvHeads, " KV heads"));
    if (config.kvHeads % ranks != 0 && ranks % config.kvHeads != 0)
        return Error(Code::Unsupported,
                     words(ranks, " ranks do not fit ", config.kvHeads,
                           " KV heads: use a divisor or a multiple of ", config.kvHeads));
    return divides({std::int64_t(config.heads) * config.headDim, "columns of o_proj"}, ranks);
}

Result<> widthsDivide(const ModelConfig& config, const Split& split)
{
    TRY(divides({config.denseWidth, "columns of the dense feed-forward"}, split.ranks));
    TRY(divides({config.sharedWidth, "columns of the shared expert"}, split.ranks));
    TRY(split.experts == ExpertSplit::Expert
            ? divides({config.experts, "experts"}, split.ranks)
            : divides({config.expertWidth, "columns of an expert"}, split.ranks));
    if (config.vocab < split.ranks)
        return Error(Code::Unsupported,
                     words("a vocabulary of ", config.vocab, " cannot be divided among ",
                           split.ranks, " ranks"));
    return {};
}

void placeHeads(Shard& shard, const ModelConfig& config)
{
    shard.numSharers = std::max(1, shard.ranks / config.kvHeads);
    shard.sharerIdx = shard.rank % shard.numSharers;
    shard.groupIdx = shard.rank / shard.numSharers;
    shard.kvHeads = partOf(config.kvHeads, shard.ranks / shard.numSharers, shard.groupIdx);
    const std::int64_t headsPerKv = config.heads / config.kvHeads;
    shard.heads = {shard.kvHeads.begin * headsPerKv, shard.kvHeads.end * headsPerKv};
    shard.kvPages = {shard.numSharers, shard.sharerIdx};
    shard.indexPages = {shard.ranks, shard.rank};
    shard.outColumns = partOf(std::int64_t(config.heads) * config.headDim, shard.ranks, shard.rank);
}

void placeWidths(Shard& shard, const ModelConfig& config, ExpertSplit experts)
{
    const bool byId = experts == ExpertSplit::Expert;
    shard.denseWidth = partOf(config.denseWidth, shard.ranks, shard.rank);
    shard.sharedWidth = partOf(config.sharedWidth, shard.ranks, shard.rank);
    shard.expertWidth =
        byId ? Slice{0, config.expertWidth} : partOf(config.expertWidth, shard.ranks, shard.rank);
    shard.experts =
        byId ? partOf(config.experts, shard.ranks, shard.rank) : Slice{0, config.experts};
    shard.vocab = partOf(config.vocab, shard.ranks, shard.rank);
    shard.vocabStride = (config.vocab + shard.ranks - 1) / shard.ranks;
}

} // namespace

Slice partOf(std::int64_t whole, int ranks, int rank)
{
    return {whole * rank / ranks, whole * (rank + 1) / ranks};
}

Result<Shard> shardOf(const ModelConfig& config, const Split& split, int rank)
{
    TRY(headsDivide(config, split.ranks));
    TRY(widthsDivide(config, split));
    CHECK(rank >= 0 && rank < split.ranks, "a rank of the group");
    Shard shard;
    shard.rank = rank;
    shard.ranks = split.ranks;
    placeHeads(shard, config);
    placeWidths(shard, config, split.experts);
    return shard;
}

Result<> keepsGroups(const Slice& columns, std::int64_t numColumns, std::int64_t group,
                     std::string_view name)
{
    const bool endsWhole = group <= 1 || columns.end == numColumns || columns.end % group == 0;
    if (endsWhole && (group <= 1 || columns.begin % group == 0))
        return {};
    return Error(Code::Unsupported,
                 words(name, ": columns ", columns.begin, " to ", columns.end, " of ", numColumns,
                       " cut a group of ", group,
                       " that shares a scale: use fewer ranks, or split experts by their ids"));
}

} // namespace tf::engine
