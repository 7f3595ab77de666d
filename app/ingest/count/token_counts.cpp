#include "app/ingest/count/token_counts.h"

#include "app/ingest/count/bytes_per_token.h"

#include <cmath>

namespace tf::ingest {

Counts estimate(const Listing& listing)
{
    Counts counts;
    counts.reserve(listing.entries.size());
    for (const Entry& entry : listing.entries) {
        const auto name = std::string_view(entry.path).substr(entry.path.rfind('/') + 1);
        Count count;
        if (entry.kind == EntryKind::File && entry.size > 0)
            count.tokens =
                std::llround(std::ceil(static_cast<double>(entry.size) / bytesPerToken(name)));
        counts.push_back(count);
    }
    return counts;
}

} // namespace tf::ingest
