#include "app/workspace/source_changes.h"

#include "app/draft/repository_changes.h"
#include "app/draft/source_choice.h"
#include "app/ingest/obtain/address.h"
#include "app/session/store/blobs.h"
#include "app/workspace/desk_view.h"
#include "app/workspace/said.h"
#include "app/workspace/tray/sent_before.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <map>

namespace tf::workspace {

namespace {

std::map<std::string_view, std::string_view> blobsOf(const std::vector<session::ManifestItem>& sent)
{
    std::map<std::string_view, std::string_view> blobs;
    for (const session::ManifestItem& item : sent) {
        if (!item.cut)
            blobs[item.path] = item.blob;
    }
    return blobs;
}

void addFiles(SourceChange& change, const draft::FoundChanges& found, const SentFiles& sent)
{
    using How = ChangedFile::How;
    const auto blobs = blobsOf(*sent);
    const auto& entries = found.now.listing.entries;
    const auto& added = found.changes.added;
    for (const ingest::PackedFile& file : found.plan.files) {
        const std::string& path = entries[file.entry].path;
        const bool isNew = std::binary_search(added.begin(), added.end(), file.entry);
        const auto before = isNew ? blobs.end() : blobs.find(path);
        change.files.push_back({isNew ? How::Added : How::Changed, path, file.tokens,
                                before == blobs.end() ? "" : std::string(before->second)});
    }
    for (const std::string& path : found.changes.removed)
        change.files.push_back({How::Removed, path, 0, std::string(blobs.at(path))});
    std::sort(change.files.begin(), change.files.end(),
              [](const auto& left, const auto& right) { return left.path < right.path; });
}

/// What an ignored state is known by; empty: nothing changed.
std::string stateOf(const SourceChange& change, const ingest::Listing& listing)
{
    std::map<std::string_view, std::string_view> now;
    for (const ingest::Entry& entry : listing.entries)
        now[entry.path] = entry.blob;
    std::string state;
    for (const ChangedFile& file : change.files) {
        const auto entry = now.find(file.path);
        state += words(file.path, '\n', entry == now.end() ? "" : entry->second, '\n');
        if (entry != now.end() && entry->second.empty())
            state += words(file.tokens, '\n'); // nobody has read it yet
    }
    return state;
}

Result<draft::FoundChanges> changesOf(const session::Source& source,
                                      const std::vector<session::ManifestItem>& sent,
                                      const text::Tokenizer* tokenizer, const CancelToken& cancel)
{
    const std::string& place = source.place;
    std::error_code fault;
    if (ingest::looksLikeAddress(place))
        return Error(Code::Unsupported,
                     said(Said::tr("it was fetched, and is fetched anew when it is added again")));
    if (!std::filesystem::exists(place, fault))
        return Error(Code::NotFound, said(Said::tr("it is no longer there")));
    if (!std::filesystem::is_directory(place, fault))
        return Error(Code::Unsupported,
                     said(Said::tr("it is one file, and is read anew when it is added again")));
    draft::RepositoryWish wish;
    wish.folder = place;
    wish.choice = draft::choiceFrom(source.choices).rules;
    auto repository = TRY(ingest::Repository::open(wish.folder));
    return draft::findChanges(repository, wish, sent, tokenizer, cancel,
                              [](draft::Step, std::int64_t, std::int64_t) {});
}

} // namespace

struct SourceChanges::Order {
    struct Sent {
        session::Source source;
        SentFiles files;
    };
    std::int64_t round = 0;
    std::vector<Sent> sources;
    std::shared_ptr<const text::Tokenizer> tokenizer;
};

struct SourceChanges::Found {
    std::int64_t round = 0;
    std::vector<SourceChange> changes;
    std::string state;
};

SourceChanges::SourceChanges(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

SourceChanges::~SourceChanges()
{
    m_cancel.cancel();
}

void SourceChanges::setConversation(std::shared_ptr<Conversation> talk)
{
    if (m_talk == talk)
        return;
    disconnect(m_following);
    m_talk = std::move(talk);
    if (m_talk)
        m_following =
            connect(m_talk.get(), &Conversation::branchChanged, this, [this] { forget(); });
    forget();
}

void SourceChanges::setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer)
{
    m_tokenizer = std::move(tokenizer);
}

/// Another branch sent other files.
void SourceChanges::forget()
{
    ++m_round;
    m_cancel.cancel();
    m_changes.clear();
    m_state.clear();
    Q_EMIT changed();
}

void SourceChanges::look()
{
    if (!m_talk || m_talk->branch().empty())
        return;
    if (m_isLooking) {
        m_isAskedAgain = true;
        return;
    }
    auto order = std::make_shared<Order>();
    const session::Session& session = m_talk->session();
    const auto leaf = m_talk->branch().back();
    for (session::Source& source : sourcesSent(session, leaf)) {
        if (auto files = sentBefore(session, leaf, source.place))
            order->sources.push_back({std::move(source), std::move(files)});
    }
    if (order->sources.empty())
        return;
    order->round = ++m_round;
    order->tokenizer = m_tokenizer;
    m_isLooking = true;
    m_cancel = CancelSource();
    m_pool.start([order, token = m_cancel.token(),
                  answer = m_inbox.answer<Found>([this](Result<Found> found) {
                      take(std::move(found).value());
                  })] { answer(findAll(*order, token)); });
    Q_EMIT changed();
}

SourceChanges::Found SourceChanges::findAll(const Order& order, const CancelToken& cancel)
{
    Found all{order.round, {}, {}};
    std::string state;
    for (const Order::Sent& sent : order.sources) {
        SourceChange change;
        change.source = sent.source;
        const auto found = changesOf(sent.source, *sent.files, order.tokenizer.get(), cancel);
        if (found) {
            addFiles(change, *found, sent.files);
            change.tokens = found->numFiles() == 0 ? 0 : found->plan.tokens;
            change.quality = found->plan.quality;
            state += stateOf(change, found->now.listing);
        } else {
            change.problem = found.error().text;
        }
        if (!found || found->numFiles() > 0)
            all.changes.push_back(std::move(change));
    }
    if (!state.empty())
        all.state = session::Blobs::idOf(state);
    return all;
}

void SourceChanges::take(Found found)
{
    m_isLooking = false;
    const bool isOfNow = found.round == m_round;
    if (isOfNow) {
        m_changes = std::move(found.changes);
        m_state = std::move(found.state);
    }
    if (std::exchange(m_isAskedAgain, false) || !isOfNow)
        look();
    Q_EMIT changed();
}

void SourceChanges::ignore()
{
    if (!m_talk || m_state.empty())
        return;
    DeskView view = readDeskView(m_talk->session().desk.view);
    view.ignored = m_state;
    m_talk->keepView(write(view));
    Q_EMIT changed();
}

bool SourceChanges::isIgnored() const
{
    return m_talk && !m_state.empty()
        && readDeskView(m_talk->session().desk.view).ignored == m_state;
}

RepositoryChoice SourceChanges::choiceFor(const SourceChange& change, Sends sends)
{
    return {draft::choiceFrom(change.source.choices).rules, 0, sends};
}

} // namespace tf::workspace
