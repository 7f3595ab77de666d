#include "app/workspace/engines.h"

#include "app/endpoint/profile/opened_profile.h"
#include "app/workspace/endpoint_trial.h"
#include "app/workspace/inbox.h"
#include "app/workspace/said.h"

#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace tf::workspace {

namespace {

using endpoint::StoredProfile;
using OpenResult = Result<std::shared_ptr<endpoint::Endpoint>>;
using OpenedSink = std::function<void(OpenResult)>;

/// The thinking switch stands where the server has no word for it: it does as it likes.
class WithoutThinking : public endpoint::Endpoint {
public:
    explicit WithoutThinking(std::shared_ptr<endpoint::Endpoint> server)
        : m_server(std::move(server))
    {
    }

    endpoint::Ticket start(endpoint::Request request, endpoint::Sink sink) override
    {
        request.chat.thinking.reset();
        return m_server->start(std::move(request), std::move(sink));
    }

private:
    std::shared_ptr<endpoint::Endpoint> m_server;
};

} // namespace

class Engines::Opened {
public:
    Opened(Engines& face, QString path, secrets::SecretStore& secrets, const endpoint::Reach& reach)
        : m_face(face)
        , m_path(std::move(path))
        , m_secrets(secrets)
        , m_reach(reach)
        , m_list(endpoint::loadProfiles(m_path))
    {
        m_pool.setMaxThreadCount(1); // saved in order
        connect(&m_local, &LocalModel::changed, &m_here, [this] { onLocalChanged(); });
        makeChoices();
    }

    [[nodiscard]] const std::vector<EngineChoice>& choices() const { return m_choices; }
    [[nodiscard]] const endpoint::ProfileList& list() const { return m_list; }
    [[nodiscard]] LocalModel& local() { return m_local; }
    [[nodiscard]] Speeds& speeds() { return m_speeds; }

    void open(const session::RequestSettings& settings, OpenedSink sink)
    {
        if (settings.endpoint.empty())
            return openLocal(std::move(sink));
        const StoredProfile* profile = m_list.find(settings.endpoint);
        if (profile == nullptr)
            return sink(
                Error(Code::NotFound,
                      said(Said::tr("there is no endpoint \"%1\" any more"), {settings.endpoint})));
        if (profile->keyName.empty())
            return sink(serverOf(*profile, settings, {}));
        m_secrets.read(profile->keyName,
                       [this, kept = *profile, settings, sink = std::move(sink),
                        here = QPointer<QObject>(&m_here)](auto key) {
                           if (here == nullptr)
                               return;
                           if (!key)
                               return sink(Error(key.error().code,
                                                 said(Said::tr("the key \"%1\": %2"),
                                                      {kept.keyName, key.error().text})));
                           sink(serverOf(kept, settings, std::string(key->reveal())));
                       });
    }

    void keep(StoredProfile profile, std::optional<secrets::Secret> key,
              secrets::Answer<void> answer)
    {
        if (auto checked = checkProfile(profile); !checked)
            return m_inbox.answer<void>(std::move(answer))(std::move(checked));
        if (!key)
            return keepProfile(std::move(profile), std::move(answer));
        const std::string name = profile.keyName;
        m_secrets.write(name, std::move(*key),
                        [this, profile = std::move(profile), answer = std::move(answer),
                         here = QPointer<QObject>(&m_here)](Result<> kept) mutable {
                            if (here == nullptr)
                                return;
                            if (!kept)
                                return answer(std::move(kept));
                            keepProfile(std::move(profile), std::move(answer));
                        });
    }

    void forget(const std::string& name, secrets::Answer<void> answer)
    {
        const StoredProfile* gone = m_list.find(name);
        if (gone == nullptr)
            return m_inbox.answer<void>(std::move(answer))(
                Error(Code::NotFound, said(Said::tr("there is no endpoint \"%1\""), {name})));
        const std::string keyName = gone->keyName;
        std::erase_if(m_list.profiles, [&](const auto& kept) { return kept.name == name; });
        const bool isShared =
            std::any_of(m_list.profiles.begin(), m_list.profiles.end(),
                        [&](const auto& kept) { return kept.keyName == keyName; });
        if (keyName.empty() || isShared)
            return save(std::move(answer));
        save([this, keyName, answer = std::move(answer)](Result<> saved) {
            if (!saved)
                return answer(std::move(saved));
            m_secrets.remove(keyName, [answer](Result<> removed) {
                const bool isGone = removed || removed.error().code == Code::NotFound;
                answer(isGone ? Result<>() : std::move(removed));
            });
        });
    }

    std::function<void()> test(const StoredProfile& profile, std::optional<secrets::Secret> key,
                               TestTold told)
    {
        std::erase_if(m_trials, [](const auto& one) { return *one && (*one)->isOver(); });
        auto running = std::make_shared<std::unique_ptr<EndpointTrial>>();
        const std::weak_ptr<std::unique_ptr<EndpointTrial>> weak = running;
        auto begin = [this, weak, profile, told](Result<secrets::Secret> key) {
            const auto trial = weak.lock();
            if (!trial)
                return;
            auto opened = key ? openProfile(profile, std::string(key->reveal()))
                              : Result<endpoint::Profile>(std::move(key).error());
            if (!opened) {
                EndpointTest failed;
                failed.error = std::move(opened).error();
                return told(failed);
            }
            *trial = std::make_unique<EndpointTrial>(profile, std::move(*opened), m_reach, told);
            (*trial)->start();
        };
        const auto later = m_inbox.answer<secrets::Secret>(begin);
        if (key || profile.keyName.empty())
            later(key ? std::move(*key) : secrets::Secret());
        else
            m_secrets.read(profile.keyName, later);
        m_trials.push_back(running);
        return [this, weak, here = QPointer<QObject>(&m_here)] {
            if (here == nullptr)
                return;
            // Later, since it may be asked for by the test itself.
            m_inbox.post([this, weak] {
                std::erase_if(m_trials, [&](const auto& one) { return one == weak.lock(); });
            });
        };
    }

private:
    void openLocal(OpenedSink sink)
    {
        if (m_local.state() == LocalState::Ready)
            return sink(m_local.endpoint());
        if (m_local.folder().empty())
            return sink(Error(
                Code::NotFound,
                said(Said::tr(
                    "no model is chosen on this machine: choose its folder, or an endpoint"))));
        m_waiting.push_back(std::move(sink));
        if (m_local.state() != LocalState::Loading)
            m_local.load(std::filesystem::path(m_local.folder()));
    }

    OpenResult serverOf(const StoredProfile& stored, const session::RequestSettings& settings,
                        std::string key)
    {
        auto profile = TRY(openProfile(stored, std::move(key)));
        std::shared_ptr<endpoint::Endpoint> server =
            std::make_shared<endpoint::OpenAiEndpoint>(std::move(profile), m_reach);
        if (!hasWordFor(stored, settings.thinking))
            server = std::make_shared<WithoutThinking>(std::move(server));
        return server;
    }

    void onLocalChanged()
    {
        const bool isSettled = m_local.state() != LocalState::Loading;
        for (const auto& sink :
             isSettled ? std::exchange(m_waiting, {}) : std::vector<OpenedSink>())
            m_inbox.post([this, sink] {
                if (auto ready = m_local.endpoint())
                    return sink(std::move(ready));
                sink(m_local.state() == LocalState::Failed
                         ? Error(m_local.error().code, m_local.error().text)
                         : Error(Code::Cancelled, said(Said::tr("loading the model was stopped"))));
            });
        const bool isNews = m_local.state() != m_shownState || m_local.folder() != m_shownFolder;
        if (!isNews)
            return;
        makeChoices();
        Q_EMIT m_face.changed();
    }

    void makeChoices()
    {
        m_shownState = m_local.state();
        m_shownFolder = m_local.folder();
        m_choices.clear();
        if (!m_shownFolder.empty())
            m_choices.push_back(ownChoice());
        for (const StoredProfile& profile : m_list.profiles)
            m_choices.push_back(choiceOf(profile));
    }

    [[nodiscard]] EngineChoice ownChoice() const
    {
        EngineChoice own =
            localChoice(m_local.name(),
                        m_shownState == LocalState::Failed ? m_local.error().text : std::string());
        if (m_shownState == LocalState::Ready && m_local.plan() != nullptr && *m_local.plan())
            own.capabilities.contextTokens = m_local.plan()->value().positions;
        return own;
    }

    void keepProfile(StoredProfile profile, secrets::Answer<void> answer)
    {
        auto& kept = m_list.profiles;
        const auto same = std::find_if(kept.begin(), kept.end(),
                                       [&](const auto& one) { return one.name == profile.name; });
        if (same != kept.end())
            *same = std::move(profile);
        else
            kept.push_back(std::move(profile));
        save(std::move(answer));
    }

    void save(secrets::Answer<void> answer)
    {
        makeChoices();
        Q_EMIT m_face.changed();
        m_pool.start(
            [path = m_path, list = m_list, answer = m_inbox.answer<void>(std::move(answer))] {
                answer(endpoint::saveProfiles(path, list));
            });
    }

    Engines& m_face;
    QString m_path;
    secrets::SecretStore& m_secrets;
    const endpoint::Reach& m_reach;
    endpoint::ProfileList m_list;
    std::vector<EngineChoice> m_choices;
    LocalModel m_local;
    Speeds m_speeds;
    LocalState m_shownState = LocalState::None;
    std::filesystem::path m_shownFolder;
    std::vector<OpenedSink> m_waiting; ///< for the model on this machine
    std::vector<std::shared_ptr<std::unique_ptr<EndpointTrial>>> m_trials;
    Inbox m_inbox;
    QObject m_here; ///< gone with it
    QThreadPool m_pool;
};

Engines::Engines(QString profilesPath, secrets::SecretStore& secrets, const endpoint::Reach& reach,
                 QObject* parent)
    : QObject(parent)
    , m_opened(std::make_unique<Opened>(*this, std::move(profilesPath), secrets, reach))
{
}

Engines::~Engines() = default;

const std::vector<EngineChoice>& Engines::choices() const
{
    return m_opened->choices();
}

const EngineChoice* Engines::find(std::string_view name) const
{
    const auto& all = m_opened->choices();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [name](const EngineChoice& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

const endpoint::ProfileList& Engines::profiles() const
{
    return m_opened->list();
}

LocalModel& Engines::localModel()
{
    return m_opened->local();
}

OpenEndpoint Engines::opener()
{
    return [this, here = QPointer<Engines>(this)](const session::RequestSettings& settings,
                                                  OpenedSink opened) {
        if (here)
            m_opened->open(settings, std::move(opened));
        else
            opened(Error(Code::Cancelled, said(Said::tr("the program ends"))));
    };
}

Speeds& Engines::speeds()
{
    return m_opened->speeds();
}

void Engines::keep(StoredProfile profile, std::optional<secrets::Secret> key,
                   std::function<void(Result<>)> answer)
{
    m_opened->keep(std::move(profile), std::move(key), std::move(answer));
}

void Engines::forget(const std::string& name, std::function<void(Result<>)> answer)
{
    m_opened->forget(name, std::move(answer));
}

std::function<void()> Engines::test(const StoredProfile& profile,
                                    std::optional<secrets::Secret> key, TestTold told)
{
    return m_opened->test(profile, std::move(key), std::move(told));
}

} // namespace tf::workspace
