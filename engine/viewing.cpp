#include "engine/viewing.h"

#include "kernels/base/words.h"

namespace tf::engine {

Result<Viewing> Viewing::make(MediaList media, std::span<const std::int32_t> tokens,
                              const ModelConfig& config)
{
    Viewing viewing;
    if (!config.vision) {
        if (!media.empty())
            return Error(Code::Unsupported,
                         words("this model reads text alone, and the request has ", media.size(),
                               " pictures or clips"));
        return viewing;
    }
    for (std::size_t idx = 0; idx < media.size(); ++idx)
        TRY(checkMedia(*media[idx], *config.vision)
                .because(words("medium ", idx + 1, " of ", media.size())));
    viewing.m_placements = TRY(placeMedia(tokens, media, *config.vision));
    viewing.m_features.resize(media.size());
    viewing.m_media = std::move(media);
    return viewing;
}

Result<> Viewing::fill(StepSequence& planned, Group& group, const Sink& sink,
                       const CancelToken& cancel)
{
    const auto end = planned.firstPosition + std::ssize(planned.tokens);
    for (const Placement& placement : m_placements) {
        if (placement.firstPosition >= end
            || placement.firstPosition + placement.numPositions <= planned.firstPosition)
            continue;
        const std::size_t idx = placement.mediaIdx;
        if (m_features[idx] == nullptr) {
            SightWatch watch;
            watch.cancel = cancel;
            watch.progress = [&sink, idx](std::int64_t done, std::int64_t total) {
                return sink(idx, done, total);
            };
            m_features[idx] = TRY(group.look(*m_media[idx], watch));
        }
        planned.features.push_back({placement.firstPosition, placement.numPositions,
                                    placement.firstFeature, m_features[idx]});
    }
    return {};
}

void Viewing::forgetBefore(std::int64_t position)
{
    std::size_t firstWanted = m_media.size();
    for (const Placement& placement : m_placements) {
        if (placement.firstPosition + placement.numPositions > position) {
            firstWanted = placement.mediaIdx;
            break;
        }
    }
    for (std::size_t idx = 0; idx < firstWanted; ++idx)
        m_features[idx] = nullptr;
}

} // namespace tf::engine
