#include "app/cli/ingest/plan_report.h"

#include "app/cli/ingest/verdict_words.h"
#include "app/cli/json_lines.h"
#include "app/cli/shown_text.h"
#include "engine/json/utf8_repair.h"
#include "engine/json/value.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <map>

namespace tf::cli {

namespace {

using ingest::Entry;
using ingest::Quality;
using ingest::Why;

constexpr std::size_t kNumberWidth = 11;
constexpr std::size_t kMostCuts = 40; ///< lines of them, where not each is asked for

/// 1234567 as 1,234,567.
std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3)
        digits.insert(static_cast<std::size_t>(place), 1, ',');
    return digits;
}

std::string column(const std::string& number)
{
    return std::string(kNumberWidth - std::min(kNumberWidth, number.size()), ' ') + number;
}

std::string tokens(std::int64_t number, Quality quality)
{
    return words(quality == Quality::Estimated ? "~" : "", grouped(number));
}

std::string filesInWords(std::int64_t number)
{
    return words(grouped(number), number == 1 ? " file" : " files");
}

std::string titleLine(const ingest::Listing& listing)
{
    std::string line = shownText(listing.title);
    if (!listing.commit.empty())
        line += words(", commit ", listing.commit.substr(0, 12));
    if (!listing.branch.empty())
        line += words(" on ", shownText(listing.branch));
    return line + "\n";
}

std::string fileLines(const PlanView& view)
{
    std::string lines = column("tokens") + "  file\n";
    for (const ingest::PackedFile& file : view.plan.files)
        lines += words(column(tokens(file.tokens, view.counts[file.entry].quality)), "  ",
                       shownText(view.listing.entries[file.entry].path), "\n");
    return lines;
}

std::string cutLines(const PlanView& view, ShowExcluded excluded)
{
    const auto& cuts = view.plan.cuts;
    if (cuts.empty())
        return "";
    std::string lines = "\ncut to fit the budget\n";
    const auto numShown =
        excluded == ShowExcluded::Each ? cuts.size() : std::min(cuts.size(), kMostCuts);
    for (std::size_t idx = 0; idx < numShown; ++idx)
        lines += words(column(grouped(cuts[idx].tokens)), "  ", shownText(cuts[idx].path), ": ",
                       cuts[idx].reason, "\n");
    if (numShown < cuts.size())
        lines += words(column(""), "  and ", grouped(std::int64_t(cuts.size() - numShown)),
                       " more, with --all\n");
    return lines;
}

std::string reasonOf(const Entry& entry)
{
    const auto& verdict = entry.verdict;
    std::string reason(sentence(verdict.why));
    if (!verdict.detail.empty())
        reason += words(" (", shownText(verdict.detail), ")");
    return reason;
}

/// As a path: a folder ends in a slash.
std::string placeOf(const Entry& entry)
{
    return shownText(entry.path) + (entry.kind == ingest::EntryKind::Folder ? "/" : "");
}

std::string eachExcluded(const ingest::Listing& listing)
{
    std::string lines;
    for (const Entry& entry : listing.entries) {
        if (entry.verdict.why != Why::Included)
            lines += words("  ", placeOf(entry), ": ", reasonOf(entry), "\n");
    }
    return lines;
}

std::string excludedGroups(const ingest::Listing& listing)
{
    struct Group {
        std::int64_t number = 0;
        std::string first;
    };
    std::map<std::string, Group> byReason;
    for (const Entry& entry : listing.entries) {
        if (entry.verdict.why == Why::Included)
            continue;
        Group& group = byReason[reasonOf(entry)];
        if (group.number++ == 0)
            group.first = placeOf(entry);
    }
    std::vector<std::pair<std::string, Group>> groups(byReason.begin(), byReason.end());
    std::stable_sort(groups.begin(), groups.end(), [](const auto& left, const auto& right) {
        return left.second.number > right.second.number;
    });
    std::string lines;
    for (const auto& [reason, group] : groups)
        lines += words(column(grouped(group.number)), "  ", reason, ": ", group.first,
                       group.number > 1 ? ", …" : "", "\n");
    return lines;
}

std::string totalLine(const PlanView& view)
{
    std::string line = words("\n", tokens(view.plan.tokens, view.plan.quality), " tokens in ",
                             filesInWords(static_cast<std::int64_t>(view.plan.files.size())));
    if (view.budget)
        line += words(", of a budget of ", grouped(*view.budget));
    if (view.plan.quality == Quality::Estimated)
        line += "; ~ is an estimate, --exact counts";
    return line + "\n";
}

json::Member member(std::string_view name, std::string_view text)
{
    return {std::string(name), json::Value::string(json::repairedUtf8(text))};
}

json::Member member(std::string_view name, std::int64_t number)
{
    return {std::string(name), json::Value::number(std::to_string(number))};
}

json::Member member(std::string_view name, Quality quality)
{
    return member(name, quality == Quality::Exact ? "exact" : "estimated");
}

template <class Items, class MakeItem>
json::Member listMember(std::string_view name, const Items& items, const MakeItem& makeItem)
{
    std::vector<json::Value> values;
    values.reserve(items.size());
    for (const auto& item : items)
        values.push_back(makeItem(item));
    return {std::string(name), json::Value::array(std::move(values))};
}

json::Value fileValue(const PlanView& view, const ingest::PackedFile& file)
{
    const Entry& entry = view.listing.entries[file.entry];
    return json::Value::object({member("path", entry.path), member("tokens", file.tokens),
                                member("quality", view.counts[file.entry].quality),
                                member("bytes", entry.size), member("blob", entry.blob)});
}

json::Value excludedValue(const Entry& entry)
{
    return json::Value::object({member("path", entry.path), member("kind", word(entry.kind)),
                                member("why", word(entry.verdict.why)),
                                member("detail", entry.verdict.detail)});
}

} // namespace

std::string planText(const PlanView& view, ShowExcluded excluded)
{
    const auto left =
        excluded == ShowExcluded::Each ? eachExcluded(view.listing) : excludedGroups(view.listing);
    return titleLine(view.listing) + fileLines(view) + cutLines(view, excluded)
        + (left.empty() ? "" : "\nnot sent\n" + left) + totalLine(view);
}

std::string planJson(const PlanView& view)
{
    std::vector<const Entry*> excluded;
    for (const Entry& entry : view.listing.entries) {
        if (entry.verdict.why != Why::Included)
            excluded.push_back(&entry);
    }
    const auto budget =
        view.budget ? json::Value::number(std::to_string(*view.budget)) : json::Value::null();
    return jsonLine(json::write(json::Value::object(
        {member("title", view.listing.title),
         member("commit", view.listing.commit),
         member("branch", view.listing.branch),
         member("tokens", view.plan.tokens),
         member("quality", view.plan.quality),
         {"budget", budget},
         listMember("files", view.plan.files,
                    [&](const ingest::PackedFile& file) { return fileValue(view, file); }),
         listMember("cuts", view.plan.cuts,
                    [](const ingest::Cut& cut) {
                        return json::Value::object({member("path", cut.path),
                                                    member("tokens", cut.tokens),
                                                    member("reason", cut.reason)});
                    }),
         listMember("excluded", excluded, [](const Entry* entry) { return excludedValue(*entry); }),
         listMember("notices", view.listing.notices, [](const std::string& notice) {
             return json::Value::string(json::repairedUtf8(notice));
         })})));
}

} // namespace tf::cli
