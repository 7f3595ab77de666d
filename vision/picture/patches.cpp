#include "vision/picture/patches.h"

#include "kernels/base/words.h"
#include "vision/picture/size_wish.h"

#include <algorithm>

namespace tf::vision {

namespace {

constexpr double kMean[] = {0.48145466, 0.4578275, 0.40821073};
constexpr double kDeviation[] = {0.26862954, 0.26130258, 0.27577711};
constexpr std::int32_t kFrames = 2; ///< of a row
constexpr std::int32_t kMerged = 2; ///< patches of a token, each way
constexpr std::int32_t kChannelBytes = kFrames * kPatchSide * kPatchSide;

PixelScale makeScale()
{
    PixelScale scale = {};
    for (std::size_t channel = 0; channel < scale.size(); ++channel) {
        for (std::size_t value = 0; value < scale[channel].size(); ++value) {
            const double share = static_cast<double>(value) / 255.0;
            scale[channel][value] =
                static_cast<float>((share - kMean[channel]) / kDeviation[channel]);
        }
    }
    return scale;
}

/// One frame's part of a row: 14 x 14 pixels from (x, y) on, taken apart into channels.
void cutPatch(const PictureView& frame, std::int32_t x, std::int32_t y, std::uint8_t* to)
{
    for (std::int32_t line = 0; line < kPatchSide; ++line) {
        const std::uint8_t* from = frame.row(y + line) + std::int64_t{3} * x;
        std::uint8_t* place = to + line * kPatchSide;
        for (std::int32_t idx = 0; idx < kPatchSide; ++idx) {
            place[idx] = from[3 * idx];
            place[idx + kChannelBytes] = from[3 * idx + 1];
            place[idx + 2 * kChannelBytes] = from[3 * idx + 2];
        }
    }
}

/// A pair of frames, block by block of the four patches that become one token.
std::uint8_t* cutPair(const PictureView& first, const PictureView& second, std::uint8_t* to)
{
    constexpr std::int32_t kStep = kPatchSide * kMerged;
    for (std::int32_t blockY = 0; blockY < first.size.height; blockY += kStep) {
        for (std::int32_t blockX = 0; blockX < first.size.width; blockX += kStep) {
            for (std::int32_t patch = 0; patch < kMerged * kMerged; ++patch) {
                const std::int32_t x = blockX + patch % kMerged * kPatchSide;
                const std::int32_t y = blockY + patch / kMerged * kPatchSide;
                cutPatch(first, x, y, to);
                cutPatch(second, x, y, to + kPatchSide * kPatchSide);
                to += kPatchRow;
            }
        }
    }
    return to;
}

Result<> checkFrames(std::span<const PictureView> frames)
{
    if (frames.empty())
        return Error(Code::BadInput, "there is no frame to cut into patches");
    const Size size = frames[0].size;
    if (size.width <= 0 || size.height <= 0 || size.width % kSideStep != 0
        || size.height % kSideStep != 0)
        return Error(Code::BadInput,
                     words("sides of ", size.width, " x ", size.height, " are not multiples of ",
                           kSideStep, ": fit it first"));
    const auto other = std::find_if(frames.begin(), frames.end(),
                                    [&](const PictureView& one) { return !(one.size == size); });
    if (other != frames.end())
        return Error(Code::BadInput,
                     words("frames of one clip have two sizes, ", size.width, " x ", size.height,
                           " and ", other->size.width, " x ", other->size.height));
    return {};
}

} // namespace

const PixelScale& clipScale()
{
    static const PixelScale scale = makeScale();
    return scale;
}

Result<PatchGrid> patchesOf(std::span<const PictureView> frames)
{
    TRY(checkFrames(frames));
    PatchGrid grid;
    grid.frames = static_cast<std::int32_t>((frames.size() + 1) / kFrames);
    grid.rows = frames[0].size.height / kPatchSide;
    grid.columns = frames[0].size.width / kPatchSide;
    grid.bytes.resize(static_cast<std::size_t>(grid.count()) * kPatchRow);
    std::uint8_t* to = grid.bytes.data();
    for (std::size_t idx = 0; idx < frames.size(); idx += kFrames)
        to = cutPair(frames[idx], frames[std::min(idx + 1, frames.size() - 1)], to);
    return grid;
}

std::vector<float> scaledRows(const PatchGrid& grid, const PixelScale& scale)
{
    std::vector<float> floats(grid.bytes.size());
    for (std::size_t idx = 0; idx < floats.size(); ++idx)
        floats[idx] = scale[idx % kPatchRow / kChannelBytes][grid.bytes[idx]];
    return floats;
}

} // namespace tf::vision
