#include "vision/client/conversation.h"

#include "kernels/base/words.h"
#include "vision/client/slot_room.h"

#include <algorithm>
#include <cstring>

namespace tf::vision {

namespace {

/// How long a process may take to end a clip that nobody wants any more.
constexpr std::chrono::milliseconds kTimeToWindUp(500);

Error nonsense(std::string_view what)
{
    return {Code::Corrupt, words("the decoder's answer makes no sense: ", what)};
}

} // namespace

Conversation::Conversation(DecodingProcess& process, const Source& source,
                           const DecoderOptions& options, const CancelToken& cancel)
    : m_process(process)
    , m_source(source)
    , m_options(options)
    , m_cancel(cancel)
    , m_end(Deadline::Clock::now() + options.whole)
{
}

Result<MediaFacts> Conversation::probe()
{
    TRY(begin(ProbeAsk{}));
    auto answer = TRY(next());
    auto* facts = std::get_if<Facts>(&answer);
    if (facts == nullptr)
        return nonsense("no facts");
    m_isOver = true;
    return std::move(facts->facts);
}

Result<SeenPicture> Conversation::picture(const PictureAsk& ask)
{
    TRY(begin(ask));
    auto answer = TRY(next());
    auto* seen = std::get_if<PictureSeen>(&answer);
    if (seen == nullptr)
        return nonsense("no picture");
    const auto view = TRY(viewOf(0, seen->size));
    SeenPicture picture;
    picture.facts = std::move(seen->facts);
    picture.picture.size = seen->size;
    picture.picture.rgb.assign(view.rgb, view.rgb + seen->size.area() * 3);
    m_isOver = true;
    return picture;
}

Result<ClipDone> Conversation::clip(const Ask& ask, std::int64_t mostFrames, const FrameSink& sink,
                                    const ProgressSink& progress)
{
    TRY(begin(ask));
    for (;;) {
        auto answer = TRY(next());
        if (const auto* seen = std::get_if<FrameSeen>(&answer)) {
            if (++m_numFrames > mostFrames)
                return nonsense("more frames than were asked for");
            if (!TRY(show(*seen, sink))) {
                TRY(windUp());
                return std::move(m_done);
            }
            TRY(post(SlotBack{seen->slot}));
        } else if (const auto* far = std::get_if<ClipProgress>(&answer)) {
            m_done.framesDecoded = far->framesDecoded;
            m_done.secondsRead = far->secondsRead;
            if (progress)
                progress(*far);
        } else if (auto* done = std::get_if<ClipDone>(&answer)) {
            m_isOver = true;
            return std::move(*done);
        } else {
            return nonsense("neither a frame nor an end");
        }
    }
}

Result<ClipDone> Conversation::changes(const ChangesAsk& ask, const ChangeSink& sink)
{
    TRY(begin(ask));
    for (;;) {
        auto answer = TRY(next());
        if (auto* seen = std::get_if<ChangesSeen>(&answer)) {
            TRY(check(*seen, ask));
            sink(std::move(*seen));
        } else if (auto* done = std::get_if<ClipDone>(&answer)) {
            m_isOver = true;
            return std::move(*done);
        } else if (!std::holds_alternative<ClipProgress>(answer)) {
            return nonsense("neither a change nor an end");
        }
    }
}

/// Times go on from message to message, moments come once.
Result<> Conversation::check(const ChangesSeen& seen, const ChangesAsk& ask)
{
    for (const ScreenChange& change : seen.changes) {
        if (change.time < m_lastTime)
            return nonsense(words("a change at ", change.time, " s after ", m_lastTime, " s"));
        m_lastTime = change.time;
    }
    m_numFrames += std::ssize(seen.moments);
    if (m_numFrames > ask.maxMoments)
        return nonsense("more moments than were asked for");
    for (const MomentSeen& moment : seen.moments) {
        if (moment.index <= m_lastIndex)
            return nonsense(words("moment ", moment.index, " after moment ", m_lastIndex));
        m_lastIndex = moment.index;
    }
    return {};
}

Result<ClipFacts> Conversation::watch(const WatchAsk& ask)
{
    TRY(begin(ask));
    for (;;) {
        auto answer = TRY(next());
        if (std::holds_alternative<ClipProgress>(answer))
            continue;
        auto* facts = std::get_if<Facts>(&answer);
        auto* clip = facts != nullptr ? std::get_if<ClipFacts>(&facts->facts) : nullptr;
        if (clip == nullptr || clip->times.empty())
            return nonsense("no facts of a clip");
        return std::move(*clip);
    }
}

Result<> Conversation::call(const FrameCall& call)
{
    m_end = Deadline::Clock::now() + m_options.whole;
    m_process.allowCpu(m_options.cpu);
    return post(call);
}

Result<std::optional<FrameSeen>>
Conversation::answered(std::int64_t lastCall, const FrameSink& sink, std::chrono::milliseconds time)
{
    TRY(m_cancel.check());
    if (!m_process.channel().hasMoreWithin(time))
        return std::optional<FrameSeen>();
    auto answer = TRY(next());
    if (std::holds_alternative<ClipProgress>(answer))
        return std::optional<FrameSeen>();
    const auto* missing = std::get_if<FrameMissing>(&answer);
    const auto* seen = std::get_if<FrameSeen>(&answer);
    if (missing == nullptr && seen == nullptr)
        return nonsense("neither a frame nor a word about one");
    const auto answeredCall = missing != nullptr ? missing->call : seen->call;
    if (answeredCall <= m_lastCall || answeredCall > lastCall)
        return nonsense(words("an answer to call ", answeredCall, " of ", lastCall));
    m_lastCall = answeredCall;
    if (missing != nullptr)
        return Error(Code::NotFound, missing->why);
    const auto view = TRY(viewOf(seen->slot, seen->size));
    sink(*seen, view);
    TRY(post(SlotBack{seen->slot}));
    return std::optional(*seen);
}

void Conversation::endWatch()
{
    if (!m_isOver && !m_isUnheard)
        static_cast<void>(windUp());
}

Result<> Conversation::begin(const Ask& ask)
{
    Order order{ask, m_options.limits, slotsFor(ask, m_options.limits)};
    std::vector<int> descriptors = {m_source.descriptor()};
    if (order.slots.count > 0) {
        m_slots.emplace(TRY(FrameSlots::make(order.slots)));
        descriptors.push_back(m_slots->descriptor());
    }
    m_process.allowCpu(m_options.cpu);
    auto sent =
        m_process.channel().send(toBytes(ToDecoder(std::move(order))), descriptors, deadline());
    if (!sent) {
        m_isUnheard = sent.error().code == Code::Network;
        return lost(std::move(sent).error());
    }
    return {};
}

Result<> Conversation::post(const ToDecoder& message)
{
    auto sent = m_process.channel().send(toBytes(message), {}, deadline());
    if (!sent)
        return lost(std::move(sent).error());
    return {};
}

Deadline Conversation::deadline() const
{
    return {std::min(Deadline::Clock::now() + m_options.quiet, m_end), &m_cancel};
}

Result<FromDecoder> Conversation::next()
{
    auto parcel = m_process.channel().receive(deadline());
    if (!parcel)
        return lost(std::move(parcel).error());
    m_isAnswered = true;
    if (!parcel->descriptors.empty())
        return nonsense("it came with a descriptor");
    auto answer = answerFromBytes(parcel->bytes);
    if (!answer)
        return nonsense(answer.error().text);
    m_process.allowCpu(m_options.cpu);
    if (auto* error = std::get_if<Error>(&*answer)) {
        m_isOver = true;
        return std::move(*error);
    }
    return answer;
}

/// What a failed channel means to whoever asked.
Error Conversation::lost(Error why)
{
    switch (why.code) {
    case Code::NotFound:
        m_isUnheard = !m_isAnswered;
        [[fallthrough]];
    case Code::Network: {
        auto cause = m_process.causeOfEnd();
        // A limit that it named is not the file's fault.
        if (cause.code != Code::Corrupt)
            return cause;
        return std::move(cause).because("the file is probably broken");
    }
    case Code::Busy:
        if (Deadline::Clock::now() >= m_end)
            return {Code::Corrupt,
                    words("the decoder was not done after ", m_options.whole.count(),
                          " ms and was stopped")};
        return {Code::Corrupt,
                words("the file is probably broken: the decoder was silent for ",
                      m_options.quiet.count(), " ms and was stopped")};
    case Code::BadInput:
        return nonsense(why.text);
    default:
        return why;
    }
}

Result<PictureView> Conversation::viewOf(std::int32_t slot, Size size) const
{
    if (!m_slots || slot >= m_slots->layout().count)
        return nonsense("a slot that does not exist");
    if (size.width < 1 || size.height < 1 || size.area() > m_slots->layout().bytesEach / 3)
        return nonsense(words("a frame of ", size.width, " x ", size.height));
    return PictureView{size, std::int64_t{size.width} * 3, m_slots->slot(slot)};
}

Result<bool> Conversation::show(const FrameSeen& seen, const FrameSink& sink)
{
    const auto view = TRY(viewOf(seen.slot, seen.size));
    if (seen.index >= 0 ? seen.index <= m_lastIndex : seen.time <= m_lastTime)
        return nonsense(words("frame ", seen.index, " after frame ", m_lastIndex));
    m_lastIndex = seen.index;
    m_lastTime = seen.time;
    return sink(seen, view);
}

/// A process that ends the clip soon can be asked again; one that does not is not waited for.
Result<> Conversation::windUp()
{
    TRY(post(Enough{}));
    const auto until = Deadline::Clock::now() + kTimeToWindUp;
    const auto limits = Deadline{until, &m_cancel};
    for (;;) {
        const auto parcel = m_process.channel().receive(limits);
        if (!parcel)
            return {};
        auto answer = answerFromBytes(parcel->bytes);
        if (!answer || !parcel->descriptors.empty())
            return {};
        if (auto* done = std::get_if<ClipDone>(&*answer)) {
            m_done = std::move(*done);
            m_isOver = true;
            return {};
        }
    }
}

} // namespace tf::vision
