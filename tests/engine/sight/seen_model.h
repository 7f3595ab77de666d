#pragma once

// The tiny model of tests/golden/sight: what it is shown, and what the float64 definition sees.

#include "engine/placeholders.h"
#include "engine/run/group.h"

#include <string>

namespace tf::test {

std::filesystem::path sightFolder();

/// "picture.features": a file of floats there.
std::vector<float> seenFloats(const std::string& name);

struct SeenModel {
    std::shared_ptr<const engine::Checkpoint> checkpoint;
    std::vector<std::int32_t> tokens;
    engine::MediaList media; ///< picture, second, clip
    std::vector<float> features; ///< of all media in order
    std::vector<float> logits;

    [[nodiscard]] const engine::ModelConfig& config() const { return checkpoint->config(); }
    [[nodiscard]] const engine::VisionConfig& vision() const { return *config().vision; }
};

/// Aborts with words when the files are not there.
SeenModel seenModel();

/// The picture that is too large to be kept as a file: bytes by a rule.
engine::Media largePicture();

/// Every eighth of its tokens is in large.features.
inline constexpr std::size_t kLargeEvery = 8;

} // namespace tf::test
