#include "engine/model/vision_config.h"

#include "kernels/base/words.h"

namespace tf::engine {

namespace {

constexpr std::int64_t kMaxVisionWidth = std::int64_t(1) << 18;
constexpr std::int64_t kMaxVisionHeads = 1024;
constexpr std::int64_t kMaxVisionLayers = 1024;
constexpr std::int64_t kMaxSide = 256;
constexpr std::int64_t kMaxSegmentFrames = 1 << 16;

Result<std::int32_t> smallOf(Result<std::int64_t> number)
{
    return static_cast<std::int32_t>(TRY(std::move(number)));
}

/// What is the same in every tower of the family; anything else would be computed wrongly.
Result<> checkTower(const ConfigFields& vision)
{
    if (vision.find("hidden_act") == nullptr)
        return vision.wrong("hidden_act", "\"gelu\"");
    TRY(vision.onlyText("hidden_act", "gelu"));
    TRY(vision.onlyText("position_embedding_type", "rope"));
    TRY(vision.onlyText("rope_mode", "3d"));
    return {};
}

Result<> checkConnector(const ConfigFields& root)
{
    TRY(root.onlyText("projector_hidden_act", "gelu"));
    TRY(root.onlyFlag("multimodal_projector_bias", true));
    TRY(root.onlyFlag("patch_merge_bias", true));
    TRY(root.onlyNumber("vision_feature_layer", -1));
    TRY(root.onlyText("vision_feature_select_strategy", "full"));
    return {};
}

Result<> readTowerSizes(const ConfigFields& vision, VisionConfig& config)
{
    config.hidden = TRY(vision.whole({"hidden_size"}, 1, kMaxVisionWidth));
    config.width = TRY(vision.whole({"intermediate_size"}, 1, kMaxVisionWidth));
    config.layers = TRY(smallOf(vision.whole({"num_hidden_layers"}, 1, kMaxVisionLayers)));
    config.heads = TRY(smallOf(vision.whole({"num_attention_heads"}, 1, kMaxVisionHeads)));
    if (config.hidden % config.heads != 0)
        return vision.wrong("num_attention_heads",
                            words("a divisor of hidden_size, ", config.hidden));
    if (config.axisDims() < 2 || config.headDim() > 1024)
        return vision.wrong("num_attention_heads", "heads of 6 to 1024 dimensions");
    config.channels = TRY(smallOf(vision.whole({"num_channels"}, 3, 3)));
    config.patch = TRY(smallOf(vision.whole({"patch_size"}, 1, kMaxSide)));
    config.normEpsilon = TRY(vision.number({"layer_norm_eps"}, {1e-12, 0.1}));
    config.segmentFrames =
        TRY(smallOf(vision.whole({"vision_segment_max_frames"}, 1, kMaxSegmentFrames)));
    return {};
}

/// How patches become tokens: beside the other fields, or in an object of their own, which may
/// stand in the vision_config or at the top.
Result<> readMerging(const ConfigFields& root, const ConfigFields& vision, VisionConfig& config)
{
    constexpr const char* kCompression = "img_token_compression_config";
    const auto inner = TRY(vision.within(kCompression));
    const auto outer = TRY(root.within(kCompression));
    const ConfigFields& fields = inner ? *inner : outer ? *outer : vision;
    TRY(fields.onlyText("image_token_compression_method", "patch_merge"));
    TRY(fields.onlyText("method", "patch_merge"));
    config.merge = TRY(smallOf(fields.whole({"spatial_merge_size"}, 1, kMaxSide)));
    config.temporalPatch = TRY(smallOf(fields.whole({"temporal_patch_size"}, 1, kMaxSide)));
    return {};
}

Result<double> readTheta(const ConfigFields& vision)
{
    constexpr Range kTheta = {1, 1e15};
    const auto theta = TRY(vision.maybeNumber({"rope_theta"}, kTheta));
    const auto rope = TRY(vision.within("rope_parameters"));
    if (!rope) {
        if (!theta)
            return vision.wrong("rope_theta", "a number");
        return *theta;
    }
    TRY(rope->onlyText("rope_type", "axial"));
    const auto inner = TRY(rope->number({"rope_theta"}, kTheta));
    if (theta && *theta != inner)
        return rope->wrong("rope_theta", words(*theta, ", as rope_theta says"));
    return inner;
}

Result<> readPlaceholders(const ConfigFields& root, std::int64_t vocab, VisionConfig& config)
{
    config.imageToken =
        TRY(smallOf(root.whole({"image_token_index", "image_token_id"}, 0, vocab - 1)));
    config.videoToken =
        TRY(smallOf(root.whole({"video_token_index", "video_token_id"}, 0, vocab - 1)));
    if (config.imageToken == config.videoToken)
        return root.wrong("video_token_index", "another token than image_token_index");
    return {};
}

} // namespace

Result<std::optional<VisionConfig>> readVisionConfig(const ConfigFields& root, std::int64_t vocab)
{
    const auto vision = TRY(root.within("vision_config"));
    if (!vision)
        return std::optional<VisionConfig>();
    VisionConfig config;
    TRY(checkTower(*vision));
    TRY(checkConnector(root));
    TRY(readTowerSizes(*vision, config));
    TRY(readMerging(root, *vision, config));
    config.ropeTheta = TRY(readTheta(*vision));
    config.projectorWidth = TRY(root.whole({"projector_hidden_size"}, 1, kMaxVisionWidth));
    TRY(readPlaceholders(root, vocab, config));
    return std::optional(config);
}

} // namespace tf::engine
