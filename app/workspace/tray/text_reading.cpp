#include "app/workspace/tray/text_reading.h"

#include "app/ingest/shown/shown_file.h"
#include "app/workspace/said.h"
#include "app/workspace/tray/amount.h"
#include "engine/json/utf8_repair.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::workspace {

namespace {

constexpr std::int64_t kLongText = 20'000; ///< tokens
constexpr std::size_t kMostTextBytes = std::size_t(16) << 20;

NumberedText numbered(std::string_view name, std::string raw)
{
    auto lines = ingest::shownLines(raw);
    return {words(ingest::shownHeader(name), lines.text), std::move(raw), lines.numLines};
}

} // namespace

bool isText(std::string_view head)
{
    head.remove_suffix(json::unfinishedUtf8(head));
    return mayBeText(head) && json::repairedUtf8(head) == head;
}

bool mayBeText(std::string_view head)
{
    const auto isStrange = [](char c) {
        const bool isSpace = c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\x1b';
        return static_cast<unsigned char>(c) < ' ' && !isSpace;
    };
    const auto numStrange = std::count_if(head.begin(), head.end(), isStrange);
    return head.find('\0') == std::string_view::npos
        && static_cast<std::size_t>(numStrange) * 100 <= head.size();
}

TakenResult readText(std::string title, std::string bytes, const ReadingMeans& means)
{
    if (bytes.size() > kMostTextBytes)
        return Error(Code::BadInput,
                     said(Said::tr("%1 of text; no more than %2 go along"),
                          {shownBytes(std::ssize(bytes)), shownBytes(kMostTextBytes)}));
    TRY(means.cancel.check());
    auto taken = std::make_shared<Taken>();
    TakenText text{std::move(title), {}};
    std::string repaired = json::repairedUtf8(bytes);
    TrayItem& item = taken->item;
    if (repaired != bytes)
        item.notices.push_back(said(Said::tr("bytes in it that are no UTF-8 were replaced")));
    Gated<NumberedText>& gated = text.text;
    gated.found.passName(text.name);
    gated.asItIs = numbered(text.name, gated.found.pass(text.name, std::move(repaired)));
    if (!gated.found.leaks().empty()) {
        gated.replaced.passName(text.name);
        gated.redacted = numbered(text.name, gated.replaced.pass(text.name, gated.asItIs.raw));
    }
    item.kind = TrayKind::Text;
    item.state = TrayState::Ready;
    item.title = text.name;
    item.detail = shownCount(gated.asItIs.numLines, Said::tr("1 line"), Said::tr("%1 lines"));
    item.tokens = draft::countingWith(means.tokenizer.get())(gated.asItIs.shown);
    item.quality = means.tokenizer ? ingest::Quality::Exact : ingest::Quality::Estimated;
    if (item.tokens > kLongText)
        item.notices.push_back(
            said(Said::tr("a long text: %1 tokens of it go along"), {shownNumber(item.tokens)}));
    taken->share = means.share;
    taken->what = std::move(text);
    return taken;
}

std::shared_ptr<const Taken> nameAlone(const TrayItem& item, std::int64_t bytes)
{
    auto taken = std::make_shared<Taken>();
    TakenText text{item.title, {}};
    const auto line = words("A file of ", plainBytes(bytes), " that is not included.\n");
    text.text.found.passName(text.name);
    text.text.asItIs = {words(ingest::shownHeader(text.name), line), line, 1};
    taken->item = item;
    taken->item.state = TrayState::Ready;
    taken->item.detail = said(Said::tr("its name alone"));
    taken->item.tokens = ingest::roughCount(text.text.asItIs.shown);
    taken->what = std::move(text);
    return taken;
}

} // namespace tf::workspace
