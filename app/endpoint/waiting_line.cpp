#include "app/endpoint/waiting_line.h"

#include <algorithm>

namespace tf::endpoint {

WaitingLine::WaitingLine(int mostAtOnce)
    : m_mostAtOnce(mostAtOnce)
{
}

WaitingLine::Turn WaitingLine::enter(QObject* request, std::function<void()> begin)
{
    if (m_mostAtOnce == 0) {
        begin();
        return Turn::Now;
    }
    connect(request, &QObject::destroyed, this, [this](QObject* gone) { leave(gone); });
    if (m_numGoing >= m_mostAtOnce) {
        m_waiting.push_back({request, std::move(begin)});
        return Turn::Later;
    }
    ++m_numGoing;
    begin();
    return Turn::Now;
}

void WaitingLine::close()
{
    disconnect();
    m_waiting.clear();
}

void WaitingLine::leave(const QObject* request)
{
    const auto waits = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [&](const Waiting& w) { return w.request == request; });
    if (waits != m_waiting.end()) {
        m_waiting.erase(waits);
        return;
    }
    --m_numGoing;
    if (m_waiting.empty())
        return;
    const auto begin = std::move(m_waiting.front().begin);
    m_waiting.pop_front();
    ++m_numGoing;
    begin();
}

} // namespace tf::endpoint
