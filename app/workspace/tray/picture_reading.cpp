#include "app/workspace/tray/picture_reading.h"

#include "app/media/edited_picture.h"
#include "app/media/legibility.h"
#include "app/media/sent_media.h"
#include "app/workspace/said.h"
#include "app/workspace/tray/amount.h"
#include "app/workspace/tray/small_picture.h"
#include "kernels/base/words.h"
#include "vision/picture/resampler.h"

#include <algorithm>
#include <cmath>

namespace tf::workspace {

namespace {

using vision::Picture;
using vision::PictureView;
using vision::Size;

constexpr std::int64_t kMostPrintPixels = 32'000'000; ///< of what is looked through for small print
constexpr double kUnscaled = 0.95; ///< from there on nothing is lost
constexpr int kMostShrinks = 8;

std::string sizeWords(Size size)
{
    return words(size.width, "×", size.height);
}

/// "1920×1080"; "640×360 of 1920×1080"; "1920×1080, 6 tiles"
std::string detailOf(const TakenPicture& picture)
{
    const PictureLook& found = picture.found;
    std::string detail = sizeWords(found.part);
    if (!(found.part == found.size))
        detail = said(Said::tr("%1 of %2"), {detail, sizeWords(found.size)});
    if (picture.parts.size() > 1)
        detail =
            words(detail, ", ",
                  shownCount(std::ssize(picture.parts), Said::tr("1 tile"), Said::tr("%1 tiles")));
    return detail;
}

PictureView partOf(const PictureView& whole, const app::Region& region)
{
    return {region.size, whole.stride, whole.row(region.at.y) + std::ptrdiff_t{region.at.x} * 3};
}

Result<SentPicture> sent(const PictureView& view)
{
    return SentPicture{TRY(app::sentPicture(view)), view.size};
}

class PictureReading {
public:
    PictureReading(const OfferedMedium& medium, const ReadingMeans& means,
                   const vision::Decoder& decoder, Taken& taken)
        : m_source(medium.source)
        , m_means(means)
        , m_decoder(decoder)
        , m_taken(taken)
    {
        if (const auto* choice = std::get_if<PictureChoice>(&medium.choice))
            m_picture.choice = *choice;
        m_picture.way = wayOf(m_picture.choice, means.intake);
    }

    Result<> read(const vision::PictureFacts& facts)
    {
        TRY(begin(facts));
        if (!m_picture.choice.edit.empty())
            TRY(readOriginal());
        if (m_picture.way.isTiled)
            TRY(takeTiles());
        if (m_picture.parts.empty()) // what is seen whole is not cut
            TRY(takeWhole());
        TRY(lookForPrint());
        showPicture(m_taken.item, m_picture, m_means.intake);
        m_taken.what = std::move(m_picture);
        return {};
    }

private:
    Result<> begin(const vision::PictureFacts& facts)
    {
        PictureLook& found = m_picture.found;
        found.format = facts.format;
        found.bytes = m_source.size();
        found.size = facts.size;
        found.hasAlpha = facts.hasAlpha;
        found.wasTurned = facts.wasTurned;
        found.part = TRY(app::croppedRegion(facts.size, m_picture.choice.edit)).size;
        m_taken.item.kind = TrayKind::Picture;
        m_taken.item.detail = sizeWords(facts.size);
        m_means.tell(m_taken.item);
        if (!facts.whyNoClip.empty())
            m_picture.notices.push_back(
                said(Said::tr("only its first frame is seen: %1"), {facts.whyNoClip}));
        return {};
    }

    /// Its own pixels with the edit in them.
    Result<> readOriginal()
    {
        if (m_original.size.area() > 0)
            return {};
        auto seen =
            TRY(m_decoder.picture(m_source, {{vision::SizeRule::Native, 0}}, m_means.cancel));
        m_original = TRY(app::editedPicture(std::move(seen.picture), m_picture.choice.edit));
        return {};
    }

    Result<Picture> fitted(const PictureWay& way)
    {
        if (m_picture.choice.edit.empty())
            return TRY(m_decoder.picture(m_source, {{vision::SizeRule::LongSide, way.longSide}},
                                         m_means.cancel))
                .picture;
        return vision::resampled(m_original.view(), TRY(sentSize(m_original.size, way)));
    }

    Result<> takeWhole()
    {
        PictureWay way = m_picture.way;
        way.isTiled = false;
        const auto most = m_means.intake.limits.imageBytes;
        for (int tries = 0; tries < kMostShrinks; ++tries) {
            const auto picture = TRY(fitted(way));
            m_taken.item.preview = previewOf(picture.view());
            m_picture.parts = {TRY(sent(picture.view()))};
            const auto bytes = std::ssize(*m_picture.parts.front().media.bytes);
            if (bytes <= most)
                break;
            m_picture.mostBytes = most;
            if (!shrink(way, picture.size, bytes))
                break;
        }
        if (m_picture.mostBytes > 0)
            m_picture.notices.push_back(
                said(Said::tr("sent at %1: larger, it has more than the %2 that %3 takes"),
                     {sizeWords(m_picture.parts.front().size), shownBytes(most),
                      m_means.intake.engine}));
        return {};
    }

    /// The next smaller size that has a chance; false: there is none.
    bool shrink(PictureWay& way, Size size, std::int64_t bytes) const
    {
        const double most = static_cast<double>(m_means.intake.limits.imageBytes);
        const double by = std::sqrt(most / static_cast<double>(bytes)) * 0.96;
        const auto longSide = std::max(size.width, size.height);
        way.longSide =
            static_cast<std::int64_t>(longSide * by) / vision::kSideStep * vision::kSideStep;
        return way.longSide >= 4 * vision::kSideStep;
    }

    Result<> takeTiles()
    {
        const auto tiles = tilesOf(m_picture.found.part);
        if (tiles.size() < 2)
            return {};
        TRY(readOriginal());
        // An SVG is as large as it is drawn; what was said of its size need not hold to the pixel.
        const auto view = m_original.view();
        if (!(view.size == m_picture.found.part))
            return {};
        m_taken.item.preview = previewOf(view);
        for (const app::Region& tile : tiles) {
            const auto part = partOf(view, tile);
            const auto size = TRY(sentSize(part.size, m_picture.way));
            const auto picture = TRY(vision::resampled(part, size));
            m_picture.parts.push_back(TRY(sent(picture.view())));
        }
        return {};
    }

    /// At every width that any engine may see it at.
    Result<> lookForPrint()
    {
        const Size part = m_picture.found.part;
        const auto sizes = smallerSizes(part);
        if (sizes.empty() || m_picture.found.size.area() > kMostPrintPixels)
            return {};
        TRY(readOriginal());
        const auto strokes = app::strokesOf(m_original.view(), 1);
        for (const Size size : sizes) {
            const auto seen = TRY(vision::resampled(m_original.view(), size));
            const double by = static_cast<double>(size.width) / m_original.size.width;
            const double share = app::legibleShare(strokes, app::strokesOf(seen.view(), by));
            m_picture.print.push_back({size.width, share});
        }
        return {};
    }

    static std::vector<Size> smallerSizes(Size part)
    {
        using vision::MediaKind;
        using vision::Tier;
        std::vector<Size> sizes;
        for (const auto& wish : {vision::tierWish(MediaKind::Picture, Tier::High),
                                 vision::tierWish(MediaKind::Picture, Tier::Default),
                                 vision::areaWish(MediaKind::Picture),
                                 vision::tierWish(MediaKind::Picture, Tier::Low)}) {
            const auto size = fittedSize(part, wish);
            const bool isSmaller = size && size->width < kUnscaled * part.width;
            if (isSmaller && (sizes.empty() || size->width < sizes.back().width))
                sizes.push_back(*size);
        }
        return sizes;
    }

    const vision::Source& m_source;
    const ReadingMeans& m_means;
    const vision::Decoder& m_decoder;
    Taken& m_taken;
    TakenPicture m_picture;
    Picture m_original; ///< edited; empty until it is needed
};

/// Of the nearest width that was looked at; between two of them the smaller one counts.
double legibleAt(const TakenPicture& picture, std::int32_t width)
{
    double legible = 1;
    for (const PrintAtWidth& print : picture.print) {
        if (print.width < width)
            break;
        legible = print.legible;
    }
    const bool isUnscaled = width >= kUnscaled * picture.found.part.width;
    return isUnscaled ? 1 : legible;
}

/// Side by side in the order of tilesOf(); one picture is a part of its own.
std::vector<SeenPart> partsOf(const TakenPicture& picture, const Intake& intake)
{
    std::vector<SeenPart> parts;
    const auto tiles = tilesOf(picture.found.part);
    app::Spot at;
    std::int32_t rowHeight = 0;
    for (std::size_t idx = 0; idx < picture.parts.size(); ++idx) {
        const SentPicture& sent = picture.parts[idx];
        const Size seen = seenSize(sent.size, picture.way, intake);
        if (idx > 0 && tiles.at(idx).at.x == 0)
            at = {0, at.y + rowHeight};
        parts.push_back({sent.media.bytes, at, seen});
        at.x += seen.width;
        rowHeight = seen.height;
    }
    return parts;
}

void addTierNotice(TrayItem& item, const TakenPicture& picture)
{
    const auto& offers = item.picture->offers;
    const auto wanted = picture.choice.isTiled ? 3 : static_cast<std::size_t>(picture.choice.tier);
    if (!offers[wanted].whyNot.empty())
        item.notices.push_back(
            said(Said::tr("sent at the default size: %1"), {offers[wanted].whyNot}));
}

/// What would show more, and what that costs.
std::string betterOffer(const PictureLook& look)
{
    const PictureOffer* better = nullptr;
    for (const PictureOffer& offer : look.offers) {
        const bool isBetter = offer.whyNot.empty() && offer.legible > look.legible
            && offer.legible >= app::kLeastLegible;
        if (isBetter && (better == nullptr || offer.tokens < better->tokens))
            better = &offer;
    }
    if (better == nullptr)
        return said(Said::tr("choose a part of it"));
    const auto tokens = shownNumber(better->tokens);
    if (better->isTiled)
        return said(Said::tr("choose legible tiles for %1 tokens, or a part of it"), {tokens});
    return better->tier == vision::Tier::High
        ? said(Said::tr("choose high for %1 tokens, or a part of it"), {tokens})
        : said(Said::tr("choose default for %1 tokens, or a part of it"), {tokens});
}

void addLegibleNotice(TrayItem& item)
{
    const PictureLook& look = *item.picture;
    if (look.legible < app::kLeastLegible)
        item.notices.push_back(said(Said::tr("small text may be lost, as it is seen at %1: %2"),
                                    {sizeWords(look.seen), betterOffer(look)}));
}

} // namespace

std::int64_t tokensOfPicture(Size sent, const Intake& intake)
{
    return tokensOfSeen(seenSize(sent, {}, intake));
}

std::string wordsBeforeTiles(const TakenPicture& picture)
{
    const auto tiles = tilesOf(picture.found.part);
    const auto columns = std::count_if(tiles.begin(), tiles.end(),
                                       [](const app::Region& tile) { return tile.at.y == 0; });
    return words("The next ", tiles.size(), " pictures are one picture of ",
                 picture.found.part.width, " x ", picture.found.part.height, " pixels, cut into ",
                 columns, " columns and ", std::ssize(tiles) / columns,
                 " rows, row by row from the upper left.");
}

Result<> readPicture(const OfferedMedium& medium, const vision::PictureFacts& facts,
                     const ReadingMeans& means, const vision::Decoder& decoder, Taken& taken)
{
    return PictureReading(medium, means, decoder, taken).read(facts);
}

bool isOtherFor(const TakenPicture& picture, const Intake& intake)
{
    if (!(wayOf(picture.choice, intake) == picture.way))
        return true;
    const auto most = intake.limits.imageBytes;
    if (picture.mostBytes > 0)
        return picture.mostBytes != most;
    return std::any_of(picture.parts.begin(), picture.parts.end(),
                       [most](const auto& part) { return std::ssize(*part.media.bytes) > most; });
}

void showPicture(TrayItem& item, const TakenPicture& picture, const Intake& intake)
{
    auto look = std::make_shared<PictureLook>(picture.found);
    look->offers = offersOf(look->part, intake);
    for (PictureOffer& offer : look->offers)
        offer.legible = legibleAt(picture, offer.seen.width);
    look->sent = picture.parts.front().size;
    look->seen = seenSize(look->sent, picture.way, intake);
    look->parts = partsOf(picture, intake);
    item.tokens = 0;
    for (const SeenPart& part : look->parts)
        item.tokens += tokensOfSeen(part.seen);
    item.quality = ingest::Quality::Exact;
    if (picture.parts.size() > 1) {
        look->seen = look->offers.back().seen;
        item.tokens += ingest::roughCount(wordsBeforeTiles(picture));
        item.quality = ingest::Quality::Estimated;
    }
    look->legible = legibleAt(picture, look->seen.width);
    item.detail = detailOf(picture);
    item.picture = std::move(look);
    item.notices = picture.notices;
    addTierNotice(item, picture);
    addLegibleNotice(item);
}

} // namespace tf::workspace
