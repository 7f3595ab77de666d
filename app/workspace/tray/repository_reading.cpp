#include "app/workspace/tray/repository_reading.h"

#include "app/ingest/count/count_cache.h"
#include "app/ingest/obtain/address.h"
#include "app/ingest/obtain/git_words.h"
#include "app/ingest/obtain/obtain.h"
#include "app/workspace/said.h"
#include "app/workspace/tray/amount.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <array>

namespace tf::workspace {

namespace {

constexpr std::array<std::string_view, 12> kArchiveEndings = {
    ".zip",    ".tar", ".tgz",     ".tar.gz", ".tar.bz2",  ".tbz2",
    ".tar.xz", ".txz", ".tar.zst", ".tzst",   ".tar.lzma", ".7z"};
constexpr std::size_t kShownCommitDigits = 7;

class RepositoryReading {
public:
    RepositoryReading(const std::string& place, const ReadingMeans& means)
        : m_place(place)
        , m_means(means)
    {
        m_taken.item.kind = TrayKind::Repository;
        m_taken.item.title = titleOf({.place = place});
        m_taken.place = place;
        m_taken.share = means.share;
    }

    TakenResult read() &&
    {
        tell(said(Said::tr("looking at it")));
        TRY(obtain());
        auto repository = TRY(ingest::Repository::open(m_wish.folder));
        TRY(count(repository));
        TRY(plan());
        TRY(pack(repository));
        describe();
        return std::make_shared<Taken>(std::move(m_taken));
    }

private:
    Result<> obtain();
    Result<> count(ingest::Repository& repository);
    Result<> plan();
    Result<> pack(ingest::Repository& repository);
    void describe();

    void estimate();
    void tell(std::string_view doing, std::int64_t done = 0, std::int64_t total = 0)
    {
        m_taken.item.detail = std::string(doing);
        m_taken.item.done = done;
        m_taken.item.total = total;
        m_means.tell(m_taken.item);
    }
    [[nodiscard]] const ingest::Listing& listing() const { return m_found.listing; }

    const std::string& m_place;
    const ReadingMeans& m_means;
    draft::RepositoryWish m_wish;
    draft::CountedListing m_found;
    ingest::PackPlan m_plan;
    TakenRepository m_repository;
    Taken m_taken;
};

Result<> RepositoryReading::obtain()
{
    std::error_code fault;
    const bool isAddress = ingest::looksLikeAddress(m_place);
    if (!isAddress && std::filesystem::is_directory(m_place, fault)) {
        m_wish.folder = draft::namedFolder(m_place);
        return {};
    }
    ingest::ObtainChoice choice;
    choice.mayReachNetwork = m_means.mayFetch;
    const auto progress = [this](const ingest::ObtainProgress& now) {
        tell(now.doing.empty() ? said(Said::tr("unpacking")) : now.doing, now.done, now.total);
    };
    auto obtained = TRY(ingest::obtain(m_place, choice, m_means.cancel, progress));
    m_wish.folder = std::move(obtained.root);
    m_wish.title = std::move(obtained.title);
    m_wish.place = isAddress ? m_place : draft::namedFolder(m_place).native();
    m_taken.item.notices = std::move(obtained.notices);
    m_repository.use = std::move(obtained.use);
    return {};
}

/// What is known before anything is read.
void RepositoryReading::estimate()
{
    TrayItem& item = m_taken.item;
    item.title = listing().title;
    if (!listing().commit.empty())
        item.title += words(" @ ", listing().commit.substr(0, kShownCommitDigits));
    const auto isChanged = [](const ingest::Entry& entry) {
        const bool isNew = entry.state == ingest::FileState::Changed
            || entry.state == ingest::FileState::Untracked;
        return isNew && entry.verdict.why == ingest::Why::Included;
    };
    const auto& entries = listing().entries;
    if (const auto number = std::count_if(entries.begin(), entries.end(), isChanged); number > 0)
        item.title += words(" +", number);
    item.tokens = ingest::planPack(listing(), m_found.counts, std::nullopt).tokens;
    item.quality = ingest::Quality::Estimated;
}

Result<> RepositoryReading::count(ingest::Repository& repository)
{
    const auto progress = [this](draft::Step, std::int64_t done, std::int64_t total) {
        tell(said(Said::tr("listing files")), done, total);
    };
    m_found = TRY(draft::countRepository(repository, m_wish, nullptr, m_means.cancel, progress));
    estimate();
    tell(said(Said::tr("counting tokens")));
    if (!m_means.tokenizer)
        return {};
    const auto counted = [this](const ingest::CountProgress& now) {
        tell(said(Said::tr("counting tokens")), now.files, now.totalFiles);
    };
    auto exact = TRY(ingest::countExactly(m_found.listing, m_wish.folder, *m_means.tokenizer,
                                          ingest::defaultCountCache(), m_means.cancel, counted));
    m_found.counts = std::move(exact.counts);
    for (std::string& notice : exact.notices)
        m_found.listing.notices.push_back(std::move(notice));
    return {};
}

Result<> RepositoryReading::plan()
{
    m_plan = ingest::planPack(listing(), m_found.counts, m_means.share.tokens,
                              draft::countingWith(m_means.tokenizer.get()));
    if (!m_plan.files.empty())
        return {};
    if (m_plan.cuts.empty())
        return Error(Code::NotFound,
                     said(Said::tr("there is no file in it that a model could read")));
    return Error(Code::BadInput,
                 said(Said::tr("none of its files fits into the %1 tokens that are left"),
                      {shownNumber(*m_means.share.tokens)}));
}

Result<> RepositoryReading::pack(ingest::Repository& repository)
{
    const auto progress = [this](draft::Step, std::int64_t done, std::int64_t total) {
        tell(said(Said::tr("reading files")), done, total);
    };
    Gated<draft::RepositoryPart>& part = m_repository.part;
    const auto packed = [&](draft::LeakGate& gate) {
        return draft::packRepository(repository, m_wish, listing(), m_plan, gate, m_means.cancel,
                                     progress);
    };
    part.asItIs = TRY(packed(part.found));
    if (!part.found.leaks().empty())
        part.redacted = TRY(packed(part.replaced));
    return {};
}

void RepositoryReading::describe()
{
    TrayItem& item = m_taken.item;
    const auto numFiles = std::ssize(m_plan.files);
    const auto numCut = std::ssize(m_plan.cuts);
    item.state = TrayState::Ready;
    item.tokens = m_plan.tokens;
    item.quality = m_plan.quality;
    item.detail = shownCount(numFiles, Said::tr("1 file"), Said::tr("%1 files"));
    if (numCut > 0) {
        item.detail = said(Said::tr("%1 of %2 files"),
                           {shownNumber(numFiles), shownNumber(numFiles + numCut)});
        item.notices.push_back(said(numCut == 1
                                        ? Said::tr("1 file does not fit and is left out: %2")
                                        : Said::tr("%1 files do not fit and are left out: %2"),
                                    {shownNumber(numCut), m_plan.cuts.front().reason}));
    }
    const auto add = [&item](const std::vector<std::string>& notices) {
        item.notices.insert(item.notices.end(), notices.begin(), notices.end());
    };
    add(listing().notices);
    add(m_repository.part.asItIs.pack.notices);
    m_taken.what = std::move(m_repository);
}

std::string inSmallLetters(std::string_view text)
{
    std::string small(text);
    for (char& c : small)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return small;
}

} // namespace

bool isPackedSource(std::string_view path, std::string_view head)
{
    const std::string name = inSmallLetters(path);
    const auto endsName = [&name](std::string_view ending) { return name.ends_with(ending); };
    return ingest::isBundle(head)
        || std::any_of(kArchiveEndings.begin(), kArchiveEndings.end(), endsName);
}

TakenResult readRepository(const std::string& place, const ReadingMeans& means)
{
    return RepositoryReading(place, means).read();
}

} // namespace tf::workspace
