#pragma once

// A stop request that travels with a job: one side asks, the other looks.
//
// Thread: any, on both sides. Blocks: never. A token outlives its source safely.

#include "kernels/base/result.h"

#include <atomic>
#include <memory>

namespace tf {

class CancelToken {
public:
    /// A token that nobody can cancel.
    CancelToken() = default;

    [[nodiscard]] bool cancelled() const
    {
        return m_flag && m_flag->load(std::memory_order_relaxed);
    }

    /// Error{Cancelled} once asked to stop; made for TRY(token.check()).
    Result<> check() const
    {
        if (cancelled())
            return Error(Code::Cancelled, "stopped on request");
        return {};
    }

private:
    friend class CancelSource;
    explicit CancelToken(std::shared_ptr<const std::atomic<bool>> flag)
        : m_flag(std::move(flag))
    {
    }

    std::shared_ptr<const std::atomic<bool>> m_flag;
};

class CancelSource {
public:
    void cancel() { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] CancelToken token() const { return CancelToken(m_flag); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

} // namespace tf
