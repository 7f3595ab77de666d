#pragma once

// What a checkpoint's config.json says of its vision tower and of what joins it to the text model.
//
// Nothing is assumed: a size that the file should name and does not is an error. Both spellings are
// read, that of the released files and that of Transformers.

#include "engine/model/config_fields.h"

#include <cstdint>
#include <optional>

namespace tf::engine {

struct VisionConfig {
    std::int64_t hidden = 0;
    std::int64_t width = 0; ///< of the feed-forward
    std::int32_t layers = 0;
    std::int32_t heads = 0;
    std::int32_t channels = 0;
    std::int32_t patch = 0; ///< pixels of a side
    std::int32_t temporalPatch = 0; ///< frames
    std::int32_t merge = 0; ///< patches of a side that become one token
    std::int32_t segmentFrames = 0; ///< temporal patches of a clip that see each other
    double ropeTheta = 0;
    double normEpsilon = 0;
    std::int64_t projectorWidth = 0; ///< between the two products of each connector
    std::int32_t imageToken = 0;
    std::int32_t videoToken = 0;

    [[nodiscard]] std::int32_t headDim() const { return static_cast<std::int32_t>(hidden) / heads; }
    /// Of a head, that turn with one of the three coordinates.
    [[nodiscard]] std::int32_t axisDims() const { return 2 * (2 * (headDim() / 2) / 3 / 2); }
    [[nodiscard]] std::int64_t patchNumbers() const
    {
        return std::int64_t(channels) * temporalPatch * patch * patch;
    }
    [[nodiscard]] std::int32_t mergedRows() const { return merge * merge; }
};

/// nullopt where the file has no vision_config. `vocab`: of the text model.
Result<std::optional<VisionConfig>> readVisionConfig(const ConfigFields& root, std::int64_t vocab);

} // namespace tf::engine
