#include "vision/client/clip_watch.h"

#include "kernels/base/log.h"

namespace tf::vision {

namespace {

constexpr LogCategory kWatchLog{"vision"};
constexpr std::chrono::milliseconds kBetweenWishes(4);
constexpr int kTimesOpened = 3;

} // namespace

ClipWatch::ClipWatch(Decoder::Pool& pool, DecodingProcess process, const Source& source,
                     const CancelToken& cancel)
    : m_pool(pool)
    , m_process(std::move(process))
    , m_talk(m_process, source, pool.options(), cancel)
{
}

ClipWatch::~ClipWatch()
{
    m_talk.endWatch();
    auto filled = m_talk.isOver() ? m_pool.giveBack(std::move(m_process))
                                  : m_pool.replace(std::move(m_process));
    if (!filled)
        warn(kWatchLog, filled.error().describe());
}

Result<std::unique_ptr<ClipWatch>> ClipWatch::open(Decoder::Pool& pool, const Source& source,
                                                   Size box, const CancelToken& cancel)
{
    for (int numOpened = 1;; ++numOpened) {
        std::unique_ptr<ClipWatch> watch(
            new ClipWatch(pool, TRY(pool.take(cancel)), source, cancel));
        auto facts = watch->m_talk.watch({box});
        if (facts) {
            watch->m_facts = std::move(*facts);
            return watch;
        }
        if (!watch->m_talk.isUnheard() || numOpened == kTimesOpened)
            return std::move(facts).error();
    }
}

Result<FrameSeen> ClipWatch::show(Wish wish, const NewerWish& newer, const FrameSink& sink)
{
    TRY(m_talk.call({++m_lastCall, wish.index, wish.box}));
    auto until = Deadline::Clock::now() + m_pool.options().quiet;
    for (;;) {
        const auto seen = TRY(m_talk.answered(m_lastCall, sink, kBetweenWishes));
        if (seen && seen->call == m_lastCall)
            return *seen;
        if (const auto other = newer()) {
            TRY(m_talk.call({++m_lastCall, other->index, other->box}));
            until = Deadline::Clock::now() + m_pool.options().quiet;
        }
        if (Deadline::Clock::now() >= until)
            return Error(Code::Corrupt, "the decoder was silent for too long and was stopped");
    }
}

} // namespace tf::vision
