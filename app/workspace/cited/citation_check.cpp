#include "app/workspace/cited/citation_check.h"

#include "app/workspace/cited/sent_history.h"
#include "app/workspace/cited/source_now.h"
#include "app/workspace/inbox.h"
#include "kernels/base/words.h"

#include <QThreadPool>

#include <algorithm>

namespace tf::workspace {

namespace {

using Places = std::vector<CitedPlace>;
using SharedSent = std::shared_ptr<const ingest::Sent>;
using Take = std::function<void(Places, SharedSent)>;

/// One look at some places, as it goes to the pool.
struct Order {
    SentTurns turns;
    std::vector<session::Source> sources;
    std::vector<ingest::Citation> citations;
    std::map<std::string, double> lengths; ///< of clips, by blob
    std::shared_ptr<const ingest::Sent> sent; ///< null: not known yet
};

/// A name for each place, however near another one.
std::string nameOf(const ingest::Citation& citation)
{
    return citation.kind == ingest::CiteKind::Moment ? words(citation.seconds) : written(citation);
}

/// Sent text and present text of the files that some places name.
class Holding {
public:
    Holding(const Order& order, const draft::ReadBlob& read, const CancelToken& cancel)
        : m_turns(order.turns)
        , m_read(read)
        , m_now(order.sources, cancel)
    {
    }

    void hold(CitedPlace& place)
    {
        if (place.mark != CiteMark::Holds || place.citation.kind != ingest::CiteKind::Lines)
            return;
        auto [known, isNew] = m_files.try_emplace(place.checked.path);
        if (isNew)
            known->second = read(place.checked.path);
        const File& file = known->second;
        if (file.isGone)
            holdAgainstNothing(place);
        else if (file.isRead)
            holdAgainstNow(place, file.sent, file.now, file.map);
    }

private:
    struct File {
        LineText sent;
        LineText now;
        LineMap map;
        bool isRead = false;
        bool isGone = false;
    };

    File read(const std::string& path)
    {
        File file;
        auto now = m_now.read(path);
        file.isGone = now.has_value() && !*now;
        if (!now.has_value() || file.isGone)
            return file;
        auto sent = sentContent(m_turns, path, m_read);
        if (!sent)
            return file;
        file.sent = LineText(std::move(sent->text));
        file.now = LineText(std::move(**now));
        file.map = LineMap(file.sent, file.now);
        file.isRead = true;
        return file;
    }

    const SentTurns& m_turns;
    const draft::ReadBlob& m_read;
    SourceNow m_now;
    std::map<std::string, File> m_files;
};

SharedSent sentOf(const Order& order, const draft::ReadBlob& read)
{
    if (order.sent)
        return order.sent;
    const ClipLength lengthOf = [&order](const std::string& blob) {
        const auto known = order.lengths.find(blob);
        return known == order.lengths.end() ? std::nullopt : std::optional(known->second);
    };
    return std::make_shared<ingest::Sent>(sentWith(order.turns, read, lengthOf));
}

/// What the pool does.
std::function<void()> checkingOf(Order order, draft::ReadBlob read, CancelToken cancel, Take take)
{
    return [order = std::move(order), read = std::move(read), cancel = std::move(cancel),
            take = std::move(take)] {
        const SharedSent sent = sentOf(order, read);
        Holding holding(order, read, cancel);
        Places places;
        for (const ingest::Citation& citation : order.citations) {
            if (cancel.cancelled())
                return;
            places.push_back(citedPlace(citation, *sent));
            holding.hold(places.back());
        }
        take(std::move(places), sent);
    };
}

} // namespace

class CitationCheck::Checking {
public:
    Checking(CitationCheck& face, session::Store& store,
             std::shared_ptr<const Conversation> conversation, KeptMedia* media)
        : m_face(face)
        , m_store(store)
        , m_media(media)
        , m_history(std::move(conversation))
    {
        m_pool.setMaxThreadCount(1);
        if (m_media != nullptr)
            connect(m_media, &KeptMedia::changed, &m_here, [this] { startAll(); });
    }

    ~Checking()
    {
        m_cancel.cancel();
        m_pool.clear(); // its end waits for what is being read
    }

    bool showsClip(session::TurnId turn) { return workspace::showsClip(m_history.upTo(turn)); }

    CitedPlace look(session::TurnId turn, const ingest::Citation& citation)
    {
        Known& known = m_turns[turn];
        const std::string name = nameOf(citation);
        const auto place = known.places.find(name);
        if (place != known.places.end())
            return place->second;
        known.places.emplace(name, CitedPlace{citation, {}});
        want(turn, known, citation);
        return known.places.at(name);
    }

    [[nodiscard]] bool isChecking() const
    {
        return std::any_of(m_turns.begin(), m_turns.end(), [](const auto& turn) {
            return turn.second.isAsking || !turn.second.wanted.empty();
        });
    }

    void lookAgain()
    {
        for (auto& [turn, known] : m_turns) {
            for (const auto& [name, place] : known.places)
                want(turn, known, place.citation);
        }
    }

private:
    struct Known {
        std::map<std::string, CitedPlace> places; ///< as they are written
        std::vector<ingest::Citation> wanted;
        std::shared_ptr<const ingest::Sent> sent;
        bool isAsking = false;
    };

    /// Once for all that is asked for in this turn of the event loop.
    void want(session::TurnId turn, Known& known, const ingest::Citation& citation)
    {
        known.wanted.push_back(citation);
        if (known.wanted.size() == 1 && !known.isAsking)
            m_inbox.post([this, turn] { start(turn); });
    }

    void startAll()
    {
        for (auto& [turn, known] : m_turns)
            start(turn);
    }

    void start(session::TurnId turn)
    {
        Known& known = m_turns[turn];
        if (known.isAsking || known.wanted.empty())
            return;
        Order order{m_history.upTo(turn), m_history.sources(), {}, {}, known.sent};
        if (!known.sent && !measure(order))
            return; // once the clip was looked at
        order.citations = std::exchange(known.wanted, {});
        known.isAsking = true;
        m_pool.start(
            checkingOf(std::move(order), waitingRead(m_store), m_cancel.token(),
                       [this, turn, door = m_inbox.door()](Places places, SharedSent sent) {
                           door([this, turn, places = std::move(places), sent = std::move(sent)] {
                               take(turn, places, sent);
                           });
                       }));
    }

    /// False: a clip is still being looked at.
    bool measure(Order& order)
    {
        bool isMeasured = true;
        for (const auto& turn : order.turns) {
            for (const session::Attachment& kept : turn->attachments) {
                if (m_media == nullptr || kept.clip > 0 || !kept.mediaType.starts_with("video/"))
                    continue;
                const KeptMedium clip = m_media->look(kept.blob);
                isMeasured = isMeasured && clip.state != KeptMedium::State::Reading;
                if (clip.seconds > 0)
                    order.lengths[kept.blob] = clip.seconds;
            }
        }
        return isMeasured;
    }

    void take(session::TurnId turn, const Places& places, const SharedSent& sent)
    {
        Known& known = m_turns[turn];
        known.isAsking = false;
        known.sent = sent;
        for (const CitedPlace& place : places)
            known.places[nameOf(place.citation)] = place;
        start(turn);
        Q_EMIT m_face.checked(turn);
    }

    CitationCheck& m_face;
    session::Store& m_store;
    KeptMedia* m_media;
    SentHistory m_history;
    std::map<session::TurnId, Known> m_turns;
    CancelSource m_cancel;
    QObject m_here;
    QThreadPool m_pool;
    Inbox m_inbox; // the last member: what it does uses all others
};

CitationCheck::CitationCheck(session::Store& store,
                             std::shared_ptr<const Conversation> conversation, KeptMedia* media,
                             QObject* parent)
    : QObject(parent)
    , m_checking(std::make_unique<Checking>(*this, store, std::move(conversation), media))
{
}

CitationCheck::~CitationCheck() = default;

bool CitationCheck::isCitation(session::TurnId turn, const ingest::Citation& citation)
{
    return citation.kind == ingest::CiteKind::Lines || m_checking->showsClip(turn);
}

CitedPlace CitationCheck::look(session::TurnId turn, const ingest::Citation& citation)
{
    return m_checking->look(turn, citation);
}

bool CitationCheck::isChecking() const
{
    return m_checking->isChecking();
}

void CitationCheck::lookAgain()
{
    m_checking->lookAgain();
}

} // namespace tf::workspace
