#include "app/workspace/cited/source_sides.h"

#include "app/workspace/cited/sent_history.h"
#include "app/workspace/cited/source_now.h"
#include "app/workspace/inbox.h"
#include "app/workspace/said.h"

#include <QThreadPool>

#include <set>

namespace tf::workspace {

namespace {

struct Wanted {
    SourceWish wish;
    SentTurns turns;
    std::vector<session::Source> sources;
};

/// A folder of the tray counts before all that was sent from.
std::vector<session::Source> sourcesOf(const Wanted& wanted)
{
    auto sources = wanted.sources;
    if (!wanted.wish.folder.empty())
        sources.push_back({.kind = session::SourceKind::Repository,
                           .title = {},
                           .place = wanted.wish.folder.native(),
                           .commit = {},
                           .blob = {}});
    return sources;
}

SourceSides sidesOf(const Wanted& wanted, const draft::ReadBlob& read, const CancelToken& cancel)
{
    SourceSides sides;
    sides.path = wanted.wish.path;
    auto sent = sentContent(wanted.turns, sides.path, read);
    if (sent) {
        sides.turn = sent->turn;
        sides.sent = std::make_shared<LineText>(std::move(sent->text));
    } else {
        sides.whyNotSent = said(Said::tr("It was not sent."));
    }
    SourceNow source(sourcesOf(wanted), cancel);
    auto now = source.read(sides.path);
    if (now.has_value() && *now)
        sides.now = std::make_shared<LineText>(std::move(**now));
    else if (now.has_value())
        sides.whyNotNow = said(Said::tr("The file is not there any more."));
    else
        sides.whyNotNow = said(Said::tr("It cannot be read now: %1"), {now.error().text});
    if (sides.sent && sides.now && !cancel.cancelled())
        sides.map = std::make_shared<LineMap>(*sides.sent, *sides.now);
    return sides;
}

/// What the pool does.
std::function<void()> readingOf(Wanted wanted, draft::ReadBlob read, CancelToken cancel,
                                std::function<void(SourceSides)> take)
{
    return [wanted = std::move(wanted), read = std::move(read), cancel = std::move(cancel),
            take = std::move(take)] { take(sidesOf(wanted, read, cancel)); };
}

} // namespace

class SourceReading::Work {
public:
    Work(SourceReading& face, session::Store& store,
         std::shared_ptr<const Conversation> conversation)
        : m_face(face)
        , m_store(store)
        , m_history(std::move(conversation))
    {
        m_pool.setMaxThreadCount(1);
    }

    ~Work()
    {
        m_cancel.cancel();
        m_pool.clear(); // its end waits for what is being read
    }

    void open(const SourceWish& wish)
    {
        m_cancel.cancel(); // another file was wanted before
        m_cancel = {};
        const auto turn = wish.turn == session::kNoTurn ? leaf() : wish.turn;
        const std::int64_t number = ++m_number;
        m_pool.start(readingOf({wish, m_history.upTo(turn), m_history.sources()},
                               waitingRead(m_store), m_cancel.token(),
                               [this, number, door = m_inbox.door()](SourceSides sides) {
                                   door([this, number, sides = std::move(sides)] {
                                       if (number == m_number)
                                           Q_EMIT m_face.opened(sides);
                                   });
                               }));
    }

    std::vector<std::string> sentPaths()
    {
        std::set<std::string> paths;
        for (const auto& turn : m_history.upTo(leaf())) {
            for (const session::ManifestItem& item : turn->files) {
                if (item.cut || item.blob.empty())
                    paths.erase(item.path);
                else
                    paths.insert(item.path);
            }
        }
        return {paths.begin(), paths.end()};
    }

private:
    [[nodiscard]] session::TurnId leaf() const
    {
        const auto& branch = m_history.conversation().branch();
        return branch.empty() ? session::kNoTurn : branch.back();
    }

    SourceReading& m_face;
    session::Store& m_store;
    SentHistory m_history;
    std::int64_t m_number = 0; ///< of the latest wish
    CancelSource m_cancel;
    QThreadPool m_pool;
    Inbox m_inbox; // the last member: what it does uses all others
};

SourceReading::SourceReading(session::Store& store,
                             std::shared_ptr<const Conversation> conversation, QObject* parent)
    : QObject(parent)
    , m_work(std::make_unique<Work>(*this, store, std::move(conversation)))
{
}

SourceReading::~SourceReading() = default;

void SourceReading::open(const SourceWish& wish)
{
    m_work->open(wish);
}

std::vector<std::string> SourceReading::sentPaths()
{
    return m_work->sentPaths();
}

} // namespace tf::workspace
