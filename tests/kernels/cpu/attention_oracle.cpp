#include "tests/kernels/cpu/attention_oracle.h"

#include "kernels/base/words.h"
#include "tests/support/tolerance.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace tf::test {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Dot {
    double value = 0;
    double magnitude = 0;
};

Dot dotOf(const float* left, const float* right, std::int32_t count)
{
    Dot dot;
    for (std::int32_t idx = 0; idx < count; ++idx) {
        const double product = double(left[idx]) * double(right[idx]);
        dot.value += product;
        dot.magnitude += std::fabs(product);
    }
    return dot;
}

std::int64_t rowInBatch(const Scene& scene, std::size_t seqIdx, std::int32_t row)
{
    std::int64_t first = row;
    for (std::size_t before = 0; before < seqIdx; ++before)
        first += scene.sequences[before].numRows;
    return first;
}

/// Scores of blocks 0 … own, and the widest error that fp32 may have made in one.
struct Scores {
    std::vector<double> blocks;
    double bound = 0;
};

Scores scoresOf(const Scene& scene, std::size_t seqIdx, std::int32_t row, std::int32_t head,
                Mistake mistake)
{
    const SceneShape& shape = scene.shape;
    const SceneSequence& sequence = scene.sequences[seqIdx];
    const std::int64_t position = sequence.firstPosition() + row;
    const std::int64_t batchRow = rowInBatch(scene, seqIdx, row);
    const float* query =
        scene.indexQuery.data() + (batchRow * shape.kvHeads + head) * shape.indexDim;
    const double start = mistake == Mistake::SumInsteadOfMax ? 0 : -kInfinity;
    Scores scores{std::vector<double>(static_cast<std::size_t>(position / shape.block + 1), start),
                  0};
    for (std::int64_t key = 0; key <= position; ++key) {
        const Dot dot =
            dotOf(query, sequence.indexKeys.data() + key * shape.indexDim, shape.indexDim);
        double& block = scores.blocks[static_cast<std::size_t>(key / shape.block)];
        block =
            mistake == Mistake::SumInsteadOfMax ? block + dot.value : std::max(block, dot.value);
        scores.bound = std::max(scores.bound, dotBound(shape.indexDim, dot.magnitude));
    }
    return scores;
}

Scores scoresFor(const Scene& scene, std::size_t seqIdx, std::int32_t row, std::int32_t head,
                 Mistake mistake)
{
    if (mistake != Mistake::SharedSelection)
        return scoresOf(scene, seqIdx, row, head, mistake);
    Scores largest = scoresOf(scene, seqIdx, row, 0, mistake);
    for (std::int32_t other = 1; other < scene.shape.kvHeads; ++other) {
        const Scores scores = scoresOf(scene, seqIdx, row, other, mistake);
        for (std::size_t block = 0; block < scores.blocks.size(); ++block)
            largest.blocks[block] = std::max(largest.blocks[block], scores.blocks[block]);
    }
    return largest;
}

void force(const SceneShape& shape, Mistake mistake, std::vector<double>& scores)
{
    const auto own = static_cast<std::int64_t>(scores.size()) - 1;
    for (std::int64_t block = 0; block <= own; ++block) {
        if (block > own - shape.localBlocks)
            scores[static_cast<std::size_t>(block)] = 1e29;
        if (block < shape.initBlocks)
            scores[static_cast<std::size_t>(block)] = 1e30;
    }
    if (mistake != Mistake::OwnNotForced)
        scores.back() = kInfinity;
}

} // namespace

std::string judgeChoice(const Scene& scene, std::size_t seqIdx, std::int32_t row, std::int32_t head,
                        const std::int32_t* chosen, Mistake mistake)
{
    const SceneShape& shape = scene.shape;
    Scores scores = scoresFor(scene, seqIdx, row, head, mistake);
    const double ownScore = scores.blocks.back();
    force(shape, mistake, scores.blocks);
    if (mistake == Mistake::OwnNotForced)
        scores.blocks.back() = ownScore;
    const std::size_t room =
        static_cast<std::size_t>(shape.topK) + (mistake == Mistake::OwnOnTop ? 1 : 0);
    const std::size_t count = std::min(room, scores.blocks.size());
    std::set<std::int32_t> taken;
    for (std::int32_t place = 0; place < shape.topK && chosen[place] != -1; ++place) {
        if (!taken.empty() && chosen[place] <= *taken.rbegin())
            return words("blocks do not ascend at place ", place);
        if (chosen[place] < 0 || chosen[place] >= static_cast<int>(scores.blocks.size()))
            return words("block ", chosen[place], " is not visible");
        taken.insert(chosen[place]);
    }
    if (taken.size() != count)
        return words(taken.size(), " blocks where ", count, " are wanted");
    double worstTaken = kInfinity;
    double bestLeft = -kInfinity;
    for (std::size_t block = 0; block < scores.blocks.size(); ++block) {
        const double score = scores.blocks[block];
        if (taken.count(static_cast<std::int32_t>(block)) != 0)
            worstTaken = std::min(worstTaken, score);
        else
            bestLeft = std::max(bestLeft, score);
    }
    if (worstTaken < bestLeft - 2 * scores.bound)
        return words("a block of ", worstTaken, " is taken, one of ", bestLeft, " is left");
    return {};
}

HeadTruth attendTruth(const Scene& scene, std::size_t seqIdx, std::int32_t row, std::int32_t head,
                      const std::vector<std::int32_t>& blocks, Mistake mistake)
{
    const SceneShape& shape = scene.shape;
    const SceneSequence& sequence = scene.sequences[seqIdx];
    const std::int64_t position = sequence.firstPosition() + row;
    const std::int32_t kvHead =
        mistake == Mistake::OtherGroup ? head % shape.kvHeads : head / shape.group;
    const float* query =
        scene.query.data() + (rowInBatch(scene, seqIdx, row) * shape.numHeads() + head) * shape.dim;
    const double scale = mistake == Mistake::NoScale ? 1 : 1 / std::sqrt(double(shape.dim));
    const std::int64_t end = mistake == Mistake::NotCausal ? sequence.length : position + 1;
    std::vector<std::int64_t> keys;
    for (const std::int32_t block : blocks) {
        for (std::int64_t key = std::int64_t(block) * shape.block;
             block >= 0 && key < std::min(end, std::int64_t(block + 1) * shape.block); ++key)
            keys.push_back(key);
    }
    const auto at = [&](std::int64_t key) { return (key * shape.kvHeads + kvHead) * shape.dim; };
    std::vector<double> scores;
    double largest = -kInfinity;
    double magnitude = 0;
    for (const std::int64_t key : keys) {
        const Dot dot = dotOf(query, sequence.keys.data() + at(key), shape.dim);
        scores.push_back(dot.value * scale);
        largest = std::max(largest, scores.back());
        magnitude = std::max(magnitude, dot.magnitude * scale);
    }
    HeadTruth truth{std::vector<double>(static_cast<std::size_t>(shape.dim)), 0};
    double sum = 0;
    double largestValue = 0;
    for (std::size_t idx = 0; idx < keys.size(); ++idx) {
        const double weight = std::exp(scores[idx] - largest);
        sum += weight;
        for (std::int32_t dim = 0; dim < shape.dim; ++dim) {
            const double value = sequence.values[static_cast<std::size_t>(at(keys[idx]) + dim)];
            truth.out[static_cast<std::size_t>(dim)] += weight * value;
            largestValue = std::max(largestValue, std::fabs(value));
        }
    }
    for (double& number : truth.out)
        number /= sum;
    truth.bound = largestValue
        * attentionBound(
                      {shape.dim, static_cast<std::int64_t>(keys.size()), magnitude, shape.query});
    return truth;
}

} // namespace tf::test
