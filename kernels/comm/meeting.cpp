#include "kernels/comm/meeting.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf {

namespace {

/// Some ten microseconds: ranks that work alike arrive together.
constexpr int kSpins = 4000;

void pauseBriefly()
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

std::string describe(const Call& call, std::uint64_t numCalls)
{
    return words(call.name, " of ", call.size, " (call ", numCalls, ")");
}

} // namespace

Meeting::Meeting(int ranks, std::chrono::milliseconds patience)
    : m_patience(patience)
    , m_ranks(static_cast<std::size_t>(ranks))
{
}

bool Meeting::begin(int rank, Call call)
{
    std::uint32_t round = 0;
    {
        const Lock lock(m_mutex);
        if (m_error)
            return false;
        Rank& self = m_ranks[rank];
        self = {call, self.numCalls + 1, true};
        if (!matchesOthers(rank))
            return false;
        if (++m_numHere == static_cast<int>(m_ranks.size())) {
            m_numAtWork = m_numHere;
            release();
            return true;
        }
        round = m_round.load(std::memory_order_relaxed);
    }
    spin(round);
    const Lock lock(m_mutex);
    const auto deadline = std::chrono::steady_clock::now() + m_patience;
    while (m_round.load(std::memory_order_relaxed) == round) {
        if (m_changed.wait_until(m_mutex, deadline) == std::cv_status::timeout
            && m_round.load(std::memory_order_relaxed) == round)
            fail(Error(Code::Device, whoIsMissing(rank)));
    }
    return !m_error || m_numAtWork > 0;
}

void Meeting::finish()
{
    std::uint32_t round = 0;
    {
        const Lock lock(m_mutex);
        if (--m_numAtWork == 0) {
            release();
            return;
        }
        round = m_round.load(std::memory_order_relaxed);
    }
    spin(round);
    const Lock lock(m_mutex);
    while (m_numAtWork > 0)
        m_changed.wait(m_mutex);
}

void Meeting::abort(Error reason)
{
    const Lock lock(m_mutex);
    fail(std::move(reason));
}

std::optional<Error> Meeting::error() const
{
    const Lock lock(m_mutex);
    return m_error;
}

bool Meeting::matchesOthers(int rank)
{
    const Call& own = m_ranks[rank].call;
    for (std::size_t other = 0; other < m_ranks.size(); ++other) {
        const Call& call = m_ranks[other].call;
        if (!m_ranks[other].here
            || (call.size == own.size && std::string_view(call.name) == own.name))
            continue;
        fail(Error(Code::Internal,
                   words("rank ", rank, " asks for ", describe(own, m_ranks[rank].numCalls),
                         " where rank ", other, " asks for ",
                         describe(call, m_ranks[other].numCalls))));
        return false;
    }
    return true;
}

void Meeting::fail(Error reason)
{
    if (m_error)
        return;
    m_error = std::move(reason);
    m_round.fetch_add(1, std::memory_order_release);
    m_changed.notify_all();
}

void Meeting::release()
{
    m_numHere = 0;
    for (Rank& rank : m_ranks)
        rank.here = false;
    m_round.fetch_add(1, std::memory_order_release);
    m_changed.notify_all();
}

void Meeting::spin(std::uint32_t round) const
{
    for (int spinIdx = 0; spinIdx < kSpins; ++spinIdx) {
        if (m_round.load(std::memory_order_acquire) != round)
            return;
        pauseBriefly();
    }
}

std::string Meeting::whoIsMissing(int rank) const
{
    const Rank& self = m_ranks[rank];
    std::string text = words("rank ", rank, " waited ", m_patience.count(), " ms in ",
                             describe(self.call, self.numCalls), " for");
    for (std::size_t other = 0; other < m_ranks.size(); ++other) {
        if (!m_ranks[other].here)
            text += words(" rank ", other, ", whose last was ",
                          describe(m_ranks[other].call, m_ranks[other].numCalls), ";");
    }
    text.pop_back();
    return text;
}

} // namespace tf
