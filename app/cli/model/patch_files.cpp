#include "app/cli/model/patch_files.h"

#include "engine/model/npy.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <charconv>

namespace tf::cli {

namespace {

constexpr double kMeans[] = {0.48145466, 0.4578275, 0.40821073};
constexpr double kDeviations[] = {0.26862954, 0.26130258, 0.27577711};

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

Result<std::shared_ptr<const engine::Media>> readOne(const std::string& file,
                                                     const std::string& grid)
{
    auto media = std::make_shared<engine::Media>();
    media->grid = TRY(gridOf(grid));
    media->kind = media->grid.frames > 1 ? engine::MediaKind::Video : engine::MediaKind::Image;
    auto array = TRY(engine::readNpy(file));
    auto* bytes = std::get_if<std::vector<std::uint8_t>>(&array.numbers);
    if (bytes == nullptr || array.shape.size() != 2)
        return Error(Code::BadInput, words(file, " is no array of bytes [patches][numbers]"));
    media->rows = std::move(*bytes);
    for (std::size_t idx = 0; idx < media->table.size(); ++idx)
        media->table[idx] = static_cast<float>((double(idx % 256) / 255 - kMeans[idx / 256])
                                               / kDeviations[idx / 256]);
    return std::shared_ptr<const engine::Media>(std::move(media));
}

} // namespace

Result<std::vector<std::shared_ptr<const engine::Media>>>
readPatchFiles(const std::vector<std::string>& files, const std::vector<std::string>& grids)
{
    if (files.size() != grids.size())
        return Error(Code::BadInput,
                     words(files.size(), " files after --image and ", grids.size(),
                           " grids after --grid: each picture has one"));
    std::vector<std::shared_ptr<const engine::Media>> media;
    for (std::size_t idx = 0; idx < files.size(); ++idx)
        media.push_back(TRY(readOne(files[idx], grids[idx])));
    return media;
}

} // namespace tf::cli
