#include "app/cli/model/patch_files.h"

#include "engine/model/npy.h"
#include "kernels/base/words.h"
#include "vision/media/source.h"
#include "vision/picture/patches.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace tf::cli {

namespace {

constexpr std::string_view kNpyMagic = "\x93NUMPY";
constexpr std::size_t kNumbersOfChannel = vision::kPatchRow / engine::Media::kChannels;

Result<engine::MediaGrid> gridOf(const std::string& text)
{
    std::int32_t sides[3] = {};
    const char* at = text.data();
    const char* end = at + text.size();
    for (int side = 0; side < 3; ++side) {
        const auto [next, code] = std::from_chars(at, end, sides[side]);
        const bool last = side == 2;
        if (code != std::errc() || (last ? next != end : next == end || *next != ','))
            return Error(Code::BadInput,
                         words("--grid ", text, ": three numbers T,H,W of patches are expected"));
        at = last ? next : next + 1;
    }
    return engine::MediaGrid{sides[0], sides[1], sides[2]};
}

/// The bytes that the floats of m3 patches were made of.
Result<std::vector<std::uint8_t>> bytesOf(const std::vector<float>& numbers)
{
    std::vector<std::uint8_t> bytes;
    bytes.reserve(numbers.size());
    for (std::size_t idx = 0; idx < numbers.size(); ++idx) {
        const auto& scale = vision::clipScale()[idx / kNumbersOfChannel % engine::Media::kChannels];
        const auto at = std::lower_bound(scale.begin(), scale.end(), numbers[idx]);
        if (at == scale.end() || *at != numbers[idx])
            return Error(Code::BadInput,
                         words("number ", idx, " is ", numbers[idx], ", which no pixel gives"));
        bytes.push_back(static_cast<std::uint8_t>(at - scale.begin()));
    }
    return bytes;
}

Result<std::vector<std::uint8_t>> rowsOf(engine::NpyArray array)
{
    const bool areRows = array.shape.size() == 2 && array.shape[1] == vision::kPatchRow;
    if (auto* bytes = std::get_if<std::vector<std::uint8_t>>(&array.numbers); bytes && areRows)
        return std::move(*bytes);
    if (const auto* floats = std::get_if<std::vector<float>>(&array.numbers); floats && areRows)
        return bytesOf(*floats);
    return Error(
        Code::BadInput,
        words("these are no rows of patches, bytes or float32 [patches][", vision::kPatchRow, "]"));
}

} // namespace

bool isPatchFile(const std::string& file)
{
    const auto source = vision::Source::open(file);
    std::array<std::byte, kNpyMagic.size()> start{};
    return source && source->readAt(0, start).value_or(0) == start.size()
        && std::memcmp(start.data(), kNpyMagic.data(), start.size()) == 0;
}

Result<std::shared_ptr<const engine::Media>> readPatchFile(const std::string& file,
                                                           const std::string& grid)
{
    auto media = std::make_shared<engine::Media>();
    media->grid = TRY(gridOf(grid));
    media->kind = media->grid.frames > 1 ? engine::MediaKind::Video : engine::MediaKind::Image;
    media->rows = TRY(rowsOf(TRY(engine::readNpy(file))).because(file));
    auto number = media->table.begin();
    for (const auto& scale : vision::clipScale())
        number = std::copy(scale.begin(), scale.end(), number);
    return std::shared_ptr<const engine::Media>(std::move(media));
}

} // namespace tf::cli
