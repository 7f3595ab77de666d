#include "vision/helper/drawing_limit.h"

#include "vision/media/messages.h"

#include <csignal>

#include <sys/time.h>
#include <unistd.h>

namespace tf::vision {

namespace {

/// Drawings that people make take some milliseconds; a hostile one would take minutes.
constexpr itimerval kPaintingTime{{0, 0}, {1, 500'000}};

void setTimer(const itimerval& time)
{
    setitimer(ITIMER_PROF, &time, nullptr);
}

} // namespace

DrawingLimit::DrawingLimit()
{
    struct sigaction action { };
    action.sa_handler = [](int) { _exit(kDecoderTooSlow); };
    sigaction(SIGPROF, &action, nullptr);
    setTimer(kPaintingTime);
}

DrawingLimit::~DrawingLimit()
{
    setTimer({});
}

} // namespace tf::vision
