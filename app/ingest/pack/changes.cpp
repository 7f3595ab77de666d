#include "app/ingest/pack/changes.h"

#include "app/ingest/pack/pack_text.h"
#include "kernels/base/words.h"

#include <map>
#include <set>
#include <string_view>

namespace tf::ingest {

namespace {

/// The last content of each path that was sent.
std::map<std::string_view, std::string_view> lastSent(std::span<const session::ManifestItem> sent)
{
    std::map<std::string_view, std::string_view> last;
    for (const auto& item : sent) {
        if (item.role != session::ItemRole::Source)
            continue;
        if (item.blob.empty()) // said to be gone
            last.erase(item.path);
        else
            last[item.path] = item.blob;
    }
    return last;
}

std::string endOfChanges(const Listing& listing, const Changes& changes)
{
    std::string end;
    for (const std::string& path : changes.removed)
        end += words("=== ", path, " is gone ===\n");
    const auto numFiles = changes.added.size() + changes.changed.size();
    return end
        + words("=== these files of ", listing.title, " are new or changed (", numFiles,
                "); the others are as shown before ===\n");
}

} // namespace

Changes changesSince(std::span<const session::ManifestItem> sent, const std::vector<Cut>& cuts,
                     const Listing& listing)
{
    auto known = lastSent(sent);
    std::set<std::string_view> wasCut;
    for (const Cut& cut : cuts)
        wasCut.insert(cut.path);
    Changes changes;
    for (std::size_t idx = 0; idx < listing.entries.size(); ++idx) {
        const Entry& entry = listing.entries[idx];
        if (entry.kind != EntryKind::File || entry.verdict.why != Why::Included)
            continue;
        const auto before = known.find(entry.path);
        if (before == known.end()) {
            if (!wasCut.contains(entry.path))
                changes.added.push_back(idx);
            continue;
        }
        if (entry.blob.empty())
            changes.unread.push_back(idx);
        else if (entry.blob != before->second)
            changes.changed.push_back(idx);
        known.erase(before);
    }
    for (const auto& [path, blob] : known)
        changes.removed.emplace_back(path);
    return changes;
}

PackPlan planChanges(const Listing& listing, const Changes& changes, const Counts& counts,
                     const CountText& count)
{
    std::set<std::size_t> entries(changes.added.begin(), changes.added.end());
    entries.insert(changes.changed.begin(), changes.changed.end());
    PackPlan plan;
    plan.quality = Quality::Exact;
    for (const std::size_t idx : entries) {
        const auto tokens = tokensInPack(listing.entries[idx], counts[idx], count);
        plan.files.push_back({idx, tokens});
        plan.tokens += tokens;
        if (counts[idx].quality == Quality::Estimated)
            plan.quality = Quality::Estimated;
    }
    plan.tokens += count(endOfChanges(listing, changes));
    return plan;
}

Result<Pack> writeChanges(const Listing& listing, const Changes& changes, const PackPlan& plan,
                          const ReadFile& read)
{
    Pack pack = TRY(writeFiles(listing, plan, read));
    pack.text += endOfChanges(listing, changes);
    for (const std::string& path : changes.removed)
        pack.manifest.push_back({{}, path, {}, 0, session::ItemRole::Source});
    return pack;
}

} // namespace tf::ingest
