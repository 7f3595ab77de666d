#include "vision/client/pool.h"

#include "kernels/base/log.h"

#include <utility>

namespace tf::vision {

namespace {

constexpr LogCategory kPoolLog{"vision"};
/// A process that ended while nobody asked it anything is replaced so many times.
constexpr int kTries = 4;
constexpr std::chrono::seconds kTimeToGreet(20);

} // namespace

Decoder::Pool::Pool(DecoderOptions options)
    : m_options(std::move(options))
{
}

Result<> Decoder::Pool::fill()
{
    const Lock lock(m_mutex);
    return fillUp();
}

/// A process at work will be back, so it counts.
Result<> Decoder::Pool::fillUp()
{
    while (std::cmp_less(m_waiting.size(), m_options.warm - m_numTaken))
        m_waiting.push_back(TRY(DecodingProcess::spawn(m_options.program)));
    return {};
}

Result<DecodingProcess> Decoder::Pool::take(const CancelToken& cancel)
{
    const Deadline deadline{Deadline::Clock::now() + kTimeToGreet, &cancel};
    for (int numTried = 1;; ++numTried) {
        auto process = TRY(oldest());
        auto greeted = process.greet(deadline);
        if (greeted) {
            const Lock lock(m_mutex);
            ++m_numTaken;
            return process;
        }
        const bool isGone = greeted.error().code == Code::Network;
        if (isGone && numTried < kTries)
            continue;
        if (isGone)
            return process.causeOfEnd().because("trifold-decode does not start");
        return std::move(greeted).error();
    }
}

Result<> Decoder::Pool::giveBack(DecodingProcess process)
{
    const Lock lock(m_mutex);
    --m_numTaken;
    if (std::cmp_less(m_waiting.size(), m_options.warm))
        m_waiting.push_back(std::move(process));
    return fillUp();
}

Result<> Decoder::Pool::replace(DecodingProcess process)
{
    {
        const DecodingProcess ended = std::move(process);
    }
    const Lock lock(m_mutex);
    --m_numTaken;
    return fillUp();
}

Result<DecodingProcess> Decoder::Pool::oldest()
{
    const Lock lock(m_mutex);
    while (!m_waiting.empty()) {
        auto process = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
        if (!process.isGone())
            return process;
        debug(kPoolLog, "a waiting decoder is gone: ", process.causeOfEnd().text);
    }
    return DecodingProcess::spawn(m_options.program);
}

} // namespace tf::vision
