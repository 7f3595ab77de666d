#include "kernels/cpu/weights/gemm.h"

#include "kernels/cpu/scratch.h"
#include "kernels/cpu/weights/panel_product.h"

#include <algorithm>
#include <cstring>

namespace tf::cpu {

namespace {

struct GemmScratch {
    GemmScratch(Pieces& pieces, int threads)
        : tiles(pieces.take<std::byte>(threads * kTileBytes))
        , sums(pieces.take<float>(threads * kMaxPanelRows * kPanelOuts))
    {
    }

    std::byte* tiles; ///< of each thread
    float* sums; ///< of each thread: [kMaxPanelRows][64]
};

struct PanelTask {
    const GemmJob* job = nullptr;
    std::int64_t panelIdx = 0;
};

PanelTask taskAt(const GemmArgs& args, std::int64_t taskIdx)
{
    for (int jobIdx = 0; jobIdx < args.numJobs; ++jobIdx) {
        const GemmJob& job = args.jobs[static_cast<std::size_t>(jobIdx)];
        const auto numPanels = keptOf(job.weight).numPanels();
        if (taskIdx < numPanels)
            return {&job, taskIdx};
        taskIdx -= numPanels;
    }
    return {};
}

void writeSums(const float* sums, std::int64_t firstRow, std::int64_t numRows,
               std::int64_t panelIdx, const GemmJob& job)
{
    const auto firstOut = panelIdx * kPanelOuts;
    const auto numOuts = std::min(kPanelOuts, job.out.cols - firstOut);
    for (std::int64_t row = 0; row < numRows; ++row) {
        auto* to = reinterpret_cast<float*>(job.out.row(firstRow + row)) + firstOut;
        const float* from = sums + row * kPanelOuts;
        if (job.bias == nullptr) {
            std::memcpy(to, from, static_cast<std::size_t>(numOuts) * sizeof(float));
            continue;
        }
        const float* bias = job.bias + firstOut;
        for (std::int64_t out = 0; out < numOuts; ++out)
            to[out] = from[out] + bias[out];
    }
}

void runTask(const PanelTask& task, const PanelRows& rows, Level level, std::byte* tile,
             float* sums)
{
    for (std::int64_t first = 0; first < rows.numRows; first += kMaxPanelRows) {
        const auto part = rows.part(first, std::min(kMaxPanelRows, rows.numRows - first));
        multiplyPanel(keptOf(task.job->weight), task.panelIdx, part, level, tile, sums);
        writeSums(sums, first, part.numRows, task.panelIdx, *task.job);
    }
}

/// Lays weights out and counts their panels.
std::int64_t prepareJobs(const GemmArgs& args, const Workbench& bench)
{
    std::int64_t numTasks = 0;
    for (int jobIdx = 0; jobIdx < args.numJobs; ++jobIdx) {
        const Weight& weight = args.jobs[static_cast<std::size_t>(jobIdx)].weight;
        bench.shelf.prepare(weight, bench.pool);
        numTasks += keptOf(weight).numPanels();
    }
    return numTasks;
}

} // namespace

void gemm(const GemmArgs& args, const Workbench& bench)
{
    const std::int64_t numTasks = prepareJobs(args, bench);
    Pieces pieces(bench.scratch.take(gemmScratchBytes(bench.pool.threads())));
    const GemmScratch scratch(pieces, bench.pool.threads());
    const PanelRows rows{args.x, nullptr, 0, args.x.rows};
    bench.pool.run(numTasks, [&](std::int64_t taskIdx, int threadIdx) {
        runTask(taskAt(args, taskIdx), rows, bench.level, scratch.tiles + threadIdx * kTileBytes,
                scratch.sums + threadIdx * kMaxPanelRows * kPanelOuts);
    });
}

std::int64_t gemmScratchBytes(int threads)
{
    Pieces pieces;
    GemmScratch(pieces, threads);
    return pieces.bytes();
}

} // namespace tf::cpu
