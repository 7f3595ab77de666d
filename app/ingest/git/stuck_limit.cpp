#include "app/ingest/git/stuck_limit.h"

#include <csignal>

#include <sys/time.h>
#include <unistd.h>

namespace tf::ingest {

namespace {

constexpr time_t kMostSeconds = 1;

extern "C" void endStuckProcess(int /*signal*/)
{
    _exit(kStuckExit);
}

} // namespace

StuckLimit::StuckLimit()
{
    const itimerval once{{0, 0}, {kMostSeconds, 0}};
    setitimer(ITIMER_PROF, &once, nullptr);
}

StuckLimit::~StuckLimit()
{
    const itimerval never{};
    setitimer(ITIMER_PROF, &never, nullptr);
}

void StuckLimit::prepare()
{
    struct sigaction action { };
    action.sa_handler = endStuckProcess;
    sigaction(SIGPROF, &action, nullptr);
}

} // namespace tf::ingest
