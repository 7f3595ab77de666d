#include "app/workspace/tray/repository_reading.h"

#include "app/draft/repository_changes.h"
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
constexpr int kMoreTries = 2;

class RepositoryReading {
public:
    RepositoryReading(const Offer& offer, const ReadingMeans& means)
        : m_place(offer.place)
        , m_means(means)
    {
        if (const auto* choice = std::get_if<RepositoryChoice>(&offer.choice))
            m_wish.choice = choice->rules;
        m_taken.item.kind = TrayKind::Repository;
        m_taken.item.title = titleOf(offer);
        m_taken.place = offer.place;
        m_taken.share = means.share;
    }

    TakenResult read() &&
    {
        tell(said(Said::tr("looking at it")));
        TRY(obtain());
        auto repository = TRY(ingest::Repository::open(m_wish.folder));
        auto read = readOnce(repository);
        // Somebody works in the folder: what vanished meanwhile is not listed the next time.
        for (int left = kMoreTries; left > 0 && hasVanished(read); --left)
            read = readOnce(repository);
        TRY(std::move(read));
        describe();
        return std::make_shared<Taken>(std::move(m_taken));
    }

private:
    Result<> readOnce(ingest::Repository& repository)
    {
        if (m_means.sent) {
            TRY(find(repository));
            return packChanges(repository);
        }
        TRY(list(repository));
        TRY(count());
        TRY(checkPlan());
        return pack(repository);
    }
    /// A file that was listed and planned is gone.
    [[nodiscard]] bool hasVanished(const Result<>& read) const
    {
        return !read && read.error().code == Code::NotFound && m_look && !plan().files.empty();
    }

    Result<> obtain();
    Result<> list(ingest::Repository& repository);
    Result<> count();
    [[nodiscard]] Result<> checkPlan() const;
    Result<> find(ingest::Repository& repository);
    Result<> packChanges(ingest::Repository& repository);
    using Packed = std::function<Result<draft::RepositoryPart>(draft::LeakGate&)>;
    Result<> passBoth(const Packed& packed);
    Result<> pack(ingest::Repository& repository);
    void describe();

    void look(draft::CountedListing found, ingest::Quality counted);
    void show(std::shared_ptr<RepositoryLook> look);
    void nameIt();
    void tell(std::string_view doing, std::int64_t done = 0, std::int64_t total = 0)
    {
        m_taken.item.detail = std::string(doing);
        m_taken.item.done = done;
        m_taken.item.total = total;
        m_means.tell(m_taken.item);
    }
    [[nodiscard]] const ingest::Listing& listing() const { return m_look->found->listing; }
    [[nodiscard]] const ingest::PackPlan& plan() const { return m_look->plan; }

    const std::string& m_place;
    const ReadingMeans& m_means;
    draft::RepositoryWish m_wish;
    std::shared_ptr<const RepositoryLook> m_look; ///< once it is listed
    std::shared_ptr<const draft::FoundChanges> m_changes; ///< of these alone, where it was sent
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

/// What is known of it now, planned within what it may take.
void RepositoryReading::look(draft::CountedListing found, ingest::Quality counted)
{
    const auto* tokenizer = counted == ingest::Quality::Exact ? m_means.tokenizer.get() : nullptr;
    auto look = std::make_shared<RepositoryLook>();
    look->folder = m_wish.folder;
    look->plan = ingest::planPack(found.listing, found.counts, m_means.share.tokens,
                                  draft::countingWith(tokenizer));
    if (counted == ingest::Quality::Estimated)
        look->plan.quality = counted; // of no files too
    look->quality = look->plan.quality;
    look->found = std::make_shared<const draft::CountedListing>(std::move(found));
    show(std::move(look));
}

void RepositoryReading::show(std::shared_ptr<RepositoryLook> look)
{
    m_look = std::move(look);
    m_taken.item.repository = m_look;
    m_taken.item.tokens = plan().tokens;
    m_taken.item.quality = plan().quality;
}

void RepositoryReading::nameIt()
{
    std::string& title = m_taken.item.title;
    title = listing().title;
    if (!listing().commit.empty())
        title += words(" @ ", listing().commit.substr(0, kShownCommitDigits));
    const auto isChanged = [](const ingest::Entry& entry) {
        const bool isNew = entry.state == ingest::FileState::Changed
            || entry.state == ingest::FileState::Untracked;
        return isNew && entry.verdict.why == ingest::Why::Included;
    };
    const auto& entries = listing().entries;
    if (const auto number = std::count_if(entries.begin(), entries.end(), isChanged); number > 0)
        title += words(" +", number);
}

Result<> RepositoryReading::list(ingest::Repository& repository)
{
    const auto progress = [this](draft::Step, std::int64_t done, std::int64_t total) {
        tell(said(Said::tr("listing files")), done, total);
    };
    look(TRY(draft::countRepository(repository, m_wish, nullptr, m_means.cancel, progress)),
         ingest::Quality::Estimated);
    nameIt();
    tell(said(Said::tr("counting tokens")));
    return {};
}

/// The listing is copied once, because the one that is shown learns nothing more.
Result<> RepositoryReading::count()
{
    if (!m_means.tokenizer)
        return {};
    const auto progress = [this](const ingest::CountProgress& now) {
        tell(said(Said::tr("counting tokens")), now.files, now.totalFiles);
    };
    draft::CountedListing found{listing(), {}};
    auto exact = TRY(ingest::countExactly(found.listing, m_wish.folder, *m_means.tokenizer,
                                          ingest::defaultCountCache(), m_means.cancel, progress));
    found.counts = std::move(exact.counts);
    for (std::string& notice : exact.notices)
        found.listing.notices.push_back(std::move(notice));
    look(std::move(found), ingest::Quality::Exact);
    tell(said(Said::tr("reading files")));
    return {};
}

Result<> RepositoryReading::checkPlan() const
{
    if (!plan().files.empty())
        return {};
    if (plan().cuts.empty())
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
    const auto packed = [&](draft::LeakGate& gate) {
        return draft::packRepository(repository, m_wish, listing(), plan(), gate, m_means.cancel,
                                     progress);
    };
    return passBoth(packed);
}

Result<> RepositoryReading::passBoth(const Packed& packed)
{
    Gated<draft::RepositoryPart>& part = m_repository.part;
    part = {};
    part.asItIs = TRY(packed(part.found));
    if (!part.found.leaks().empty())
        part.redacted = TRY(packed(part.replaced));
    return {};
}

/// What is another one than was sent, with its counts.
Result<> RepositoryReading::find(ingest::Repository& repository)
{
    const auto progress = [this](draft::Step step, std::int64_t done, std::int64_t total) {
        const bool isListing = step == draft::Step::Listing;
        tell(said(isListing ? Said::tr("listing files") : Said::tr("counting tokens")), done,
             total);
    };
    auto found = std::make_shared<draft::FoundChanges>(TRY(draft::findChanges(
        repository, m_wish, *m_means.sent, m_means.tokenizer.get(), m_means.cancel, progress)));
    auto look = std::make_shared<RepositoryLook>();
    look->folder = m_wish.folder;
    look->found = {found, &found->now};
    look->plan = found->plan;
    look->quality = m_means.tokenizer ? ingest::Quality::Exact : ingest::Quality::Estimated;
    show(std::move(look));
    m_changes = std::move(found);
    nameIt();
    tell(said(Said::tr("reading files")));
    if (m_changes->numFiles() == 0)
        return Error(Code::NotFound, said(Said::tr("nothing of it changed since the last answer")));
    if (const auto& room = m_means.share.tokens; room && plan().tokens > *room)
        return Error(Code::BadInput,
                     said(Said::tr("what changed takes %1 tokens, and there is room for %2"),
                          {shownNumber(plan().tokens), shownNumber(*room)}));
    return {};
}

Result<> RepositoryReading::packChanges(ingest::Repository& repository)
{
    const auto progress = [this](draft::Step, std::int64_t done, std::int64_t total) {
        tell(said(Said::tr("reading files")), done, total);
    };
    const auto packed = [&](draft::LeakGate& gate) {
        return draft::packChanges(repository, m_wish, *m_changes, gate, m_means.cancel, progress);
    };
    return passBoth(packed);
}

void RepositoryReading::describe()
{
    TrayItem& item = m_taken.item;
    const auto numFiles = std::ssize(plan().files);
    const auto numCut = std::ssize(plan().cuts);
    item.state = TrayState::Ready;
    item.detail = m_changes ? shownCount(std::int64_t(m_changes->numFiles()),
                                         Said::tr("1 changed file"), Said::tr("%1 changed files"))
                            : shownCount(numFiles, Said::tr("1 file"), Said::tr("%1 files"));
    if (numCut > 0) {
        item.detail = said(Said::tr("%1 of %2 files"),
                           {shownNumber(numFiles), shownNumber(numFiles + numCut)});
        item.notices.push_back(said(numCut == 1
                                        ? Said::tr("1 file does not fit and is left out: %2")
                                        : Said::tr("%1 files do not fit and are left out: %2"),
                                    {shownNumber(numCut), plan().cuts.front().reason}));
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

TakenResult readRepository(const Offer& offer, const ReadingMeans& means)
{
    return RepositoryReading(offer, means).read();
}

} // namespace tf::workspace
