#pragma once

// std::mutex with the annotations that clang's thread-safety analysis needs.
//
// Used only inside kernels/base, kernels/comm and vision/client's pool: everything else crosses
// threads by value, through Mailbox or Latest. The macros are an exception to the house rule because
// clang spells guarded_by only as a GNU attribute, which g++ does not know.

#include <mutex>

#if defined(__clang__)
#define TF_THREAD_ATTRIBUTE(x) __attribute__((x))
#else
#define TF_THREAD_ATTRIBUTE(x)
#endif

#define TF_CAPABILITY TF_THREAD_ATTRIBUTE(capability("mutex"))
#define TF_SCOPED_CAPABILITY TF_THREAD_ATTRIBUTE(scoped_lockable)
#define TF_GUARDED_BY(mutex) TF_THREAD_ATTRIBUTE(guarded_by(mutex))
#define TF_ACQUIRE(...) TF_THREAD_ATTRIBUTE(acquire_capability(__VA_ARGS__))
#define TF_REQUIRES(...) TF_THREAD_ATTRIBUTE(requires_capability(__VA_ARGS__))
#define TF_RELEASE(...) TF_THREAD_ATTRIBUTE(release_capability(__VA_ARGS__))

namespace tf {

class TF_CAPABILITY Mutex {
public:
    void lock() TF_ACQUIRE() { m_mutex.lock(); }
    void unlock() TF_RELEASE() { m_mutex.unlock(); }

private:
    std::mutex m_mutex;
};

class TF_SCOPED_CAPABILITY Lock {
public:
    explicit Lock(Mutex& mutex) TF_ACQUIRE(mutex)
        : m_mutex(mutex)
    {
        m_mutex.lock();
    }
    ~Lock() TF_RELEASE() { m_mutex.unlock(); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

private:
    Mutex& m_mutex;
};

} // namespace tf
