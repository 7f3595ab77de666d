#pragma once

// Values from many threads to one: nothing lost, order kept per sender, one wake per batch.
//
// The receiver gives the wake function (a queued Qt call, a semaphore), so this class knows no
// event loop. It is called once when the box goes from empty to non-empty; the receiver then drains
// everything. A stream of two thousand tokens costs a few dozen wakes, not two thousand.

#include "kernels/base/mutex.h"

#include <functional>
#include <utility>
#include <vector>

namespace tf {

template <class T>
class Mailbox {
public:
    using Wake = std::function<void()>;

    /// `wake` runs on the sender's thread while the box is locked: it must be short and must not
    /// call back into this mailbox.
    explicit Mailbox(Wake wake)
        : m_wake(std::move(wake))
    {
    }

    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    /// False when the receiver has closed the box; the value is then dropped. Thread: any.
    bool post(T value)
    {
        const Lock lock(m_mutex);
        if (m_closed)
            return false;
        m_values.push_back(std::move(value));
        if (m_values.size() == 1 && m_wake)
            m_wake();
        return true;
    }

    /// Everything posted since the last drain, oldest first. Thread: the receiver's.
    [[nodiscard]] std::vector<T> drain()
    {
        std::vector<T> values;
        const Lock lock(m_mutex);
        values.swap(m_values);
        return values;
    }

    /// After this returns no wake runs any more and posts are refused; what is inside can still be
    /// drained. Thread: the receiver's.
    void close()
    {
        const Lock lock(m_mutex);
        m_closed = true;
    }

private:
    Mutex m_mutex;
    std::vector<T> m_values TF_GUARDED_BY(m_mutex);
    bool m_closed TF_GUARDED_BY(m_mutex) = false;
    const Wake m_wake;
};

} // namespace tf
