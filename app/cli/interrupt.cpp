#include "app/cli/interrupt.h"

#include <atomic>

#include <csignal>

namespace tf::cli {

namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM};

std::atomic<CancelSource*> listener = nullptr;
static_assert(std::atomic<CancelSource*>::is_always_lock_free, "a handler may not take locks");

void onSignal(int)
{
    if (CancelSource* source = listener.load(std::memory_order_acquire))
        source->cancel();
}

} // namespace

Interrupt::Interrupt()
{
    CHECK(listener.exchange(&m_source) == nullptr, "one interrupt at a time");
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART); // the next one is not ours
    sigemptyset(&action.sa_mask);
    for (const int signal : kSignals)
        sigaction(signal, &action, nullptr);
}

Interrupt::~Interrupt()
{
    for (const int signal : kSignals)
        std::signal(signal, SIG_DFL);
    listener.store(nullptr);
}

} // namespace tf::cli
