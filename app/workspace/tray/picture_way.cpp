#include "app/workspace/tray/picture_way.h"

#include "app/workspace/said.h"
#include "kernels/base/check.h"

#include <algorithm>

namespace tf::workspace {

namespace {

using vision::MediaKind;
using vision::Size;
using vision::SizeWish;
using vision::Tier;

constexpr std::int64_t kMarkTokens = 2;
constexpr std::int32_t kMostTiles = 24;

/// What the engine holds a picture against.
SizeWish wishOfEngine(const PictureWay& way, const Intake& intake)
{
    if (intake.largePictures == Takes::No)
        return vision::areaWish(MediaKind::Picture);
    if (way.detail == wire::Detail::Low)
        return vision::tierWish(MediaKind::Picture, Tier::Low);
    if (way.detail == wire::Detail::High)
        return vision::tierWish(MediaKind::Picture, Tier::High);
    return vision::tierWish(MediaKind::Picture, Tier::Default);
}

std::string whyNotTier(Tier tier, const Intake& intake)
{
    if (tier != Tier::High || intake.tiers == Takes::Yes)
        return {};
    if (intake.largePictures == Takes::No)
        return said(Said::tr("%1 shrinks every picture to a small area"), {intake.engine});
    return said(Said::tr("%1 cannot be asked for more than its own default"), {intake.engine});
}

std::string whyNoTiles(Size part, const Intake& intake)
{
    if (intake.largePictures == Takes::Yes)
        return said(Said::tr("%1 sees whole pictures large enough"), {intake.engine});
    const auto tiles = tilesOf(part);
    if (tiles.empty())
        return said(Said::tr("too large for tiles: choose a part of it"));
    return tiles.size() > 1 ? std::string()
                            : said(Said::tr("it is seen at its full size as it is"));
}

PictureOffer offerOfTier(Tier tier, Size part, const Intake& intake)
{
    PictureOffer offer;
    offer.tier = tier;
    offer.whyNot = whyNotTier(tier, intake);
    const PictureWay way = wayOf({tier, false, {}}, intake);
    const auto sent = sentSize(part, way);
    if (!sent) {
        offer.whyNot = sent.error().text;
        return offer;
    }
    offer.seen = seenSize(*sent, way, intake);
    offer.tokens = tokensOfSeen(offer.seen);
    return offer;
}

PictureOffer offerOfTiles(Size part, const Intake& intake)
{
    PictureOffer offer;
    offer.isTiled = true;
    offer.whyNot = whyNoTiles(part, intake);
    const PictureWay way{vision::tierWish(MediaKind::Picture, Tier::High).cap,
                         wire::Detail::Unnamed, true};
    const auto tiles = tilesOf(part);
    offer.numTiles = std::ssize(tiles);
    for (const app::Region& tile : tiles) {
        const auto sent = sentSize(tile.size, way);
        if (!sent)
            continue;
        const Size seen = seenSize(*sent, way, intake);
        offer.tokens += tokensOfSeen(seen);
        offer.seen.width += tile.at.y == 0 ? seen.width : 0;
        offer.seen.height += tile.at.x == 0 ? seen.height : 0;
    }
    return offer;
}

/// Where part `idx` of `count` begins.
std::int32_t cutAt(std::int32_t length, std::int32_t idx, std::int32_t count)
{
    return static_cast<std::int32_t>(std::int64_t{length} * idx / count);
}

/// Rounded to whole tokens and never shrunk, and no strip where the picture is none.
bool isGoodTile(Size tile, Size part)
{
    constexpr auto kStep = vision::kSideStep;
    const auto rounded = [](std::int32_t side) {
        return std::max<std::int64_t>((side + kStep / 2) / kStep * kStep, kStep);
    };
    const auto ratio = [](Size size) {
        return static_cast<double>(std::max(size.width, size.height))
            / std::min(size.width, size.height);
    };
    const auto most = vision::areaWish(MediaKind::Picture).cap;
    return rounded(tile.width) * rounded(tile.height) <= most
        && ratio(tile) <= std::max(2.0, ratio(part));
}

std::vector<app::Region> grid(Size part, std::int32_t columns, std::int32_t rows)
{
    std::vector<app::Region> tiles;
    for (std::int32_t row = 0; row < rows; ++row) {
        const auto top = cutAt(part.height, row, rows);
        const auto bottom = cutAt(part.height, row + 1, rows);
        for (std::int32_t column = 0; column < columns; ++column) {
            const auto left = cutAt(part.width, column, columns);
            const auto right = cutAt(part.width, column + 1, columns);
            tiles.push_back({{left, top}, {right - left, bottom - top}});
        }
    }
    return tiles;
}

} // namespace

PictureWay wayOf(const PictureChoice& choice, const Intake& intake)
{
    if (choice.isTiled && intake.largePictures == Takes::No)
        return {vision::tierWish(MediaKind::Picture, Tier::High).cap, wire::Detail::Unnamed, true};
    const bool isKnown = choice.tier != Tier::High || intake.tiers == Takes::Yes;
    PictureWay way;
    way.longSide = vision::tierWish(MediaKind::Picture, isKnown ? choice.tier : Tier::Default).cap;
    if (intake.tiers == Takes::Yes && choice.tier == Tier::Low)
        way.detail = wire::Detail::Low;
    if (intake.tiers == Takes::Yes && choice.tier == Tier::High)
        way.detail = wire::Detail::High;
    return way;
}

std::vector<PictureOffer> offersOf(Size part, const Intake& intake)
{
    std::vector<PictureOffer> offers;
    for (const Tier tier : {Tier::Low, Tier::Default, Tier::High})
        offers.push_back(offerOfTier(tier, part, intake));
    offers.push_back(offerOfTiles(part, intake));
    return offers;
}

const PictureOffer& chosenOf(std::span<const PictureOffer> offers, const PictureChoice& choice)
{
    CHECK(offers.size() == 4, "three tiers, and tiles");
    if (choice.isTiled && offers[3].whyNot.empty())
        return offers[3];
    const auto& wanted = offers[static_cast<std::size_t>(choice.tier)];
    return wanted.whyNot.empty() ? wanted : offers[static_cast<std::size_t>(Tier::Default)];
}

std::vector<app::Region> tilesOf(Size part)
{
    for (std::int32_t count = 1; count <= kMostTiles; ++count) {
        std::vector<app::Region> best;
        std::int32_t bestLength = 0;
        for (std::int32_t rows = 1; rows <= count; ++rows) {
            if (count % rows != 0)
                continue;
            const auto columns = count / rows;
            const Size largest{(part.width + columns - 1) / columns,
                               (part.height + rows - 1) / rows};
            const auto length = std::max(largest.width, largest.height);
            if (!isGoodTile(largest, part) || (!best.empty() && length >= bestLength))
                continue;
            best = grid(part, columns, rows);
            bestLength = length;
        }
        if (!best.empty())
            return best;
    }
    return {};
}

Result<Size> sentSize(Size part, const PictureWay& way)
{
    return fittedSize(part, {vision::SizeRule::LongSide, way.longSide});
}

Size seenSize(Size sent, const PictureWay& way, const Intake& intake)
{
    return fittedSize(sent, wishOfEngine(way, intake)).value_or(sent);
}

std::int64_t tokensOfSeen(Size seen)
{
    return vision::tokensOf(seen) + kMarkTokens;
}

} // namespace tf::workspace
