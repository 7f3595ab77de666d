#include "app/ingest/pack/pack.h"

#include "app/ingest/pack/pack_text.h"
#include "app/ingest/pack/worth.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::ingest {

namespace {

struct Candidate {
    PackedFile file;
    Worth worth = Worth::Source; ///< found out when something must be cut
    bool isCut = false;
};

std::vector<Candidate> candidatesOf(const Listing& listing, const Counts& counts,
                                    const CountText& count)
{
    std::vector<Candidate> candidates;
    for (std::size_t idx = 0; idx < listing.entries.size(); ++idx) {
        const Entry& entry = listing.entries[idx];
        if (entry.kind != EntryKind::File || entry.verdict.why != Why::Included)
            continue;
        const auto tokens = tokensInPack(entry, counts[idx], count);
        candidates.push_back({{idx, tokens}, Worth::Source, false});
    }
    return candidates;
}

/// Of the files of one worth, the smallest that is enough, else the largest; null: none is left.
Candidate* nextToCut(std::vector<Candidate*>& bySize, std::int64_t excess)
{
    if (bySize.empty())
        return nullptr;
    auto enough = std::lower_bound(bySize.begin(), bySize.end(), excess,
                                   [](const Candidate* candidate, std::int64_t tokens) {
                                       return candidate->file.tokens < tokens;
                                   });
    if (enough == bySize.end())
        --enough;
    Candidate* chosen = *enough;
    bySize.erase(enough);
    return chosen;
}

class Cutter {
public:
    Cutter(const Listing& listing, std::vector<Candidate>& candidates, std::int64_t total,
           std::int64_t budget)
        : m_listing(listing)
        , m_candidates(candidates)
        , m_total(total)
        , m_budget(budget)
    {
    }

    std::vector<Cut> run()
    {
        for (Candidate& candidate : m_candidates)
            candidate.worth = worthOf(m_listing.entries[candidate.file.entry].path);
        cutHopeless();
        for (int worth = 0; worth < kNumWorths; ++worth)
            cutOf(static_cast<Worth>(worth));
        return std::move(m_cuts);
    }

private:
    void cut(Candidate& candidate, std::string reason)
    {
        candidate.isCut = true;
        m_total -= candidate.file.tokens;
        m_cuts.push_back({m_listing.entries[candidate.file.entry].path, candidate.file.tokens,
                          std::move(reason)});
    }

    void cutHopeless()
    {
        for (Candidate& candidate : m_candidates) {
            if (candidate.file.tokens > m_budget)
                cut(candidate, "larger than the whole budget");
        }
    }

    void cutOf(Worth worth)
    {
        std::vector<Candidate*> bySize;
        for (Candidate& candidate : m_candidates) {
            if (candidate.worth == worth && !candidate.isCut)
                bySize.push_back(&candidate);
        }
        std::stable_sort(bySize.begin(), bySize.end(), [](const auto* left, const auto* right) {
            return left->file.tokens < right->file.tokens;
        });
        while (m_total > m_budget) {
            Candidate* next = nextToCut(bySize, m_total - m_budget);
            if (next == nullptr)
                return;
            cut(*next, words("over the budget: ", turnOf(worth)));
        }
    }

    const Listing& m_listing;
    std::vector<Candidate>& m_candidates;
    std::int64_t m_total;
    std::int64_t m_budget;
    std::vector<Cut> m_cuts;
};

std::int64_t tokensOf(const std::vector<Candidate>& candidates)
{
    std::int64_t tokens = 0;
    for (const Candidate& candidate : candidates)
        tokens += candidate.isCut ? 0 : candidate.file.tokens;
    return tokens;
}

} // namespace

std::int64_t roughCount(std::string_view text)
{
    return static_cast<std::int64_t>(text.size()) / 4 + 2;
}

PackPlan planPack(const Listing& listing, const Counts& counts, Budget budget,
                  const CountText& count)
{
    auto candidates = candidatesOf(listing, counts, count);
    const auto end = count(packEnd(listing, candidates.size()));
    PackPlan plan;
    if (budget && tokensOf(candidates) + end > *budget)
        plan.cuts = Cutter(listing, candidates, tokensOf(candidates) + end, *budget).run();
    plan.quality = Quality::Exact;
    for (const Candidate& candidate : candidates) {
        if (candidate.isCut)
            continue;
        plan.files.push_back(candidate.file);
        plan.tokens += candidate.file.tokens;
        if (counts[candidate.file.entry].quality == Quality::Estimated)
            plan.quality = Quality::Estimated;
    }
    plan.tokens += count(packEnd(listing, plan.files.size()));
    return plan;
}

Result<Pack> writePack(const Listing& listing, const PackPlan& plan, const ReadFile& read)
{
    Pack pack = TRY(writeFiles(listing, plan, read));
    pack.text += packEnd(listing, plan.files.size());
    return pack;
}

} // namespace tf::ingest
