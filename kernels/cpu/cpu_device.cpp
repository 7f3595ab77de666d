#include "kernels/cpu/cpu_device.h"

#include "kernels/base/words.h"
#include "kernels/cpu/cache/attend.h"
#include "kernels/cpu/cache/index.h"
#include "kernels/cpu/cache/page_layout.h"
#include "kernels/cpu/cache/write_cache.h"
#include "kernels/cpu/memory.h"
#include "kernels/cpu/patches/axis_rope.h"
#include "kernels/cpu/patches/convert.h"
#include "kernels/cpu/patches/gelu.h"
#include "kernels/cpu/patches/layer_norm.h"
#include "kernels/cpu/patches/patch_rows.h"
#include "kernels/cpu/patches/segment_attention.h"
#include "kernels/cpu/pool.h"
#include "kernels/cpu/rows/add_norm.h"
#include "kernels/cpu/rows/gather_rows.h"
#include "kernels/cpu/rows/head_norm_rope.h"
#include "kernels/cpu/rows/router.h"
#include "kernels/cpu/scratch.h"
#include "kernels/cpu/weights/experts.h"
#include "kernels/cpu/weights/gemm.h"

#include <algorithm>
#include <cstring>

namespace tf {

namespace {

class CpuDevice final : public Device {
public:
    CpuDevice(int threads, cpu::Level level)
        : m_pool(threads)
        , m_level(level)
    {
    }

    [[nodiscard]] std::string name() const override
    {
        return words("CPU, ", m_pool.threads(), m_pool.threads() == 1 ? " thread, " : " threads, ",
                     cpu::nameOf(m_level));
    }
    [[nodiscard]] DeviceMemory memory() const override { return cpu::machineMemory(); }

    Result<Buffer> alloc(std::uint64_t bytes) override { return cpu::allocate(bytes); }
    Result<> reserve(const Workload& workload) override;
    Result<> upload(void* to, const void* from, std::uint64_t bytes) override
    {
        std::memcpy(to, from, bytes);
        return {};
    }
    Result<> readback(void* to, const void* from, std::uint64_t bytes) override
    {
        std::memcpy(to, from, bytes);
        return {};
    }
    Result<> sync() override { return m_shelf.firstError(); }

    Result<Weight> keep(WeightPlan plan) override { return m_shelf.keep(std::move(plan)); }
    void prepare(const Weight& weight) override { m_shelf.prepare(weight, m_pool); }
    Result<Weight> keepRows(StoredMatrix table) override
    {
        return m_shelf.keepRows(std::move(table));
    }
    Result<const float*> keepFloats(const StoredMatrix& matrix) override
    {
        return m_shelf.keepFloats(matrix);
    }
    [[nodiscard]] std::uint64_t bytesToKeep(const WeightPlan& plan) const override
    {
        return cpu::WeightShelf::bytesToKeep(plan);
    }
    [[nodiscard]] std::int64_t cacheBytes(const PageStore& store) const override
    {
        return cpu::pageBytes(store);
    }

    void embed(const EmbedArgs& args) override
    {
        cpu::embed(cpu::tableOf(args.table), args.ids, args.out, m_pool);
    }
    void addNorm(const AddNormArgs& args) override { cpu::addNorm(args, m_pool); }
    void headNormRope(const HeadNormRopeArgs& args) override { cpu::headNormRope(args, m_pool); }
    void gemm(const GemmArgs& args) override { cpu::gemm(args, bench()); }
    void writeCache(const CacheWriteArgs& args) override { cpu::writeCache(args, m_pool); }
    void index(const IndexArgs& args) override { cpu::index(args, m_pool, m_scratch, m_level); }
    void merge(const MergeArgs& args) override { cpu::merge(args, m_pool); }
    void attend(const AttendArgs& args) override { cpu::attend(args, m_pool, m_scratch, m_level); }
    void joinShares(const JoinSharesArgs& args) override { cpu::joinShares(args, m_pool); }
    void router(const RouterArgs& args) override { cpu::router(args, m_pool, m_scratch); }
    void experts(const ExpertsArgs& args) override { cpu::experts(args, bench()); }
    void gatherRows(const GatherRowsArgs& args) override { cpu::gatherRows(args, m_pool); }

    void patchRows(const PatchRowsArgs& args) override { cpu::patchRows(args, m_pool); }
    void layerNorm(const LayerNormArgs& args) override { cpu::layerNorm(args, m_pool); }
    void gelu(const GeluArgs& args) override { cpu::gelu(args, m_pool, m_level); }
    void convert(const ConvertArgs& args) override { cpu::convert(args, m_pool); }
    void axisRope(const AxisRopeArgs& args) override { cpu::axisRope(args, m_pool); }
    void attendSegment(const AttendSegmentArgs& args) override
    {
        cpu::attendSegment(args, m_pool, m_scratch, m_level);
    }

private:
    cpu::Workbench bench() { return {m_shelf, m_pool, m_scratch, m_level}; }

    cpu::Pool m_pool;
    cpu::Level m_level;
    cpu::Scratch m_scratch;
    cpu::WeightShelf m_shelf;
};

Result<> CpuDevice::reserve(const Workload& workload)
{
    const int threads = m_pool.threads();
    m_scratch.take(
        std::max({cpu::routerScratch(workload.rows, workload.width, workload.experts),
                  cpu::gemmScratchBytes(threads), cpu::expertsScratchBytes(workload, threads),
                  cpu::indexScratch(workload), cpu::attendScratch(workload)}));
    return {};
}

} // namespace

std::unique_ptr<Device> makeCpuDevice(const CpuOptions& options)
{
    const int threads = options.threads > 0 ? options.threads : cpu::usableCpus();
    const cpu::Level machine = cpu::machineLevel();
    return std::make_unique<CpuDevice>(threads, std::min(machine, options.level.value_or(machine)));
}

} // namespace tf
