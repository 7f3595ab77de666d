#include "vision/client/decoder.h"

#include "kernels/base/log.h"
#include "kernels/base/system_error.h"
#include "vision/client/clip_watch.h"

#include <system_error>
#include <utility>

namespace tf::vision {

namespace {

constexpr LogCategory kDecoderLog{"vision"};

/// A process that ends between two asks may be noticed only when it is asked.
constexpr int kTimesAsked = 3;

/// A process goes back to the pool when it can be asked again.
void putAway(Decoder::Pool& pool, DecodingProcess process, const Conversation& talk)
{
    auto filled =
        talk.isOver() ? pool.giveBack(std::move(process)) : pool.replace(std::move(process));
    if (!filled)
        warn(kDecoderLog, filled.error().describe());
}

/// One conversation with a process of the pool.
template <class Work>
auto conversed(Decoder::Pool& pool, const Source& source, const CancelToken& cancel,
               const Work& work) -> decltype(work(std::declval<Conversation&>()))
{
    for (int numAsked = 1;; ++numAsked) {
        auto process = TRY(pool.take(cancel));
        Conversation talk(process, source, pool.options(), cancel);
        auto result = work(talk);
        putAway(pool, std::move(process), talk);
        if (!talk.isUnheard() || numAsked == kTimesAsked)
            return result;
    }
}

} // namespace

Decoder::Decoder(std::unique_ptr<Pool> pool)
    : m_pool(std::move(pool))
{
}

Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;
Decoder::~Decoder() = default;

Result<Decoder> Decoder::start(const DecoderOptions& options)
{
    auto completed = options;
    if (completed.program.empty())
        completed.program = TRY(programBeside("trifold-decode"));
    // It starts in another folder.
    std::error_code why;
    completed.program = std::filesystem::absolute(completed.program, why);
    if (why)
        return systemError(why.value(), "cannot tell where trifold-decode lies");
    auto pool = std::make_unique<Pool>(std::move(completed));
    TRY(pool->fill());
    return Decoder(std::move(pool));
}

Result<MediaFacts> Decoder::probe(const Source& source, const CancelToken& cancel) const
{
    return conversed(*m_pool, source, cancel, [](Conversation& talk) { return talk.probe(); });
}

Result<SeenPicture> Decoder::picture(const Source& source, const PictureAsk& ask,
                                     const CancelToken& cancel) const
{
    return conversed(*m_pool, source, cancel,
                     [&ask](Conversation& talk) { return talk.picture(ask); });
}

Result<ClipDone> Decoder::frames(const Source& source, const FramesAsk& ask, const FrameSink& sink,
                                 const CancelToken& cancel, const ProgressSink& progress) const
{
    return conversed(*m_pool, source, cancel, [&](Conversation& talk) {
        return talk.clip(ask, static_cast<std::int64_t>(ask.frames.size()), sink, progress);
    });
}

Result<ClipDone> Decoder::moments(const Source& source, const MomentsAsk& ask,
                                  const FrameSink& sink, const CancelToken& cancel,
                                  const ProgressSink& progress) const
{
    return conversed(*m_pool, source, cancel, [&](Conversation& talk) {
        return talk.clip(ask, ask.maxFrames, sink, progress);
    });
}

Result<ClipDone> Decoder::changes(const Source& source, const ChangesAsk& ask,
                                  const ChangeSink& sink, const CancelToken& cancel) const
{
    return conversed(*m_pool, source, cancel,
                     [&](Conversation& talk) { return talk.changes(ask, sink); });
}

Result<std::unique_ptr<ClipWatch>> Decoder::watch(const Source& source, Size box,
                                                  const CancelToken& cancel) const
{
    return ClipWatch::open(*m_pool, source, box, cancel);
}

Result<ClipDone> Decoder::thumbnails(const Source& source, const ThumbnailsAsk& ask,
                                     const FrameSink& sink, const CancelToken& cancel) const
{
    return conversed(*m_pool, source, cancel,
                     [&](Conversation& talk) { return talk.clip(ask, ask.count, sink, {}); });
}

} // namespace tf::vision
