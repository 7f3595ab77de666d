#pragma once

// The media of one request on their way into its steps: looked at when a step needs them, kept
// until the prompt is read.
//
// What the prefix cache holds is never looked at. A sequence that lost its pages looks again.
// Thread: engine.

#include "engine/placeholders.h"
#include "engine/run/group.h"

namespace tf::engine {

class Viewing {
public:
    /// What a request of text alone has.
    Viewing() = default;
    /// BadInput where the placeholders do not match, Unsupported by a model that reads text alone.
    static Result<Viewing> make(MediaList media, std::span<const std::int32_t> tokens,
                                const ModelConfig& config);

    [[nodiscard]] std::vector<MediaSpan> spans() const { return spansOf(m_placements, m_media); }
    [[nodiscard]] std::size_t numMedia() const { return m_media.size(); }

    /// Called with the number of the medium that is looked at, from 0 on, and how far the look is.
    /// An error stops it.
    using Sink =
        std::function<Result<>(std::size_t mediaIdx, std::int64_t done, std::int64_t total)>;

    /// Gives a planned step the features of its placeholders. Blocks: while media are looked at.
    Result<> fill(StepSequence& planned, Group& group, const Sink& sink, const CancelToken& cancel);
    /// Features of placeholders before that position are no longer wanted.
    void forgetBefore(std::int64_t position);

private:
    MediaList m_media;
    std::vector<Placement> m_placements;
    std::vector<std::shared_ptr<const FeatureRows>> m_features; // by medium; null: not looked at
};

} // namespace tf::engine
