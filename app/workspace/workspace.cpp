#include "app/workspace/workspace.h"

#include "app/secrets/encrypted_file.h"
#include "app/secrets/keychain.h"
#include "app/secrets/memory.h"
#include "app/session/moment.h"
#include "app/workspace/inbox.h"
#include "app/workspace/said.h"
#include "app/workspace/tray/amount.h"

#include <cstdlib>
#include <map>

namespace tf::workspace {

namespace {

/// What lies in the trash for longer is deleted for good, at a start.
constexpr std::chrono::milliseconds kTrashTime = std::chrono::hours(24 * 30);

using session::SessionId;
using TalkSink = std::function<void(Result<std::shared_ptr<Conversation>>)>;

std::unique_ptr<secrets::SecretStore> secretsOf(secrets::StoreKind kind)
{
    switch (kind) {
    case secrets::StoreKind::Keyring:
        return std::make_unique<secrets::Keychain>();
    case secrets::StoreKind::File:
        return std::make_unique<secrets::EncryptedFile>(secrets::defaultSealedPath());
    case secrets::StoreKind::Session:
        break;
    }
    return std::make_unique<secrets::Memory>();
}

void addNotices(std::vector<std::string>& notices, const session::OpenReport& report)
{
    if (report.rescued)
        notices.push_back(said(
            Said::tr("The store of sessions was damaged (%1). %2 events of %3 sessions were "
                     "recovered, %4 are missing; the damaged file is kept as %5."),
            {report.rescued->reason, shownNumber(std::int64_t(report.rescued->events)),
             shownNumber(std::int64_t(report.rescued->sessions)),
             shownNumber(std::int64_t(report.rescued->missing)), report.rescued->aside.native()}));
    if (!report.backup.empty())
        notices.push_back(
            said(Said::tr("The store of sessions was brought up to date; a copy is kept as %1."),
                 {report.backup.native()}));
    if (report.interrupted > 0)
        notices.push_back(
            said(Said::tr("The last run ended unexpectedly; answers that were cut off: %1."),
                 {shownNumber(std::int64_t(report.interrupted))}));
    if (!report.withoutLog.empty())
        notices.push_back(
            said(Said::tr("The sessions are kept without a log, slower and as safe: %1."),
                 {report.withoutLog}));
}

/// To write if that may be, else to read; `notices` say why.
Result<std::unique_ptr<session::Store>> openStore(session::StoreOptions options,
                                                  std::vector<std::string>& notices)
{
    auto store = session::Store::open(options);
    if (store) {
        addNotices(notices, (*store)->report());
        return store;
    }
    const Error& why = store.error();
    options.access = session::Access::Read;
    auto readable = session::Store::open(options);
    if (!readable)
        return store;
    notices.push_back(said(Said::tr("Nothing is kept: %1."), {why.text}));
    return readable;
}

} // namespace

Places defaultPlaces()
{
    Places places;
    places.store.folder = session::defaultStoreFolder();
    places.profiles = endpoint::defaultProfilesPath();
    if (const char* model = std::getenv("TRIFOLD_MODEL"))
        places.model = model;
    return places;
}

class Workspace::Rooms {
public:
    Rooms(const Places& places, std::unique_ptr<session::Store> opened,
          std::vector<std::string> said)
        : notices(std::move(said))
        , store(std::move(opened))
        , keys(secretsOf(places.keys))
        , engines(places.profiles, *keys, reach)
        , shelf(*store)
        , storeWatch(places.store.folder)
    {
        QObject::connect(&engines.localModel(), &LocalModel::changed, &m_here,
                         [this] { trays.setTokenizer(engines.localModel().tokenizer()); });
        engines.localModel().setFolder(places.model);
        QObject::connect(&shelf, &Shelf::changed, &m_here, [this] { tellConversations(); });
    }

    void open(const SessionId& id, TalkSink sink)
    {
        if (auto held = m_conversations[id].lock())
            return m_inbox.post([sink = std::move(sink), held] { sink(held); });
        store->load(id,
                    m_inbox.answer<session::Session>(
                        [this, id, sink = std::move(sink)](Result<session::Session> loaded) {
                            sink(made(id, std::move(loaded)));
                        }));
    }

    void noteRefusal(const Error& error)
    {
        storeWatch.noteStream(error);
        for (const auto& held : openOnes())
            held->noteRefusal(error);
    }

    std::vector<std::string> notices;
    endpoint::Reach reach;
    std::unique_ptr<session::Store> store;
    std::unique_ptr<secrets::SecretStore> keys;
    Engines engines;
    Shelf shelf;
    Jobs jobs;
    TrayShelf trays;
    StoreWatch storeWatch;
    std::unique_ptr<Inbox> troubles; ///< of the store; gone with it

private:
    Result<std::shared_ptr<Conversation>> made(const SessionId& id, Result<session::Session> loaded)
    {
        if (auto held = m_conversations[id].lock())
            return held; // asked for twice before it was there
        auto session = TRY(std::move(loaded));
        auto talk = std::make_shared<Conversation>(*store, std::move(session), engines.opener());
        QObject::connect(talk.get(), &Conversation::kept, &m_here, [this] { shelf.refresh(); });
        QObject::connect(talk.get(), &Conversation::turnEnded, &m_here,
                         [this] { shelf.refresh(); });
        engines.speeds().follow(*talk);
        if (store->access() == session::Access::Write) // else that was said at the start
            storeWatch.follow(*talk);
        trays.follow(*talk, *store);
        m_conversations[id] = talk;
        return talk;
    }

    void tellConversations()
    {
        for (const auto* lines : {&shelf.kept(), &shelf.trash()}) {
            for (const session::SessionLine& line : *lines) {
                const auto held = m_conversations.find(line.id);
                if (held == m_conversations.end())
                    continue;
                if (const auto talk = held->second.lock())
                    talk->takeLine(line);
            }
        }
    }

    /// Those that somebody has open; the others are forgotten.
    std::vector<std::shared_ptr<Conversation>> openOnes()
    {
        std::vector<std::shared_ptr<Conversation>> held;
        std::erase_if(m_conversations, [&held](const auto& entry) {
            auto talk = entry.second.lock();
            const bool isGone = talk == nullptr;
            if (!isGone)
                held.push_back(std::move(talk));
            return isGone;
        });
        return held;
    }

    std::map<SessionId, std::weak_ptr<Conversation>> m_conversations;
    QObject m_here;
    Inbox m_inbox;
};

Result<std::unique_ptr<Workspace>> Workspace::open(const Places& places)
{
    std::vector<std::string> notices;
    session::StoreOptions options;
    options.place = places.store;
    // The store tells its troubles on its own thread, before the workspace is there, too.
    auto inbox = std::make_unique<Inbox>();
    auto told = std::make_shared<std::function<void(const Error&)>>();
    auto mended = std::make_shared<std::function<void()>>();
    options.trouble = [door = inbox->door(), told](const Error& error) {
        door([told, error] {
            if (*told)
                (*told)(error);
        });
    };
    options.mended = [door = inbox->door(), mended] {
        door([mended] {
            if (*mended)
                (*mended)();
        });
    };
    auto store = TRY(openStore(std::move(options), notices));
    auto rooms = std::make_unique<Rooms>(places, std::move(store), std::move(notices));
    *told = [kept = rooms.get()](const Error& error) { kept->noteRefusal(error); };
    *mended = [kept = rooms.get()] { kept->storeWatch.noteStreamKept(); };
    rooms->troubles = std::move(inbox);
    if (rooms->store->access() == session::Access::Write)
        rooms->store->purge(session::nowMs() - kTrashTime.count(), [](const auto&) {});
    return std::unique_ptr<Workspace>(new Workspace(std::move(rooms)));
}

Workspace::Workspace(std::unique_ptr<Rooms> rooms)
    : m_rooms(std::move(rooms))
{
}

Workspace::~Workspace() = default;

Shelf& Workspace::shelf()
{
    return m_rooms->shelf;
}

Engines& Workspace::engines()
{
    return m_rooms->engines;
}

Jobs& Workspace::jobs()
{
    return m_rooms->jobs;
}

TrayShelf& Workspace::trays()
{
    return m_rooms->trays;
}

session::Store& Workspace::store()
{
    return *m_rooms->store;
}

StoreWatch& Workspace::storeWatch()
{
    return m_rooms->storeWatch;
}

secrets::SecretStore& Workspace::keys()
{
    return *m_rooms->keys;
}

endpoint::Reach& Workspace::reach()
{
    return m_rooms->reach;
}

bool Workspace::mayWrite() const
{
    return m_rooms->store->access() == session::Access::Write;
}

const std::vector<std::string>& Workspace::notices() const
{
    return m_rooms->notices;
}

void Workspace::conversation(const SessionId& id, TalkSink opened)
{
    m_rooms->open(id, std::move(opened));
}

} // namespace tf::workspace
