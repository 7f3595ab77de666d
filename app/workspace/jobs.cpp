#include "app/workspace/jobs.h"

#include <algorithm>

namespace tf::workspace {

JobId Jobs::begin(std::string title, std::function<void()> stop)
{
    Job job;
    job.id = ++m_last;
    job.title = std::move(title);
    job.began = std::chrono::steady_clock::now();
    job.canStop = stop != nullptr;
    m_jobs.push_back(std::move(job));
    m_stops.push_back(std::move(stop));
    Q_EMIT changed();
    return m_last;
}

void Jobs::tell(JobId id, std::string stage, std::int64_t done, std::int64_t total,
                std::string unit)
{
    const auto job =
        std::find_if(m_jobs.begin(), m_jobs.end(), [id](const Job& held) { return held.id == id; });
    if (job == m_jobs.end())
        return;
    job->stage = std::move(stage);
    job->done = done;
    job->total = total;
    job->unit = std::move(unit);
    Q_EMIT changed();
}

void Jobs::end(JobId id)
{
    const auto job =
        std::find_if(m_jobs.begin(), m_jobs.end(), [id](const Job& held) { return held.id == id; });
    if (job == m_jobs.end())
        return;
    m_stops.erase(m_stops.begin() + (job - m_jobs.begin()));
    m_jobs.erase(job);
    Q_EMIT changed();
}

void Jobs::stop(JobId id)
{
    const auto job =
        std::find_if(m_jobs.begin(), m_jobs.end(), [id](const Job& held) { return held.id == id; });
    if (job == m_jobs.end())
        return;
    // Copied: stopping may end the job, and with it what stops it.
    if (const auto stop = m_stops.at(static_cast<std::size_t>(job - m_jobs.begin())))
        stop();
}

} // namespace tf::workspace
