#include "kernels/cpu/rows/router.h"

#include "kernels/cpu/rows/lanes.h"
#include "kernels/cpu/rows/number_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tf::cpu {

namespace {

/// Rows and experts that meet in one task: their numbers stay in the first cache together.
constexpr std::int64_t kRowTile = 8;
constexpr std::int64_t kExpertTile = 8;
/// Rows that lie as floats at the same time: enough tasks for every thread, in little memory.
constexpr std::int64_t kRowsTogether = 64;

struct RouterScratch {
    RouterScratch(Pieces& pieces, std::int64_t numRows, std::int64_t width, std::int64_t experts)
        : rows(pieces.take<float>(std::min(numRows, kRowsTogether) * width))
        , scores(pieces.take<float>(std::min(numRows, kRowsTogether) * experts))
    {
    }

    float* rows; ///< [rows][width]
    float* scores; ///< [rows][experts]
};

void scoreTile(const RouterArgs& args, const RouterScratch& scratch, std::int64_t firstRow,
               std::int64_t firstExpert)
{
    const std::int64_t width = args.x.cols;
    const std::int64_t endRow = std::min(firstRow + kRowTile, args.x.rows);
    const std::int64_t endExpert = std::min<std::int64_t>(firstExpert + kExpertTile, args.experts);
    for (std::int64_t expert = firstExpert; expert < endExpert; ++expert) {
        for (std::int64_t rowIdx = firstRow; rowIdx < endRow; ++rowIdx) {
            const float logit =
                dot(args.gate + expert * width, scratch.rows + rowIdx * width, width);
            scratch.scores[rowIdx * args.experts + expert] = 1.0F / (1.0F + std::exp(-logit));
        }
    }
}

/// What decides: NaN below every number, so that it is taken only when nothing else is left.
float choiceOf(const RouterArgs& args, const float* scores, std::int32_t expert)
{
    const float choice = args.bias == nullptr ? scores[expert] : scores[expert] + args.bias[expert];
    return std::isnan(choice) ? -std::numeric_limits<float>::infinity() : choice;
}

/// The winners' numbers, ascending. Experts are few and winners fewer: each place is a scan.
void chooseExperts(const RouterArgs& args, const float* scores, std::int32_t* ids)
{
    for (std::int32_t numChosen = 0; numChosen < args.topK; ++numChosen) {
        std::int32_t best = -1;
        for (std::int32_t expert = 0; expert < args.experts; ++expert) {
            if (std::find(ids, ids + numChosen, expert) != ids + numChosen)
                continue;
            if (best < 0 || choiceOf(args, scores, expert) > choiceOf(args, scores, best))
                best = expert;
        }
        ids[numChosen] = best;
    }
    std::sort(ids, ids + args.topK);
}

void routeRow(const RouterArgs& args, const float* scores, std::int64_t rowIdx)
{
    std::int32_t* ids = args.ids + rowIdx * args.topK;
    float* weights = args.weights + rowIdx * args.topK;
    chooseExperts(args, scores, ids);
    float sum = 0;
    for (std::int32_t place = 0; place < args.topK; ++place)
        sum += scores[ids[place]];
    for (std::int32_t place = 0; place < args.topK; ++place)
        weights[place] = scores[ids[place]] / sum * args.scale;
}

void routeTogether(const RouterArgs& args, Pool& pool, const RouterScratch& parts)
{
    const std::int64_t rows = args.x.rows;
    pool.run(rows, [&](std::int64_t rowIdx, int /*threadIdx*/) {
        loadFloats(args.x.row(rowIdx), args.x.type, args.x.cols, parts.rows + rowIdx * args.x.cols);
    });
    const std::int64_t expertTiles = (args.experts + kExpertTile - 1) / kExpertTile;
    pool.run((rows + kRowTile - 1) / kRowTile * expertTiles,
             [&](std::int64_t taskIdx, int /*threadIdx*/) {
                 scoreTile(args, parts, taskIdx / expertTiles * kRowTile,
                           taskIdx % expertTiles * kExpertTile);
             });
    pool.run(rows, [&](std::int64_t rowIdx, int /*threadIdx*/) {
        routeRow(args, parts.scores + rowIdx * args.experts, rowIdx);
    });
}

/// The arguments for some of the rows.
RouterArgs rowsOf(const RouterArgs& args, std::int64_t first, std::int64_t count)
{
    RouterArgs some = args;
    some.x = args.x.someRows(first, count);
    some.ids += first * args.topK;
    some.weights += first * args.topK;
    return some;
}

} // namespace

std::int64_t routerScratch(std::int64_t rows, std::int64_t width, std::int64_t experts)
{
    Pieces pieces;
    RouterScratch(pieces, rows, width, experts);
    return pieces.bytes();
}

void router(const RouterArgs& args, Pool& pool, Scratch& scratch)
{
    const std::int64_t rows = args.x.rows;
    CHECK(args.topK > 0 && args.topK <= args.experts, "a row goes to some of the experts");
    Pieces pieces(scratch.take(routerScratch(rows, args.x.cols, args.experts)));
    const RouterScratch parts(pieces, rows, args.x.cols, args.experts);
    for (std::int64_t first = 0; first < rows; first += kRowsTogether)
        routeTogether(rowsOf(args, first, std::min(rows - first, kRowsTogether)), pool, parts);
}

} // namespace tf::cpu
