#include "app/cli/media/media_inspection.h"

#include "app/cli/interrupt.h"
#include "app/cli/media/json_build.h"
#include "app/cli/media/medium.h"
#include "app/cli/media/stamp_tokens.h"
#include "app/media/seen_media.h"

#include <algorithm>
#include <charconv>

namespace tf::cli {

namespace {

using json::Value;
using vision::ClipFacts;
using vision::MediaKind;
using vision::PictureFacts;
using vision::Size;
using vision::SizeWish;
using vision::Tier;

struct NamedWish {
    std::string_view name;
    SizeWish wish;
};

std::vector<NamedWish> wishesFor(MediaKind kind)
{
    return {{"low", tierWish(kind, Tier::Low)},
            {"default", tierWish(kind, Tier::Default)},
            {"high", tierWish(kind, Tier::High)},
            {"area", areaWish(kind)}};
}

Result<TierCost> pictureCost(const PictureFacts& picture, const NamedWish& named)
{
    const auto size = TRY(fittedSize(picture.size, named.wish));
    return TierCost{std::string(named.name), size, 1, tokensOf(size), ""};
}

Result<TierCost> clipCost(const ClipFacts& clip, const NamedWish& named)
{
    const auto stamps = TRY(stampTokens(std::nullopt));
    const auto plan = TRY(
        planClip(clip.times, clip.size, named.wish, app::frameRule(1), {0, false}, stamps.count));
    return TierCost{std::string(named.name), plan.size,
                    static_cast<std::int64_t>(plan.frames.size()), plan.tokens, ""};
}

template <class Facts, class Cost>
std::vector<TierCost> costs(const Facts& facts, MediaKind kind, const Cost& cost)
{
    std::vector<TierCost> tiers;
    for (const NamedWish& named : wishesFor(kind)) {
        auto tier = cost(facts, named);
        if (tier)
            tiers.push_back(std::move(*tier));
        else
            tiers.push_back({std::string(named.name), {}, 0, 0, tier.error().text});
    }
    return tiers;
}

std::vector<TierCost> tiersOf(const vision::MediaFacts& facts)
{
    if (const auto* picture = std::get_if<PictureFacts>(&facts))
        return costs(*picture, MediaKind::Picture, pictureCost);
    return costs(std::get<ClipFacts>(facts), MediaKind::Clip, clipCost);
}

std::string rounded(double number, int digits)
{
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, number, std::chars_format::fixed, digits).ptr;
    return {text, end};
}

std::string row(std::string_view label, std::string_view text)
{
    constexpr std::size_t kLabelWidth = 12;
    return words(label, std::string(kLabelWidth - label.size(), ' '), text, "\n");
}

std::string sizeText(Size size)
{
    return words(size.width, " x ", size.height);
}

std::string pictureRows(const PictureFacts& picture)
{
    return row("picture",
               words(picture.format, ", ", picture.bits, " bits a channel",
                     picture.hasAlpha ? ", alpha" : "",
                     picture.wasTurned ? ", turned upright" : ""))
        + row("size", sizeText(picture.size))
        + (picture.frames > 1 ? row("frames", words(picture.frames, ", the first is seen")) : "")
        + (picture.whyNoClip.empty() ? "" : row("no clip", picture.whyNoClip));
}

std::string clipRows(const ClipFacts& clip)
{
    std::string rows = row("clip", words(clip.container, ", ", clip.codec, ", ", clip.pixelFormat));
    rows += row("size",
                words(sizeText(clip.size), clip.isHdr ? ", HDR" : "",
                      clip.isInterlaced ? ", interlaced" : "",
                      clip.rotation != 0 ? words(", turned by ", clip.rotation) : ""));
    rows += row("duration", words(rounded(clip.duration, 3), " s"));
    rows += row("frames", words(clip.times.size(), ", ", rounded(clip.frameRate, 2), " a second"));
    if (!clip.times.empty())
        rows +=
            row("times",
                words(rounded(clip.times.front(), 3), " to ", rounded(clip.times.back(), 3), " s"));
    rows += row("audio", clip.hasAudio ? "yes; the model does not hear it" : "none");
    for (const std::string& fault : clip.faults)
        rows += row("fault", fault);
    return rows;
}

std::string tierText(const TierCost& tier, bool isClip)
{
    if (!tier.refusal.empty())
        return words(tier.name, ": ", tier.refusal);
    return words(tier.name, ": ", tier.tokens, " at ", sizeText(tier.size),
                 isClip ? words(", ", tier.frames, tier.frames == 1 ? " frame" : " frames",
                                " at one a second")
                        : "");
}

Value sizeValue(Size size)
{
    return Value::object({{"width", jsonNumber(size.width)}, {"height", jsonNumber(size.height)}});
}

void addPicture(Value& out, const PictureFacts& picture)
{
    out.members.emplace_back("kind", jsonText("picture"));
    out.members.emplace_back("format", jsonText(picture.format));
    out.members.emplace_back("size", sizeValue(picture.size));
    out.members.emplace_back("bits", jsonNumber(picture.bits));
    out.members.emplace_back("frames", jsonNumber(picture.frames));
    out.members.emplace_back("alpha", Value::boolean(picture.hasAlpha));
    out.members.emplace_back("turned", Value::boolean(picture.wasTurned));
    if (!picture.whyNoClip.empty())
        out.members.emplace_back("no_clip", jsonText(picture.whyNoClip));
}

void addClip(Value& out, const ClipFacts& clip)
{
    out.members.emplace_back("kind", jsonText("clip"));
    out.members.emplace_back("format", jsonText(clip.container));
    out.members.emplace_back("codec", jsonText(clip.codec));
    out.members.emplace_back("size", sizeValue(clip.size));
    out.members.emplace_back("pixel_format", jsonText(clip.pixelFormat));
    out.members.emplace_back("seconds", jsonNumber(clip.duration));
    out.members.emplace_back("frame_rate", jsonNumber(clip.frameRate));
    out.members.emplace_back("rotation", jsonNumber(clip.rotation));
    out.members.emplace_back("hdr", Value::boolean(clip.isHdr));
    out.members.emplace_back("interlaced", Value::boolean(clip.isInterlaced));
    out.members.emplace_back("audio", Value::boolean(clip.hasAudio));
    Value times = Value::array();
    for (const double time : clip.times)
        times.items.push_back(jsonNumber(time));
    out.members.emplace_back("frames", jsonNumber(clip.times.size()));
    out.members.emplace_back("times", std::move(times));
    out.members.emplace_back("faults", jsonTexts(clip.faults));
}

Value tierValue(const TierCost& tier)
{
    if (!tier.refusal.empty())
        return Value::object({{"tier", jsonText(tier.name)}, {"refused", jsonText(tier.refusal)}});
    return Value::object({{"tier", jsonText(tier.name)},
                          {"size", sizeValue(tier.size)},
                          {"frames", jsonNumber(tier.frames)},
                          {"tokens", jsonNumber(tier.tokens)}});
}

} // namespace

Result<MediaInspection> inspectMedium(const std::string& path)
{
    const Interrupt interrupt;
    const auto medium = TRY(openMedium(path));
    auto facts = TRY(factsOf(medium, interrupt.token()));
    auto tiers = tiersOf(facts);
    return MediaInspection{path, medium.source.size(), std::move(facts), std::move(tiers)};
}

std::string asTable(const MediaInspection& inspection)
{
    const auto* picture = std::get_if<PictureFacts>(&inspection.facts);
    std::string table = row("file", words(inspection.file, ", ", inspection.bytes, " bytes"));
    table += picture != nullptr ? pictureRows(*picture)
                                : clipRows(std::get<ClipFacts>(inspection.facts));
    for (const TierCost& tier : inspection.tiers)
        table += row("tokens", tierText(tier, picture == nullptr));
    return table;
}

Value asJson(const MediaInspection& inspection)
{
    Value out = Value::object(
        {{"file", jsonText(inspection.file)}, {"bytes", jsonNumber(inspection.bytes)}});
    if (const auto* picture = std::get_if<PictureFacts>(&inspection.facts))
        addPicture(out, *picture);
    else
        addClip(out, std::get<ClipFacts>(inspection.facts));
    Value tiers = Value::array();
    for (const TierCost& tier : inspection.tiers)
        tiers.items.push_back(tierValue(tier));
    out.members.emplace_back("tokens", std::move(tiers));
    return out;
}

} // namespace tf::cli
