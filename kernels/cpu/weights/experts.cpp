#include "kernels/cpu/weights/experts.h"

#include "kernels/cpu/rows/number_rows.h"
#include "kernels/cpu/weights/expert_rows.h"
#include "kernels/cpu/weights/float_panel.h"
#include "kernels/cpu/weights/panel_product.h"

#include <algorithm>

namespace tf::cpu {

namespace {

/// The largest of what is asked for.
struct ExpertsSize {
    std::int64_t rows = 0;
    std::int64_t topK = 0;
    std::int64_t numExperts = 0;
    int threads = 1;
};

struct ExpertsScratch {
    ExpertsScratch(Pieces& pieces, const ExpertsSize& size)
        : rows(pieces, size.rows, size.topK, size.numExperts)
        , tiles(pieces.take<std::byte>(size.threads * kTileBytes))
        , sums(pieces.take<float>(size.threads * 2 * kMaxPanelRows * kPanelOuts))
    {
    }

    [[nodiscard]] std::byte* tile(int threadIdx) const { return tiles + threadIdx * kTileBytes; }
    [[nodiscard]] float* gateSums(int threadIdx) const
    {
        return sums + threadIdx * 2 * kMaxPanelRows * kPanelOuts;
    }
    [[nodiscard]] float* upSums(int threadIdx) const
    {
        return gateSums(threadIdx) + kMaxPanelRows * kPanelOuts;
    }

    ExpertRowsScratch rows;
    std::byte* tiles; ///< of each thread
    float* sums; ///< of each thread: gate's and up's
};

std::int64_t scratchBytes(const ExpertsSize& size)
{
    Pieces pieces;
    ExpertsScratch(pieces, size);
    return pieces.bytes();
}

/// One call of experts(): what all its tasks see.
class ExpertsRun {
public:
    ExpertsRun(const ExpertsArgs& args, const Workbench& bench, const ExpertsScratch& scratch)
        : m_args(args)
        , m_bench(bench)
        , m_scratch(scratch)
        , m_active(sortByExpert(args, scratch.rows))
        , m_x{args.x, nullptr, 0, args.x.rows}
        , m_act{args.act, nullptr, 0, 0}
    {
    }

    void run();

private:
    void prepare();
    void gateUp(std::int64_t taskIdx, int threadIdx);
    void gateUpPart(const ActiveExpert& expert, std::int64_t panelIdx, std::int64_t first,
                    int threadIdx);
    void down(std::int64_t panelIdx, int threadIdx);
    void addDown(const ActiveExpert& expert, std::int64_t panelIdx, std::int64_t first,
                 int threadIdx);
    [[nodiscard]] float* outAt(std::int64_t row, std::int64_t panelIdx) const
    {
        return reinterpret_cast<float*>(m_args.out.row(row)) + panelIdx * kPanelOuts;
    }
    [[nodiscard]] std::int64_t numOuts(std::int64_t panelIdx) const
    {
        return std::min(kPanelOuts, m_args.out.cols - panelIdx * kPanelOuts);
    }

    const ExpertsArgs& m_args;
    const Workbench& m_bench;
    const ExpertsScratch& m_scratch;
    std::span<const ActiveExpert> m_active;
    PanelRows m_x;
    PanelRows m_act;
};

void ExpertsRun::prepare()
{
    for (const ActiveExpert& expert : m_active) {
        m_bench.shelf.prepare(expert.weights->gate, m_bench.pool);
        m_bench.shelf.prepare(expert.weights->up, m_bench.pool);
        m_bench.shelf.prepare(expert.weights->down, m_bench.pool);
    }
}

void ExpertsRun::run()
{
    prepare();
    if (!m_active.empty()) {
        const ActiveExpert& last = m_active.back();
        m_act.numRows = last.firstSlot + last.numRows;
        m_act.x.cols = last.weights->down.ins;
        m_bench.pool.run(last.firstPanel + keptOf(last.weights->gate).numPanels(),
                         [&](std::int64_t taskIdx, int threadIdx) { gateUp(taskIdx, threadIdx); });
    }
    m_bench.pool.run((m_args.out.cols + kPanelOuts - 1) / kPanelOuts,
                     [&](std::int64_t panelIdx, int threadIdx) { down(panelIdx, threadIdx); });
}

void ExpertsRun::gateUp(std::int64_t taskIdx, int threadIdx)
{
    const auto next = std::upper_bound(
        m_active.begin(), m_active.end(), taskIdx,
        [](std::int64_t idx, const ActiveExpert& expert) { return idx < expert.firstPanel; });
    const ActiveExpert& expert = *(next - 1);
    for (std::int64_t first = 0; first < expert.numRows; first += kMaxPanelRows)
        gateUpPart(expert, taskIdx - expert.firstPanel, first, threadIdx);
}

void ExpertsRun::gateUpPart(const ActiveExpert& expert, std::int64_t panelIdx, std::int64_t first,
                            int threadIdx)
{
    PanelRows rows = m_x;
    rows.rowIds = expert.rowIds;
    rows = rows.part(first, std::min(kMaxPanelRows, expert.numRows - first));
    const FloatSteps& steps = floatSteps(m_bench.level);
    float* gates = m_scratch.gateSums(threadIdx);
    float* ups = m_scratch.upSums(threadIdx);
    std::byte* tile = m_scratch.tile(threadIdx);
    multiplyPanel(keptOf(expert.weights->gate), panelIdx, rows, m_bench.level, tile, gates);
    multiplyPanel(keptOf(expert.weights->up), panelIdx, rows, m_bench.level, tile, ups);
    const auto firstCol = panelIdx * kPanelOuts;
    const auto count = std::min(kPanelOuts, expert.weights->gate.outs - firstCol);
    for (std::int64_t idx = 0; idx < rows.numRows; ++idx) {
        alignas(64) float numbers[kPanelOuts];
        steps.swiglu(gates + idx * kPanelOuts, ups + idx * kPanelOuts, m_args.swiglu, numbers);
        storeFloats(numbers, count, m_args.act.type,
                    m_args.act.at(expert.firstSlot + first + idx, firstCol));
    }
}

void ExpertsRun::down(std::int64_t panelIdx, int threadIdx)
{
    for (std::int64_t row = 0; row < m_args.out.rows; ++row)
        std::fill_n(outAt(row, panelIdx), numOuts(panelIdx), 0.0F);
    for (const ActiveExpert& expert : m_active) {
        for (std::int64_t first = 0; first < expert.numRows; first += kMaxPanelRows)
            addDown(expert, panelIdx, first, threadIdx);
    }
}

void ExpertsRun::addDown(const ActiveExpert& expert, std::int64_t panelIdx, std::int64_t first,
                         int threadIdx)
{
    const auto numRows = std::min(kMaxPanelRows, expert.numRows - first);
    float* sums = m_scratch.gateSums(threadIdx);
    multiplyPanel(keptOf(expert.weights->down), panelIdx,
                  m_act.part(expert.firstSlot + first, numRows), m_bench.level,
                  m_scratch.tile(threadIdx), sums);
    for (std::int64_t idx = 0; idx < numRows; ++idx) {
        const auto row = expert.rowIds == nullptr ? first + idx : expert.rowIds[first + idx];
        const float weight = expert.rowWeights == nullptr ? 1.0F : expert.rowWeights[first + idx];
        float* out = outAt(row, panelIdx);
        for (std::int64_t col = 0; col < numOuts(panelIdx); ++col)
            out[col] += weight * sums[idx * kPanelOuts + col];
    }
}

} // namespace

void experts(const ExpertsArgs& args, const Workbench& bench)
{
    const ExpertsSize size{args.x.rows, args.topK, args.numLocal, bench.pool.threads()};
    Pieces pieces(bench.scratch.take(scratchBytes(size)));
    const ExpertsScratch scratch(pieces, size);
    ExpertsRun(args, bench, scratch).run();
}

std::int64_t expertsScratchBytes(const Workload& workload, int threads)
{
    return scratchBytes({workload.rows, workload.topK, workload.experts, threads});
}

} // namespace tf::cpu
