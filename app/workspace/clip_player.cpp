#include "app/workspace/clip_player.h"

#include "app/workspace/said.h"
#include "app/workspace/tray/small_picture.h"

#include <algorithm>

namespace tf::workspace {

namespace {

using vision::FrameSeen;
using vision::PictureView;

constexpr vision::Size kLargestBox{4096, 2304};
constexpr double kSlowestPlay = 0.25;
constexpr double kFastestPlay = 4;
constexpr double kTimeSlack = 1e-4;

ClipPicture pictureOf(const FrameSeen& seen, const PictureView& view)
{
    const auto* rgb = view.rgb;
    return {seen.index,
            seen.time,
            {view.size.width, view.size.height,
             std::make_shared<const std::vector<std::uint8_t>>(rgb, rgb + view.size.area() * 3)}};
}

} // namespace

Result<vision::Source> opened(const ClipPlace& place)
{
    if (place.path.empty())
        return vision::Source::fromBytes(
            std::as_bytes(std::span<const char>(place.bytes ? *place.bytes : std::string())));
    auto source = vision::Source::open(place.path);
    if (source)
        return source;
    return Error(source.error().code,
                 said(Said::tr("%1 cannot be opened any more: %2. Put it back, or remove it."),
                      {place.title, source.error().text}));
}

ClipPlayer::ClipPlayer(ClipPlace place, SharedDecoder decoder, std::function<void(ClipNews)> tell)
    : m_place(std::move(place))
    , m_shared(std::move(decoder))
    , m_tell(std::move(tell))
    , m_stopped(m_cancel.token())
    , m_commands([this] { m_wake.release(); })
    , m_thread([this] { run(); })
{
}

ClipPlayer::~ClipPlayer()
{
    m_cancel.cancel();
    post(End{});
    m_thread.join();
}

void ClipPlayer::run()
{
    auto isOpen = open();
    if (!isOpen) {
        if (!m_stopped.cancelled())
            m_tell(ClipTrouble{isOpen.error().text, true});
        return;
    }
    while (!m_isOver) {
        takeCommands();
        if (m_isOver)
            break;
        if (m_wish)
            look();
        else if (m_playing)
            playOn();
        else if (!m_small.empty())
            showOneSmall();
        else
            m_wake.acquire();
    }
    m_watch.reset();
}

Result<> ClipPlayer::open()
{
    m_source.emplace(TRY(opened(m_place)));
    m_mark = contentMark(*m_source);
    TRY(watchAgain());
    m_facts = m_watch->facts();
    m_tell(ClipOpened{m_facts, m_source->size()});
    return {};
}

Result<> ClipPlayer::watchAgain()
{
    const auto decoder = m_shared.get();
    if (!*decoder)
        return Error(decoder->error().code, decoder->error().text);
    m_watch.reset();
    m_watch = TRY((*decoder)->watch(*m_source, kLargestBox, m_stopped));
    return {};
}

void ClipPlayer::takeCommands()
{
    for (const Command& command : m_commands.drain())
        take(command);
}

void ClipPlayer::take(const Command& command)
{
    if (const auto* box = std::get_if<vision::Size>(&command)) {
        m_box = {std::clamp(box->width, 1, kLargestBox.width),
                 std::clamp(box->height, 1, kLargestBox.height)};
    } else if (const auto* seek = std::get_if<Seek>(&command)) {
        m_wish = std::clamp<std::int64_t>(seek->index, 0, std::ssize(times()) - 1);
        m_seek = seek->seek;
    } else if (const auto* play = std::get_if<Play>(&command)) {
        m_playing = Play{std::clamp(play->speed, kSlowestPlay, kFastestPlay), play->until};
        m_playBegan = Clock::now();
        m_playFrom = times()[static_cast<std::size_t>(m_wish.value_or(m_index))];
    } else if (const auto* small = std::get_if<Small>(&command)) {
        m_small.assign(small->indices.rbegin(), small->indices.rend());
    } else if (std::holds_alternative<End>(command)) {
        m_isOver = true;
    } else if (m_playing) {
        endPlaying();
    }
}

void ClipPlayer::endPlaying()
{
    m_playing.reset();
    m_tell(ClipPlayed{});
}

/// The frame that is wished for.
void ClipPlayer::look()
{
    if (!m_place.path.empty()) {
        const auto now = contentMarkAt(m_place.path);
        if (now && now != m_mark)
            m_tell(ClipFile::Changed);
        else if (!now && !std::exchange(m_isGone, true))
            m_tell(ClipFile::Gone);
    }
    const auto index = *std::exchange(m_wish, std::nullopt);
    const auto sink = [this](const FrameSeen& seen, const PictureView& view) {
        m_tell(ClipFrameCame{pictureOf(seen, view), false});
        return true;
    };
    const auto seen = showOrRestart(index, m_box, sink);
    if (!seen && !m_stopped.cancelled())
        m_tell(ClipTrouble{seen.error().text, false});
    m_tell(ClipSought{m_wish ? 0 : m_seek});
    m_index = seen ? std::max(seen->index, std::int64_t{0}) : index;
    if (m_playing) { // from here on
        m_playBegan = Clock::now();
        m_playFrom = times()[static_cast<std::size_t>(m_index)];
    }
}

/// The next frame, once it is due; those that are late already are left out.
void ClipPlayer::playOn()
{
    const auto& all = times();
    const double gone =
        std::chrono::duration<double>(Clock::now() - m_playBegan).count() * m_playing->speed;
    const auto due =
        std::upper_bound(all.begin(), all.end(), m_playFrom + gone + kTimeSlack) - all.begin() - 1;
    const auto next = std::max<std::int64_t>(m_index + 1, due);
    const double until = m_playing->until > 0 ? m_playing->until : m_facts.duration;
    if (next >= std::ssize(all) || all[static_cast<std::size_t>(next)] > until + kTimeSlack)
        return endPlaying();
    std::optional<ClipPicture> picture;
    const auto sink = [&picture](const FrameSeen& seen, const PictureView& view) {
        picture = pictureOf(seen, view);
        return true;
    };
    const auto seen = showOrRestart(next, m_box, sink);
    if (!seen && !m_stopped.cancelled())
        m_tell(ClipTrouble{seen.error().text, false});
    if (m_wish || !m_playing || m_isOver)
        return;
    m_index = next;
    const std::chrono::duration<double> wait((all[static_cast<std::size_t>(next)] - m_playFrom)
                                             / m_playing->speed);
    const auto at = m_playBegan + std::chrono::duration_cast<Clock::duration>(wait);
    while (Clock::now() < at && m_wake.try_acquire_until(at)) {
        takeCommands();
        if (m_wish || !m_playing || m_isOver)
            break;
    }
    if (picture && m_playing && !m_wish)
        m_tell(ClipFrameCame{std::move(*picture), false});
}

void ClipPlayer::showOneSmall()
{
    const auto index = std::clamp<std::int64_t>(m_small.back(), 0, std::ssize(times()) - 1);
    m_small.pop_back();
    const auto sink = [&](const FrameSeen& seen, const PictureView& view) {
        const bool isWhole = view.size.width > kPreviewBox.width; // of a wish that came meanwhile
        m_tell(ClipFrameCame{pictureOf(seen, view), !isWhole});
        return true;
    };
    static_cast<void>(showOrRestart(index, kPreviewBox, sink));
}

/// A wish that comes meanwhile is taken up at once.
Result<FrameSeen> ClipPlayer::show(std::int64_t index, vision::Size box,
                                   const vision::FrameSink& sink)
{
    if (!m_watch)
        TRY(watchAgain());
    const auto newer = [this]() -> std::optional<vision::ClipWatch::Wish> {
        takeCommands();
        if (m_isOver || !m_wish || m_playing)
            return {};
        m_index = *std::exchange(m_wish, std::nullopt);
        return vision::ClipWatch::Wish{m_index, m_box};
    };
    return m_watch->show({index, box}, newer, sink);
}

Result<FrameSeen> ClipPlayer::showOrRestart(std::int64_t index, vision::Size box,
                                            const vision::FrameSink& sink)
{
    auto seen = show(index, box, sink);
    if (seen || seen.error().code == Code::NotFound || m_stopped.cancelled())
        return seen;
    m_watch.reset();
    seen = show(index, box, sink);
    if (seen) {
        m_tell(ClipRestarted{});
    } else if (seen.error().code != Code::NotFound) {
        m_watch.reset();
        return Error(
            seen.error().code,
            said(Said::tr("this part of the clip cannot be decoded: %1"), {seen.error().text}));
    }
    return seen;
}

} // namespace tf::workspace
