#pragma once

// Work that other threads send to the main thread: done there in order, until the box is gone.
//
// Whoever has a box hands out functions that answer into it; after its end they do nothing. Thread:
// main; what it hands out: any. Blocks: never.

#include "kernels/base/mailbox.h"
#include "kernels/base/result.h"

#include <QObject>

#include <memory>

namespace tf::workspace {

class Inbox {
public:
    using Job = std::function<void()>;

    Inbox();
    ~Inbox();
    Inbox(const Inbox&) = delete;
    Inbox& operator=(const Inbox&) = delete;

    /// After the jobs that were posted before. Thread: any.
    void post(Job job) { m_box->post(std::move(job)); }

    /// For other threads; may outlive the box.
    [[nodiscard]] std::function<void(Job)> door() const
    {
        return [box = m_box](Job job) { box->post(std::move(job)); };
    }

    /// What a command of another thread answers, taken on the main thread.
    template <class T>
    [[nodiscard]] std::function<void(Result<T>)> answer(std::function<void(Result<T>)> take) const
    {
        return [box = m_box, take = std::move(take)](Result<T> result) {
            auto kept = std::make_shared<Result<T>>(std::move(result));
            box->post([take, kept] { take(std::move(*kept)); });
        };
    }

private:
    using Box = Mailbox<Job>;

    void drain();

    std::unique_ptr<QObject> m_here; ///< where the wakes arrive
    std::shared_ptr<Box> m_box;
};

} // namespace tf::workspace
