#include "engine/placeholders.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf::engine {

namespace {

std::int64_t tokensOf(const Media& media, const VisionConfig& config)
{
    return media.grid.patches() / config.mergedRows();
}

/// Of the media of one kind, and of its placeholders.
struct KindCount {
    std::int64_t media = 0;
    std::int64_t wanted = 0;
    std::int64_t found = 0;
};

KindCount countKind(MediaKind kind, std::span<const std::int32_t> tokens, const MediaList& media,
                    const VisionConfig& config)
{
    KindCount count;
    for (const auto& one : media) {
        if (one->kind != kind)
            continue;
        ++count.media;
        count.wanted += tokensOf(*one, config);
    }
    count.found = std::count(tokens.begin(), tokens.end(),
                             kind == MediaKind::Image ? config.imageToken : config.videoToken);
    return count;
}

Result<> countsMatch(std::span<const std::int32_t> tokens, const MediaList& media,
                     const VisionConfig& config)
{
    for (const MediaKind kind : {MediaKind::Image, MediaKind::Video}) {
        const bool image = kind == MediaKind::Image;
        const KindCount count = countKind(kind, tokens, media, config);
        if (count.wanted != count.found)
            return Error(Code::BadInput,
                         words("the prompt holds ", count.found, image ? " image" : " video",
                               " placeholders (token ",
                               image ? config.imageToken : config.videoToken, "), and its ",
                               count.media, image ? " pictures" : " clips", " take ",
                               count.wanted));
    }
    return {};
}

/// Walks the placeholders of a prompt and gives each run to the media whose turn it is.
class Placer {
public:
    Placer(std::span<const std::int32_t> tokens, const MediaList& media, const VisionConfig& config)
        : m_tokens(tokens)
        , m_media(media)
        , m_config(config)
    {
    }

    Result<std::vector<Placement>> run() &&
    {
        for (std::size_t mediaIdx = 0; mediaIdx < m_media.size(); ++mediaIdx) {
            const Media& media = *m_media[mediaIdx];
            const bool image = media.kind == MediaKind::Image;
            const std::int64_t numRuns = image ? 1 : media.grid.frames;
            const std::int64_t perRun = tokensOf(media, m_config) / numRuns;
            for (std::int64_t runIdx = 0; runIdx < numRuns; ++runIdx)
                TRY(place({mediaIdx, 0, perRun, runIdx * perRun}));
        }
        return std::move(m_placements);
    }

private:
    [[nodiscard]] bool isPlaceholder(std::int32_t token) const
    {
        return token == m_config.imageToken || token == m_config.videoToken;
    }

    /// The next run of placeholders is the placement's, or begins with it.
    Result<> place(Placement placement)
    {
        const Media& media = *m_media[placement.mediaIdx];
        const std::int32_t wanted =
            media.kind == MediaKind::Image ? m_config.imageToken : m_config.videoToken;
        while (m_next < std::ssize(m_tokens) && !isPlaceholder(at(m_next)))
            ++m_next;
        placement.firstPosition = m_next;
        const std::int64_t end = m_next + placement.numPositions;
        while (m_next < std::min(end, std::ssize(m_tokens)) && at(m_next) == wanted)
            ++m_next;
        if (m_next != end)
            return Error(Code::BadInput,
                         words("medium ", placement.mediaIdx + 1, " of ", m_media.size(), " takes ",
                               placement.numPositions, " placeholders (token ", wanted,
                               ") from position ", placement.firstPosition,
                               " on, and the prompt "
                               "holds ",
                               m_next - placement.firstPosition, " there"));
        m_placements.push_back(placement);
        return {};
    }

    [[nodiscard]] std::int32_t at(std::int64_t position) const
    {
        return m_tokens[static_cast<std::size_t>(position)];
    }

    std::span<const std::int32_t> m_tokens;
    const MediaList& m_media;
    const VisionConfig& m_config;
    std::vector<Placement> m_placements;
    std::int64_t m_next = 0; // position
};

void mix(std::uint64_t& hash, std::uint64_t value)
{
    hash = (hash ^ value) * 0x9e3779b97f4a7c15U;
    hash ^= hash >> 32;
}

} // namespace

Result<std::vector<Placement>> placeMedia(std::span<const std::int32_t> tokens,
                                          const MediaList& media, const VisionConfig& config)
{
    TRY(countsMatch(tokens, media, config));
    return Placer(tokens, media, config).run();
}

/// Two pictures of the same bytes and another shape are not the same.
std::vector<MediaSpan> spansOf(const std::vector<Placement>& placements, const MediaList& media)
{
    std::vector<MediaSpan> spans;
    for (const Placement& placement : placements) {
        const Media& one = *media[placement.mediaIdx];
        std::uint64_t shape = static_cast<std::uint64_t>(one.kind);
        mix(shape, static_cast<std::uint64_t>(one.grid.frames));
        mix(shape, static_cast<std::uint64_t>(one.grid.height));
        mix(shape, static_cast<std::uint64_t>(one.grid.width));
        mix(shape, static_cast<std::uint64_t>(placement.firstFeature));
        spans.push_back({placement.firstPosition, placement.numPositions, {one.hash, shape}});
    }
    return spans;
}

} // namespace tf::engine
