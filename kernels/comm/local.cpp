#include "kernels/base/check.h"
#include "kernels/comm/collective.h"
#include "kernels/comm/meeting.h"

#include <algorithm>
#include <cstring>

namespace tf {

namespace {

constexpr std::chrono::minutes kPatience{5};

/// Floats of a cache line: no two ranks write to one.
constexpr std::int64_t kLine = 16;

/// What the ranks of a group share. A rank writes its own place before a meeting; others read it
/// after.
struct LocalGroup {
    LocalGroup(int ranks, std::chrono::milliseconds patience)
        : meeting(ranks, patience)
        , values(static_cast<std::size_t>(ranks))
        , sources(static_cast<std::size_t>(ranks))
    {
    }

    Meeting meeting;
    std::vector<float*> values;
    std::vector<const void*> sources;
};

/// A few numbers, at most kLine: summed over ranks, then written back to all of them.
void sumPiece(const std::vector<float*>& values, std::int64_t begin, std::int64_t count)
{
    float sums[kLine];
    std::copy_n(values[0] + begin, count, sums);
    for (std::size_t rank = 1; rank < values.size(); ++rank) {
        for (std::int64_t idx = 0; idx < count; ++idx)
            sums[idx] += values[rank][begin + idx];
    }
    for (float* to : values)
        std::copy_n(sums, count, to + begin);
}

class Local final : public Collective {
public:
    Local(std::shared_ptr<LocalGroup> group, int rank)
        : m_group(std::move(group))
        , m_rank(rank)
    {
    }

    [[nodiscard]] int rank() const override { return m_rank; }
    [[nodiscard]] int size() const override { return static_cast<int>(m_group->values.size()); }

    void allReduce(float* values, std::int64_t count) override;
    void allGather(const void* from, void* to, std::int64_t bytes) override;
    void barrier() override
    {
        if (m_group->meeting.begin(m_rank, {"barrier", 0}))
            m_group->meeting.finish();
    }

    void abort(Error reason) override { m_group->meeting.abort(std::move(reason)); }
    Result<> healthy() const override
    {
        if (auto error = m_group->meeting.error())
            return *std::move(error);
        return {};
    }

private:
    std::shared_ptr<LocalGroup> m_group;
    int m_rank;
};

/// Each rank sums its own slice of all ranks' values and writes it back to all of them.
void Local::allReduce(float* values, std::int64_t count)
{
    m_group->values[m_rank] = values;
    if (!m_group->meeting.begin(m_rank, {"allReduce", count}))
        return;
    const std::int64_t slice = ((count + size() - 1) / size() + kLine - 1) / kLine * kLine;
    const std::int64_t end = std::min(count, slice * (m_rank + 1));
    for (std::int64_t begin = slice * m_rank; begin < end; begin += kLine)
        sumPiece(m_group->values, begin, std::min(kLine, end - begin));
    m_group->meeting.finish();
}

void Local::allGather(const void* from, void* to, std::int64_t bytes)
{
    m_group->sources[m_rank] = from;
    if (!m_group->meeting.begin(m_rank, {"allGather", bytes}))
        return;
    for (int rank = 0; rank < size(); ++rank) {
        std::byte* const part = static_cast<std::byte*>(to) + rank * bytes;
        if (part != m_group->sources[rank])
            std::memcpy(part, m_group->sources[rank], static_cast<std::size_t>(bytes));
    }
    m_group->meeting.finish();
}

} // namespace

std::vector<std::unique_ptr<Collective>> makeLocal(int ranks)
{
    return makeLocal(ranks, kPatience);
}

std::vector<std::unique_ptr<Collective>> makeLocal(int ranks, std::chrono::milliseconds patience)
{
    CHECK(ranks >= 1, "a group has at least one rank");
    const auto group = std::make_shared<LocalGroup>(ranks, patience);
    std::vector<std::unique_ptr<Collective>> members;
    members.reserve(static_cast<std::size_t>(ranks));
    for (int rank = 0; rank < ranks; ++rank)
        members.push_back(std::make_unique<Local>(group, rank));
    return members;
}

} // namespace tf
