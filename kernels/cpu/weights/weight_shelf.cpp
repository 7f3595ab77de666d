#include "kernels/cpu/weights/weight_shelf.h"

#include "kernels/base/words.h"
#include "kernels/cpu/weights/pack.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

#include <sys/mman.h>

namespace tf::cpu {

namespace {

/// Large enough that weights share it, so that a model of 20,000 matrices needs few mappings.
constexpr std::size_t kRegionBytes = std::size_t(1) << 30;
constexpr std::size_t kHugePage = std::size_t(2) << 20;

constexpr auto kNoFlaw = std::numeric_limits<std::int64_t>::max();

void keepSmaller(std::atomic<std::int64_t>& smallest, std::int64_t value)
{
    std::int64_t seen = smallest.load(std::memory_order_relaxed);
    while (value < seen
           && !smallest.compare_exchange_weak(seen, value, std::memory_order_relaxed)) { }
}

Error flawError(const KeptWeight& weight, std::int64_t position)
{
    const auto out = position / weight.shape.ins;
    const auto in = position % weight.shape.ins;
    const SourceRow row = sourceRow(weight.plan, out);
    return Error(Code::Corrupt,
                 words(row.matrix->name, ": what stands at row ", row.row, ", column ",
                       row.colBegin + in, " is not a finite number"));
}

} // namespace

void WeightShelf::Unmap::operator()(std::byte* begin) const
{
    munmap(begin, bytes);
}

Result<WeightShelf::Region> WeightShelf::reserveRegion(std::size_t bytes)
{
    void* begin = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (begin == MAP_FAILED)
        return Error(Code::OutOfMemory, words("no address space for ", bytes, " bytes of weights"));
    madvise(begin, bytes, MADV_HUGEPAGE);
    return Region(static_cast<std::byte*>(begin), Unmap{bytes});
}

Result<std::byte*> WeightShelf::place(std::size_t bytes)
{
    if (bytes > m_freeBytes) {
        const std::size_t whole =
            (std::max(bytes, kRegionBytes) + kHugePage - 1) & ~(kHugePage - 1);
        m_regions.push_back(TRY(reserveRegion(whole)));
        m_free = m_regions.back().get();
        m_freeBytes = whole;
    }
    std::byte* place = m_free;
    m_free += bytes;
    m_freeBytes -= bytes;
    return place;
}

Result<Weight> WeightShelf::keep(WeightPlan plan)
{
    KeptWeight weight;
    weight.shape = TRY(shapeOf(plan));
    weight.outs = outsOf(plan);
    weight.plan = std::move(plan);
    weight.panels = TRY(place(static_cast<std::size_t>(weight.bytes())));
    m_weights.push_back(std::move(weight));
    const KeptWeight& kept = m_weights.back();
    return Weight{&kept, kept.outs, kept.shape.ins};
}

Result<Weight> WeightShelf::keepRows(StoredMatrix table)
{
    if (table.values == nullptr)
        return Error(Code::BadInput, words(table.name, ": there are no numbers"));
    m_tables.push_back(std::move(table));
    const StoredMatrix& kept = m_tables.back();
    return Weight{&kept, kept.rows, kept.cols};
}

Result<const float*> WeightShelf::keepFloats(const StoredMatrix& matrix)
{
    if (matrix.values == nullptr)
        return Error(Code::BadInput, words(matrix.name, ": there are no numbers"));
    const auto cols = static_cast<std::size_t>(matrix.cols);
    auto floats = std::make_unique<float[]>(static_cast<std::size_t>(matrix.rows) * cols);
    for (std::int64_t row = 0; row < matrix.rows; ++row) {
        const std::span<float> numbers(floats.get() + row * matrix.cols, cols);
        readRow(matrix, row, 0, numbers);
        const auto bad = std::find_if_not(numbers.begin(), numbers.end(),
                                          [](float number) { return std::isfinite(number); });
        if (bad != numbers.end())
            return Error(Code::Corrupt,
                         words(matrix.name, ": what stands at row ", row, ", column ",
                               bad - numbers.begin(), " is not a finite number"));
    }
    m_floats.push_back(std::move(floats));
    return static_cast<const float*>(m_floats.back().get());
}

std::uint64_t WeightShelf::bytesToKeep(const WeightPlan& plan)
{
    const auto shape = shapeOf(plan);
    if (!shape)
        return 0;
    const auto numPanels = (outsOf(plan) + kPanelOuts - 1) / kPanelOuts;
    return static_cast<std::uint64_t>(numPanels * shape->panelBytes());
}

void WeightShelf::prepare(const Weight& weight, Pool& pool)
{
    if (weight.kept == nullptr || keptOf(weight).packed)
        return;
    // The handle is const for those who compute; the shelf owns what it points to.
    auto& kept = const_cast<KeptWeight&>(keptOf(weight));
    std::atomic<std::int64_t> firstFlaw = kNoFlaw;
    pool.run(kept.numPanels(), [&](std::int64_t panelIdx, int) {
        if (const auto flaw = packPanel(kept, panelIdx))
            keepSmaller(firstFlaw, flaw->out * kept.shape.ins + flaw->in);
    });
    kept.packed = true;
    if (!m_error && firstFlaw.load() != kNoFlaw)
        m_error = flawError(kept, firstFlaw.load());
}

Result<> WeightShelf::firstError()
{
    if (!m_error)
        return {};
    Error error = std::move(*m_error);
    m_error.reset();
    return error;
}

} // namespace tf::cpu
