#include "app/cli/media/patches.h"

#include "app/cli/command_line.h"
#include "app/cli/interrupt.h"
#include "app/cli/media/medium.h"
#include "app/cli/media/size_flags.h"
#include "engine/model/npy.h"
#include "kernels/base/words.h"
#include "vision/picture/patches.h"

#include <array>
#include <cstdio>

namespace tf::cli {

namespace {

constexpr std::string_view kPatchesUsage =
    "usage: m3 patches IMAGE --out FILE.npy [options]\n"
    "\n"
    "Writes a picture as the model's vision tower takes it: float32 [patches][1176], in the order\n"
    "of the 2 x 2 blocks that become one token. Prints the grid and the tokens.\n"
    "\n"
    "  --out FILE.npy   where the rows go\n"
    "  --tier T         low, default or high: the vendor's long sides (default)\n"
    "  --long-side N    the long side has at most N pixels\n"
    "  --area           the bound on the area that servers of the open weights use\n";

struct PatchesOrder {
    std::string image;
    std::filesystem::path out;
    vision::SizeWish wish;
};

PatchesOrder readPatchesOrder(Options& options)
{
    PatchesOrder order;
    order.wish = readSizeFlags(options, vision::MediaKind::Picture);
    order.out = options.required("--out", "FILE.npy");
    const auto names = options.rest();
    if (names.empty())
        options.blame("IMAGE is missing");
    else
        order.image = names.front();
    if (names.size() > 1)
        options.blame(words("what is \"", names[1], "\"?"));
    return order;
}

/// What is printed.
Result<std::string> writePatches(const PatchesOrder& order, const CancelToken& cancel)
{
    const auto medium = TRY(openMedium(order.image));
    const auto seen =
        TRY(medium.decoder.picture(medium.source, {order.wish}, cancel).because(order.image));
    const auto view = seen.picture.view();
    const auto grid = TRY(vision::patchesOf(std::span(&view, 1)));
    const std::array<std::int64_t, 2> shape = {grid.count(), vision::kPatchRow};
    TRY(engine::writeNpy(order.out, shape, scaledRows(grid, vision::clipScale())));
    return words("grid ", grid.frames, " x ", grid.rows, " x ", grid.columns, ", ", grid.count(),
                 " patches, ", tokensOf(view.size), " tokens, ", view.size.width, " x ",
                 view.size.height, " pixels\n");
}

int runPatches(std::span<const std::string> arguments)
{
    Options options(arguments);
    const auto order = readPatchesOrder(options);
    if (options.problem())
        return misused("patches", *options.problem());
    const Interrupt interrupt;
    const auto line = writePatches(order, interrupt.token());
    if (!line)
        return failed(line.error().text);
    std::fwrite(line->data(), 1, line->size(), stdout);
    return kDone;
}

} // namespace

Verb patchesVerb()
{
    return {"patches", "a picture as the rows that the model's tower takes", kPatchesUsage,
            runPatches};
}

} // namespace tf::cli
