#include "app/workspace/tray/reading.h"

#include "app/ingest/obtain/address.h"
#include "app/workspace/said.h"
#include "app/workspace/tray/amount.h"
#include "app/workspace/tray/medium_reading.h"
#include "app/workspace/tray/repository_reading.h"
#include "app/workspace/tray/text_reading.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <array>
#include <span>

namespace tf::workspace {

namespace {

constexpr std::size_t kHeadBytes = 8192;
constexpr std::int64_t kMostTextFile = std::int64_t(64) << 20;

Result<std::string> beginningOf(const vision::Source& source, std::int64_t most)
{
    std::string bytes(static_cast<std::size_t>(std::min(source.size(), most)), '\0');
    const auto room = std::as_writable_bytes(std::span(bytes.data(), bytes.size()));
    bytes.resize(TRY(source.readAt(0, room)));
    return bytes;
}

/// A drawing that is written in text: seen as a picture.
bool looksLikeSvg(std::string_view head)
{
    return head.find("<svg") != std::string_view::npos;
}

/// The ending of a name in capitals: "PDF"; empty where there is none, or a strange one.
std::string endingOf(std::string_view name)
{
    const auto point = name.rfind('.');
    if (point == std::string_view::npos || name.size() - point > 6)
        return {};
    std::string ending(name.substr(point + 1));
    for (char& c : ending)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return ending;
}

/// Of a kind that is read here: what is wrong with it is worth saying.
bool isMediumName(std::string_view title)
{
    constexpr std::array<std::string_view, 18> kEndings = {
        "PNG", "JPG", "JPEG", "WEBP", "BMP",  "GIF", "TIF",  "TIFF", "SVG",
        "MP4", "M4V", "MKV",  "MOV",  "WEBM", "AVI", "AVIF", "HEIC", "HEIF"};
    return std::find(kEndings.begin(), kEndings.end(), endingOf(title)) != kEndings.end();
}

std::shared_ptr<Taken> unreadable(std::string title, std::int64_t bytes, std::string_view why)
{
    auto taken = std::make_shared<Taken>();
    TrayItem& item = taken->item;
    const auto ending = endingOf(title);
    item.title = std::move(title);
    item.kind = TrayKind::Unknown;
    item.state = TrayState::Failed;
    item.detail = words(ending, ending.empty() ? "" : ", ", shownBytes(bytes), ": ", why);
    taken->what = Unreadable{bytes};
    return taken;
}

/// Neither picture, clip nor text: why it is none of the first two is said for what is broken.
TakenResult readUnknown(const OfferedMedium& medium, std::string_view head,
                        const ReadingMeans& means)
{
    auto seen = readMedium(medium, means);
    if (seen || means.cancel.cancelled())
        return seen;
    if (mayBeText(head) && medium.source.size() <= kMostTextFile)
        return readText(medium.title, TRY(beginningOf(medium.source, kMostTextFile)), means);
    const bool isOneOfOurs = isMediumName(medium.title);
    return unreadable(medium.title, medium.source.size(),
                      isOneOfOurs ? seen.error().text : said(Said::tr("cannot be read")));
}

TakenResult readSource(OfferedMedium medium, const ReadingMeans& means)
{
    const auto head = TRY(beginningOf(medium.source, kHeadBytes));
    if (head.empty())
        return unreadable(std::move(medium.title), 0, said(Said::tr("there is nothing in it")));
    if (!isText(head) || looksLikeSvg(head))
        return readUnknown(medium, head, means);
    if (medium.source.size() > kMostTextFile)
        return Error(Code::BadInput,
                     said(Said::tr("%1 of text; no more than %2 are read"),
                          {shownBytes(medium.source.size()), shownBytes(kMostTextFile)}));
    return readText(std::move(medium.title), TRY(beginningOf(medium.source, kMostTextFile)), means);
}

TakenResult readFile(const Offer& offer, const ReadingMeans& means)
{
    auto source = TRY(vision::Source::open(offer.place));
    const auto head = TRY(beginningOf(source, kHeadBytes));
    if (isPackedSource(offer.place, head))
        return readRepository(offer, means);
    auto taken = TRY(readSource({titleOf(offer), std::move(source), offer.choice}, means));
    taken->place = offer.place;
    return taken;
}

TakenResult readPasted(const Offer& offer, const ReadingMeans& means)
{
    if (offer.type.starts_with("text/"))
        return readText(titleOf(offer), *offer.bytes, means);
    const auto bytes = std::as_bytes(std::span<const char>(*offer.bytes));
    auto source = TRY(vision::Source::fromBytes(bytes));
    return readSource({titleOf(offer), std::move(source), offer.choice}, means);
}

Result<vision::Decoder> startDecoder()
{
    vision::DecoderOptions options;
    options.warm = 1;
    return vision::Decoder::start(options);
}

} // namespace

SharedDecoder lazyDecoder()
{
    return std::async(
               std::launch::deferred,
               [] { return std::make_shared<const Result<vision::Decoder>>(startDecoder()); })
        .share();
}

TakenResult readOffer(const Offer& offer, const ReadingMeans& means)
{
    TRY(means.cancel.check());
    if (offer.place.empty())
        return readPasted(offer, means);
    std::error_code fault;
    if (ingest::looksLikeAddress(offer.place) || std::filesystem::is_directory(offer.place, fault))
        return readRepository(offer, means);
    return readFile(offer, means);
}

const std::vector<ingest::Leak>& leaksOf(const Taken& taken)
{
    static const std::vector<ingest::Leak> none;
    if (const auto* repository = std::get_if<TakenRepository>(&taken.what))
        return repository->part.found.leaks();
    if (const auto* text = std::get_if<TakenText>(&taken.what))
        return text->text.found.leaks();
    return none;
}

} // namespace tf::workspace
