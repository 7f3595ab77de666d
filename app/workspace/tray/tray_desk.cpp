#include "app/workspace/tray/tray_desk.h"

#include "app/workspace/tray/picture_reading.h"
#include "app/workspace/tray/text_reading.h"

#include <QRunnable>
#include <QThread>

#include <algorithm>

namespace tf::workspace {

namespace {

constexpr std::chrono::milliseconds kPause{100};
constexpr std::chrono::milliseconds kBetweenWords{50};

} // namespace

/// One reading of one thing. Talks through the mailbox alone.
class TrayDesk::Job : public QRunnable {
public:
    Job(TrayId id, std::int64_t round, Offer offer, ReadingMeans means,
        std::shared_ptr<Words> words)
        : m_id(id)
        , m_round(round)
        , m_offer(std::move(offer))
        , m_means(std::move(means))
        , m_words(std::move(words))
    {
        m_means.tell = [this](const TrayItem& item) { tell(item); };
    }

    void run() override
    {
        auto taken = readOffer(m_offer, m_means);
        if (m_means.cancel.cancelled())
            return;
        if (taken)
            m_words->post({m_id, m_round, std::shared_ptr<const Taken>(std::move(*taken))});
        else
            m_words->post({m_id, m_round, std::move(taken).error()});
    }

private:
    void tell(const TrayItem& item)
    {
        const auto now = std::chrono::steady_clock::now();
        const bool isLook = item.repository != m_lastLook;
        if ((now - m_lastWord < kBetweenWords && !isLook) || m_means.cancel.cancelled())
            return;
        m_lastWord = now;
        m_lastLook = item.repository;
        m_words->post({m_id, m_round, item});
    }

    TrayId m_id;
    std::int64_t m_round;
    Offer m_offer;
    ReadingMeans m_means;
    std::shared_ptr<Words> m_words;
    std::chrono::steady_clock::time_point m_lastWord;
    std::shared_ptr<const RepositoryLook> m_lastLook;
};

TrayDesk::TrayDesk(std::function<void()> changed)
    : m_changed(std::move(changed))
    , m_decoder(lazyDecoder())
{
    m_words = std::make_shared<Words>([this] {
        QMetaObject::invokeMethod(
            &m_here, [this] { takeWords(); }, Qt::QueuedConnection);
    });
    m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 2, 4));
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    QObject::connect(&m_pause, &QTimer::timeout, &m_here, [this] {
        if (m_isStale)
            tell();
    });
}

TrayDesk::~TrayDesk()
{
    m_words->close();
    for (Thing& thing : m_things)
        thing.stop.cancel();
}

std::size_t TrayDesk::find(TrayId id) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [id](const TrayItem& item) { return item.id == id; });
    return static_cast<std::size_t>(found - m_items.begin());
}

TrayId TrayDesk::add(Offer offer)
{
    const auto same = std::find_if(m_things.begin(), m_things.end(), [&](const Thing& thing) {
        return !offer.place.empty() && thing.offer.place == offer.place;
    });
    if (same != m_things.end())
        return m_items[static_cast<std::size_t>(same - m_things.begin())].id;
    TrayItem item;
    item.id = ++m_lastId;
    item.title = titleOf(offer);
    m_items.push_back(std::move(item));
    m_things.push_back({std::move(offer), {}, 0, nullptr});
    begin(m_items.size() - 1);
    tell();
    return m_lastId;
}

void TrayDesk::choose(TrayId id, TrayChoice choice)
{
    const auto idx = find(id);
    if (idx == m_items.size() || m_things[idx].offer.choice == choice)
        return;
    m_things[idx].offer.choice = std::move(choice);
    begin(idx);
    tell();
}

TrayChoice TrayDesk::choiceOf(TrayId id) const
{
    const auto idx = find(id);
    return idx == m_items.size() ? TrayChoice() : m_things[idx].offer.choice;
}

void TrayDesk::begin(std::size_t idx)
{
    Thing& thing = m_things[idx];
    thing.stop.cancel();
    thing.stop = CancelSource();
    thing.round = ++m_lastRound;
    thing.taken = nullptr;
    TrayItem& item = m_items[idx];
    item.state = TrayState::Reading;
    item.done = 0;
    item.total = 0;
    const auto sent = sendsChanges(idx) && m_sentFrom ? m_sentFrom(thing.offer.place) : SentFiles();
    const ReadingMeans means{m_decoder, m_tokenizer,        m_intake, shareOf(idx), m_mayFetch,
                             sent,      thing.stop.token(), {},       *m_traces};
    m_pool.start(new Job(item.id, thing.round, thing.offer, means, m_words));
}

void TrayDesk::takeNameOnly(TrayId id)
{
    const auto idx = find(id);
    if (idx == m_items.size() || !m_things[idx].taken)
        return;
    const auto* unreadable = std::get_if<Unreadable>(&m_things[idx].taken->what);
    if (unreadable == nullptr)
        return;
    take(idx, nameAlone(m_items[idx], unreadable->bytes));
    tell();
}

void TrayDesk::remove(TrayId id)
{
    const auto idx = find(id);
    if (idx == m_items.size())
        return;
    m_things[idx].stop.cancel();
    m_removed = Removed{idx, std::move(m_items[idx]), std::move(m_things[idx])};
    m_items.erase(m_items.begin() + std::ptrdiff_t(idx));
    m_things.erase(m_things.begin() + std::ptrdiff_t(idx));
    settle();
    tell();
}

void TrayDesk::undoRemove()
{
    if (!m_removed)
        return;
    const auto place = std::min(m_removed->place, m_items.size());
    // For whom a clip was read may have changed since.
    const bool isUnread =
        m_removed->item.state == TrayState::Reading || m_removed->item.kind == TrayKind::Clip;
    m_items.insert(m_items.begin() + std::ptrdiff_t(place), std::move(m_removed->item));
    m_things.insert(m_things.begin() + std::ptrdiff_t(place), std::move(m_removed->thing));
    m_removed.reset();
    if (isUnread)
        begin(place);
    else
        recount(place);
    settle();
    tell();
}

void TrayDesk::clear()
{
    for (Thing& thing : m_things)
        thing.stop.cancel();
    m_items.clear();
    m_things.clear();
    m_removed.reset();
    tell();
}

void TrayDesk::setIntake(Intake intake)
{
    const bool isOtherForm = intake.clips != m_intake.clips || intake.pairs != m_intake.pairs
        || intake.limits.videoBytes != m_intake.limits.videoBytes
        || intake.largePictures != m_intake.largePictures;
    m_intake = std::move(intake);
    for (std::size_t idx = 0; idx < m_items.size(); ++idx) {
        if (m_items[idx].kind == TrayKind::Clip && isOtherForm)
            begin(idx);
        else
            recount(idx);
    }
    settle();
    tell();
}

void TrayDesk::setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer)
{
    if (m_tokenizer == tokenizer)
        return;
    m_tokenizer = std::move(tokenizer);
    for (std::size_t idx = 0; idx < m_items.size(); ++idx) {
        const TrayKind kind = m_items[idx].kind;
        if (kind == TrayKind::Repository || kind == TrayKind::Text)
            begin(idx);
    }
    tell();
}

void TrayDesk::setSentFrom(SentFrom sentFrom)
{
    m_sentFrom = std::move(sentFrom);
    for (std::size_t idx = 0; idx < m_items.size(); ++idx) {
        if (!sendsChanges(idx))
            continue;
        begin(idx);
        tell();
    }
}

bool TrayDesk::sendsChanges(std::size_t idx) const
{
    const auto* choice = std::get_if<RepositoryChoice>(&m_things[idx].offer.choice);
    return choice != nullptr && choice->sends == Sends::Changes;
}

/// What a picture costs depends on who looks at it, and so may what is sent of it.
void TrayDesk::recount(std::size_t idx)
{
    const TakenPicture* picture = pictureAt(idx);
    if (picture == nullptr)
        return;
    if (isOtherFor(*picture, m_intake))
        begin(idx);
    else
        showPicture(m_items[idx], *picture, m_intake);
}

const TakenPicture* TrayDesk::pictureAt(std::size_t idx) const
{
    const auto& taken = m_things[idx].taken;
    return taken ? std::get_if<TakenPicture>(&taken->what) : nullptr;
}

/// A repository takes what the other things leave; the pictures that a request may have are
/// divided among clips that go as frames.
Share TrayDesk::shareOf(std::size_t idx) const
{
    Share share{m_intake.room, 0};
    std::int64_t numPictures = 0;
    std::int64_t numClips = 0;
    for (std::size_t other = 0; other < m_items.size(); ++other) {
        const TrayItem& item = m_items[other];
        numPictures += item.kind == TrayKind::Picture ? 1 : 0;
        numClips += item.kind == TrayKind::Clip && other != idx ? 1 : 0;
        const bool isRepository = m_items[idx].kind == TrayKind::Repository;
        if (share.tokens && isRepository && other != idx && item.state == TrayState::Ready
            && item.kind != TrayKind::Repository)
            *share.tokens = std::max<std::int64_t>(*share.tokens - item.tokens, 1);
    }
    const auto* choice = std::get_if<RepositoryChoice>(&m_things[idx].offer.choice);
    if (choice != nullptr && choice->budget > 0)
        share.tokens = std::min(share.tokens.value_or(choice->budget), choice->budget);
    share.frames =
        std::max<std::int64_t>((m_intake.limits.images - numPictures) / (numClips + 1), 0);
    return share;
}

bool TrayDesk::wantsAnew(std::size_t idx, const Share& share) const
{
    const Taken& taken = *m_things[idx].taken;
    if (const auto* repository = std::get_if<TakenRepository>(&taken.what)) {
        const ingest::PackPlan& plan = repository->part.asItIs.plan;
        const bool isOver = share.tokens && plan.tokens > *share.tokens;
        return isOver || (!plan.cuts.empty() && share.tokens != taken.share.tokens);
    }
    if (const auto* clip = std::get_if<TakenClip>(&taken.what))
        return std::ssize(clip->part.frames) > share.frames
            || (!clip->part.frames.empty() && share.tokens != taken.share.tokens);
    return false;
}

/// Reads anew what was read for another share than it has now.
void TrayDesk::settle()
{
    for (std::size_t idx = 0; idx < m_items.size(); ++idx) {
        if (m_things[idx].taken && wantsAnew(idx, shareOf(idx)))
            begin(idx);
    }
}

void TrayDesk::takeWords()
{
    auto words = m_words->drain();
    for (Word& word : words)
        takeWord(std::move(word));
    if (!words.empty())
        tell();
}

void TrayDesk::takeWord(Word word)
{
    const auto idx = find(word.id);
    if (idx == m_items.size() || m_things[idx].round != word.round)
        return;
    std::visit([&](auto& what) { take(idx, std::move(what)); }, word.what);
}

/// What was known of it before is shown until it is known anew.
void TrayDesk::take(std::size_t idx, TrayItem item)
{
    const TrayItem& before = m_items[idx];
    item.id = before.id;
    if (!item.preview.rgb)
        item.preview = before.preview;
    if (!item.repository && before.repository) {
        item.repository = before.repository;
        item.title = before.title;
        item.tokens = before.tokens;
        item.quality = before.quality;
    }
    if (!item.picture)
        item.picture = before.picture;
    m_items[idx] = std::move(item);
}

void TrayDesk::take(std::size_t idx, const Error& error)
{
    TrayItem& item = m_items[idx];
    item.state = TrayState::Failed;
    item.detail = error.text;
    item.tokens = 0;
    settle();
}

void TrayDesk::take(std::size_t idx, std::shared_ptr<const Taken> taken)
{
    m_things[idx].taken = std::move(taken);
    m_traces->keep(m_things[idx].taken->trace);
    take(idx, m_things[idx].taken->item);
    recount(idx);
    settle();
}

std::vector<Offer> TrayDesk::offers() const
{
    std::vector<Offer> offers;
    offers.reserve(m_things.size());
    for (const Thing& thing : m_things)
        offers.push_back(thing.offer);
    return offers;
}

ClipMeans TrayDesk::clipMeans(TrayId id) const
{
    const auto idx = find(id);
    if (idx == m_items.size())
        return {{}, m_decoder, m_intake, {}, m_traces};
    return {m_things[idx].offer, m_decoder, m_intake, shareOf(idx), m_traces};
}

std::vector<TrayPlace> TrayDesk::places() const
{
    std::vector<TrayPlace> places;
    places.reserve(m_items.size());
    for (std::size_t idx = 0; idx < m_items.size(); ++idx)
        places.push_back({&m_items[idx], m_things[idx].taken});
    return places;
}

void TrayDesk::tell()
{
    m_isStale = m_pause.isActive();
    if (m_isStale)
        return;
    m_pause.start();
    m_changed();
}

} // namespace tf::workspace
