#include "engine/run/crew.h"

#include "kernels/base/words.h"

#include <exception>
#include <new>

namespace tf::engine {

namespace {

/// What the standard library throws is an error of the rank; ours never throw.
Result<> attempt(const Crew::Job& job, int rank)
{
    try {
        return job(rank);
    } catch (const std::bad_alloc&) {
        return Error(Code::OutOfMemory, "no memory left for the program itself");
    } catch (const std::exception& exception) {
        return Error(Code::Internal, words("a fault in the engine: ", exception.what()));
    } catch (...) {
        return Error(Code::Internal, "a fault in the engine of an unknown kind");
    }
}

} // namespace

Crew::Crew(int size)
    : m_outcomes(static_cast<std::size_t>(size))
{
    CHECK(size >= 1, "a crew has a rank at least");
    m_threads.reserve(static_cast<std::size_t>(size));
    for (int rank = 0; rank < size; ++rank)
        m_threads.emplace_back([this, rank] { work(rank); });
}

Crew::~Crew()
{
    m_stop.store(true, std::memory_order_relaxed);
    m_round.fetch_add(1, std::memory_order_release);
    m_round.notify_all();
    for (auto& thread : m_threads)
        thread.join();
}

Result<> Crew::run(const Job& job, const OnFailure& onFailure)
{
    m_job = &job;
    m_onFailure = &onFailure;
    m_busy.store(static_cast<int>(m_threads.size()), std::memory_order_relaxed);
    m_round.fetch_add(1, std::memory_order_release);
    m_round.notify_all();
    for (int busy = m_busy.load(std::memory_order_acquire); busy != 0;
         busy = m_busy.load(std::memory_order_acquire))
        m_busy.wait(busy, std::memory_order_acquire);
    for (Result<>& outcome : m_outcomes) {
        if (!outcome)
            return std::move(outcome);
    }
    return {};
}

void Crew::work(int rank)
{
    std::uint32_t round = 0;
    while (true) {
        m_round.wait(round, std::memory_order_acquire);
        ++round;
        if (m_stop.load(std::memory_order_relaxed))
            return;
        Result<> outcome = attempt(*m_job, rank);
        if (!outcome)
            outcome = (*m_onFailure)(rank, std::move(outcome).error());
        m_outcomes[static_cast<std::size_t>(rank)] = std::move(outcome);
        if (m_busy.fetch_sub(1, std::memory_order_acq_rel) == 1)
            m_busy.notify_one();
    }
}

} // namespace tf::engine
