#include "app/media/seen_media.h"

#include "kernels/base/words.h"
#include "vision/picture/patches.h"

#include <algorithm>
#include <array>
#include <utility>

#define XXH_INLINE_ALL // NOLINT(*-macro-usage): how this header is told to need no library
#include <xxhash.h>

namespace tf::app {

namespace {

using vision::FrameSeen;
using vision::PictureView;

std::uint64_t contentHash(const engine::Media& media)
{
    const std::array<std::int32_t, 4> shape = {static_cast<std::int32_t>(media.kind),
                                               media.grid.frames, media.grid.height,
                                               media.grid.width};
    return XXH3_64bits_withSeed(media.rows.data(), media.rows.size(),
                                XXH3_64bits(shape.data(), sizeof shape));
}

SeenMedium seen(engine::MediaKind kind, vision::PatchGrid grid, vision::Size size)
{
    auto media = std::make_shared<engine::Media>();
    media->kind = kind;
    media->grid = {grid.frames, grid.rows, grid.columns};
    media->rows = std::move(grid.bytes);
    auto number = media->table.begin();
    for (const auto& scale : vision::clipScale())
        number = std::copy(scale.begin(), scale.end(), number);
    media->hash = contentHash(*media);
    return {std::move(media), tokensOf(size), {}, size, {}};
}

/// What was known beforehand stands before what reading it showed.
SeenMedium withNotes(SeenMedium medium, std::vector<std::string> before)
{
    before.insert(before.end(), medium.notes.begin(), medium.notes.end());
    medium.notes = std::move(before);
    return medium;
}

std::string stampOf(double time)
{
    return vision::pairStamps(std::span(&time, 1)).front();
}

/// The frames of one clip as they come, made into pairs.
class Pairs {
public:
    explicit Pairs(ClipFrames frames)
        : m_frames(frames)
    {
    }

    /// False when it cannot go on.
    bool add(const FrameSeen& frame, const PictureView& view)
    {
        if (m_frames == ClipFrames::Events)
            return addPair(frame.time, std::span(&view, 1));
        if (!m_first) {
            m_first = Held{frame.time, copyOf(view)};
            return true;
        }
        const Held first = *std::exchange(m_first, std::nullopt);
        const std::array<PictureView, 2> both = {first.picture.view(), view};
        return addPair(first.time, both);
    }

    Result<SeenMedium> finish(Result<vision::ClipDone> read) &&
    {
        if (m_problem)
            return std::move(*m_problem);
        const auto done = TRY(std::move(read));
        if (m_first) {
            const auto view = m_first->picture.view();
            addPair(m_first->time, std::span(&view, 1));
        }
        if (m_problem)
            return std::move(*m_problem);
        if (m_stamps.empty())
            return Error(Code::Corrupt, "no frame of it could be read");
        auto medium = seen(engine::MediaKind::Video, std::move(m_grid), m_size);
        medium.stamps = std::move(m_stamps);
        medium.notes = done.faults;
        return medium;
    }

private:
    struct Held {
        double time = 0;
        vision::Picture picture;
    };

    static vision::Picture copyOf(const PictureView& view)
    {
        vision::Picture copy{view.size, {}};
        copy.rgb.reserve(static_cast<std::size_t>(view.size.area() * 3));
        for (std::int32_t y = 0; y < view.size.height; ++y)
            copy.rgb.insert(copy.rgb.end(), view.row(y),
                            view.row(y) + std::ptrdiff_t{view.size.width} * 3);
        return copy;
    }

    bool addPair(double time, std::span<const PictureView> frames)
    {
        auto pair = vision::patchesOf(frames);
        if (!pair) {
            m_problem = std::move(pair).error();
            return false;
        }
        if (m_grid.frames > 0 && !(frames.front().size == m_size)) {
            m_problem = Error(Code::Internal, "frames of one clip came in two sizes");
            return false;
        }
        m_size = frames.front().size;
        m_grid.frames += pair->frames;
        m_grid.rows = pair->rows;
        m_grid.columns = pair->columns;
        m_grid.bytes.insert(m_grid.bytes.end(), pair->bytes.begin(), pair->bytes.end());
        m_stamps.push_back(stampOf(time));
        return true;
    }

    ClipFrames m_frames;
    std::optional<Held> m_first; // of the pair that is being made
    vision::Size m_size;
    vision::PatchGrid m_grid;
    std::vector<std::string> m_stamps;
    std::optional<Error> m_problem;
};

Result<vision::ClipPlan> planned(const vision::ClipFacts& facts, const ClipLook& look)
{
    const auto uncounted = [](std::string_view) { return std::int64_t{0}; };
    return planClip(facts.times, facts.size, look.wish, frameRule(look.fps), look.budget,
                    look.count ? look.count : vision::TokenCounter(uncounted));
}

/// How many moments of that size one clip may show.
Result<std::int64_t> mostMoments(const vision::ClipFacts& facts, const ClipLook& look)
{
    const auto size = TRY(fittedSize(facts.size, look.wish));
    const auto most = vision::kMaxClipPixels / (2 * size.area());
    if (most < 1)
        return Error(Code::BadInput,
                     words("frames of ", size.width, " x ", size.height,
                           " are more than a clip may show; choose a lower tier"));
    return std::min(most, vision::MomentsAsk().maxFrames);
}

} // namespace

vision::FrameRule frameRule(double fps)
{
    return {fps, vision::LastFrame::Always, vision::MediaLimits().keptFrames};
}

Result<SeenMedium> seePicture(const vision::Decoder& decoder, const vision::Source& source,
                              const vision::SizeWish& wish, const CancelToken& cancel)
{
    const auto picture = TRY(decoder.picture(source, {wish}, cancel)).picture;
    const auto view = picture.view();
    auto grid = TRY(vision::patchesOf(std::span(&view, 1)));
    return seen(engine::MediaKind::Image, std::move(grid), view.size);
}

Result<SeenMedium> seeFrames(const vision::Decoder& decoder, std::span<const StampedPicture> frames,
                             const CancelToken& cancel, const FramesRead& progress)
{
    Pairs pairs(ClipFrames::Rate);
    const std::string* lastFile = nullptr;
    vision::Picture picture;
    for (std::size_t place = 0; place < frames.size(); ++place) {
        const StampedPicture& frame = frames[place];
        if (frame.file != lastFile) {
            const auto source =
                TRY(vision::Source::fromBytes(std::as_bytes(std::span<const char>(*frame.file))));
            picture = TRY(decoder.picture(source, {{vision::SizeRule::Native, 0}}, cancel)).picture;
            lastFile = frame.file;
        }
        FrameSeen seen;
        seen.time = frame.seconds;
        if (!pairs.add(seen, picture.view()))
            break;
        if (progress)
            progress(std::int64_t(place) + 1, std::ssize(frames));
    }
    return std::move(pairs).finish(vision::ClipDone());
}

Result<SeenMedium> seeClip(const vision::Decoder& decoder, const vision::Source& source,
                           const vision::ClipFacts& facts, const ClipLook& look,
                           const CancelToken& cancel, const FramesRead& progress)
{
    Pairs pairs(look.frames);
    const auto sink = [&](const FrameSeen& frame, const PictureView& view) {
        return pairs.add(frame, view);
    };
    const auto tell = [&](const vision::ClipProgress& far) {
        if (progress)
            progress(far.framesDecoded, std::ssize(facts.times));
    };
    std::vector<std::string> notes = facts.faults;
    if (look.frames == ClipFrames::Events) {
        const auto most = TRY(mostMoments(facts, look));
        auto medium = TRY(std::move(pairs).finish(
            decoder.moments(source, {most, look.wish}, sink, cancel, tell)));
        if (std::cmp_equal(medium.stamps.size(), most))
            notes.push_back(words("No more than ", most, " moments of it are seen."));
        return withNotes(std::move(medium), std::move(notes));
    }
    const auto plan = TRY(planned(facts, look));
    notes.insert(notes.end(), plan.dropped.begin(), plan.dropped.end());
    auto medium = TRY(std::move(pairs).finish(
        decoder.frames(source, {plan.frames, plan.wish}, sink, cancel, tell)));
    return withNotes(std::move(medium), std::move(notes));
}

} // namespace tf::app
