#include "app/cli/media/seen_files.h"

#include "app/cli/media/medium.h"
#include "app/cli/progress_line.h"
#include "kernels/base/words.h"

namespace tf::cli {

namespace {

Result<app::SeenMedium> clipOf(const Medium& medium, const vision::ClipFacts& facts,
                               const SeeingFlags& flags, const CancelToken& cancel)
{
    ProgressLine line(Counted::Tokens);
    const std::string doing = words("reading ", medium.path, ", frame");
    const auto tell = [&](std::int64_t done, std::int64_t total) {
        line.show(doing, static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
    };
    app::ClipLook look;
    look.frames = flags.frames;
    look.fps = flags.fps;
    look.wish = flags.sizes.clip;
    return app::seeClip(medium.decoder, medium.source, facts, look, cancel, tell)
        .because(medium.path);
}

} // namespace

SeeingFlags readSeeingFlags(Options& options)
{
    constexpr double kNoRate = 0;
    SeeingFlags flags;
    flags.sizes = readSizeWishes(options);
    const double fps = options.real("--fps", kNoRate, 0.2, 5);
    if (options.flag("--events"))
        flags.frames = app::ClipFrames::Events;
    if (fps != kNoRate && flags.frames == app::ClipFrames::Events)
        options.blame("--fps and --events exclude one another");
    if (fps != kNoRate)
        flags.fps = fps;
    return flags;
}

std::string_view seeingFlagsHelp()
{
    return "  --tier T           of media: low, default or high, the vendor's long sides "
           "(default)\n"
           "  --long-side N      the long side has at most N pixels\n"
           "  --area             the bound on the area that servers of the open weights use\n"
           "  --fps F            so many frames of a clip a second, 0.2 to 5 (1)\n"
           "  --events           instead: where something happens on the screen\n";
}

Result<> checkSees(const engine::ModelConfig& config, const std::filesystem::path& model)
{
    if (!config.vision)
        return Error(
            Code::Unsupported,
            words(model.native(), ": this checkpoint has no vision tower; it reads text alone"));
    return {};
}

Result<app::SeenMedium> seeFile(const std::string& path, FileKind kind, const SeeingFlags& flags,
                                const CancelToken& cancel)
{
    const auto medium = TRY(openMedium(path));
    const auto facts = TRY(factsOf(medium, cancel));
    const auto* clip = std::get_if<vision::ClipFacts>(&facts);
    if (clip != nullptr && kind == FileKind::Picture)
        return Error(Code::BadInput, words(path, " is a clip: --video takes those"));
    if (clip == nullptr && kind == FileKind::Clip) {
        const auto& why = std::get<vision::PictureFacts>(facts).whyNoClip;
        return Error(
            Code::BadInput,
            words(path, " is a picture: --image takes those", why.empty() ? "" : "; ", why));
    }
    if (clip != nullptr)
        return clipOf(medium, *clip, flags, cancel);
    return app::seePicture(medium.decoder, medium.source, flags.sizes.picture, cancel)
        .because(path);
}

} // namespace tf::cli
