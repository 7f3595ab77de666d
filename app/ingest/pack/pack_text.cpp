#include "app/ingest/pack/pack_text.h"

#include "app/ingest/shown/shown_file.h"
#include "kernels/base/words.h"

namespace tf::ingest {

std::int64_t tokensInPack(const Entry& entry, const Count& content, const CountText& count)
{
    return content.tokens + count(shownHeader(entry.path));
}

std::string packEnd(const Listing& listing, std::size_t numFiles)
{
    std::string end =
        words("=== end of ", listing.title, ": ", numFiles, numFiles == 1 ? " file" : " files");
    if (!listing.branch.empty())
        end += words(", branch ", listing.branch);
    if (!listing.commit.empty())
        end += words(", commit ", listing.commit);
    return end + " ===\n";
}

Result<Pack> writeFiles(const Listing& listing, const PackPlan& plan, const ReadFile& read)
{
    Pack pack;
    for (const PackedFile& file : plan.files) {
        const Entry& entry = listing.entries[file.entry];
        auto content = read(entry);
        if (!content)
            return std::move(content).error().because(entry.path);
        const ShownLines shown = shownLines(content->bytes);
        if (shown.isRepaired)
            pack.notices.push_back(
                words(entry.path, ": bytes that are no UTF-8 are shown as U+FFFD"));
        pack.text += shownHeader(entry.path);
        pack.text += shown.text;
        pack.manifest.push_back({.blob = content->blob,
                                 .path = entry.path,
                                 .lines = {shown.numLines == 0 ? 0 : 1, shown.numLines},
                                 .tokens = file.tokens,
                                 .role = session::ItemRole::Source});
    }
    return pack;
}

} // namespace tf::ingest
