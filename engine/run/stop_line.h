#pragma once

// The layer before which all ranks of a step stop together, once somebody asks.
//
// A rank that left alone would leave its peers waiting in a collective. Every layer ends in one, so
// no rank is more than one layer ahead of another: who first sees the request draws the line one
// layer further on, and everybody reaches that line after the collective that carried the news.

#include "kernels/base/cancel.h"

#include <atomic>
#include <limits>

namespace tf::engine {

class StopLine {
public:
    StopLine(CancelToken token, int ranks)
        : m_token(std::move(token))
        , m_stepsAhead(ranks > 1 ? 1 : 0)
    {
    }

    /// Cancelled on every rank at the same layer. Thread: any rank's.
    Result<> check(int layer)
    {
        int none = kNone;
        if (m_token.cancelled())
            m_layer.compare_exchange_strong(none, layer + m_stepsAhead);
        if (layer >= m_layer.load())
            return Error(Code::Cancelled, "stopped on request");
        return {};
    }

private:
    static constexpr int kNone = std::numeric_limits<int>::max();

    CancelToken m_token;
    int m_stepsAhead;
    std::atomic<int> m_layer = kNone;
};

} // namespace tf::engine
