#include "kernels/cpu/weights/expert_rows.h"

#include "kernels/cpu/weights/kept_weight.h"

#include <algorithm>
#include <new>

namespace tf::cpu {

namespace {

/// ends[e] = where the rows of local expert e begin; counting them moves it to where they end.
void countRows(const ExpertsArgs& args, std::int64_t* ends)
{
    std::fill_n(ends, args.numLocal + 1, 0);
    const auto numIds = args.ids == nullptr ? 0 : args.x.rows * args.topK;
    for (std::int64_t idx = 0; idx < numIds; ++idx) {
        const auto local = args.ids[idx] - args.firstLocal;
        if (local >= 0 && local < args.numLocal)
            ++ends[local + 1];
    }
    for (std::int32_t local = 0; local < args.numLocal; ++local)
        ends[local + 1] += ends[local];
}

/// Rows go to their places in ascending order.
void placeRows(const ExpertsArgs& args, const ExpertRowsScratch& scratch)
{
    const auto numRows = args.ids == nullptr ? 0 : args.x.rows;
    for (std::int64_t row = 0; row < numRows; ++row) {
        for (std::int64_t idx = row * args.topK; idx < (row + 1) * args.topK; ++idx) {
            const auto local = args.ids[idx] - args.firstLocal;
            if (local < 0 || local >= args.numLocal)
                continue;
            const auto place = scratch.ends[local]++;
            scratch.rowIds[place] = static_cast<std::int32_t>(row);
            scratch.rowWeights[place] = args.weights[idx];
        }
    }
}

/// Lists what has rows, and where its panels begin among all panels.
class Listing {
public:
    explicit Listing(ActiveExpert* active)
        : m_active(active)
    {
    }

    void add(ActiveExpert expert)
    {
        if (expert.numRows == 0)
            return;
        expert.firstPanel = m_numPanels;
        m_numPanels += keptOf(expert.weights->gate).numPanels();
        ::new (m_active + m_count) ActiveExpert(expert);
        ++m_count;
    }
    [[nodiscard]] std::span<const ActiveExpert> all() const { return {m_active, m_count}; }

private:
    ActiveExpert* m_active;
    std::size_t m_count = 0;
    std::int64_t m_numPanels = 0;
};

} // namespace

std::span<const ActiveExpert> sortByExpert(const ExpertsArgs& args,
                                           const ExpertRowsScratch& scratch)
{
    countRows(args, scratch.ends);
    placeRows(args, scratch);
    Listing listing(scratch.active);
    std::int64_t begin = 0;
    for (std::int32_t local = 0; local < args.numLocal; ++local) {
        const auto end = scratch.ends[local];
        listing.add({args.experts + local, scratch.rowIds + begin, scratch.rowWeights + begin,
                     begin, end - begin, 0});
        begin = end;
    }
    if (args.shared != nullptr)
        listing.add({args.shared, nullptr, nullptr, begin, args.x.rows, 0});
    return listing.all();
}

} // namespace tf::cpu
