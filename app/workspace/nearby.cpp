#include "app/workspace/nearby.h"

#include <QPointer>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace tf::workspace {

namespace {

namespace fs = std::filesystem;

constexpr UsualPort kUsualPorts[] = {
    {"vLLM", "vllm", 8000},      {"SGLang", "sglang", 30'000}, {"llama.cpp", "llamacpp", 8080},
    {"Ollama", "other", 11'434}, {"LM Studio", "other", 1234},
};

constexpr std::size_t kMostFolders = 8; ///< shown
constexpr int kMostEntries = 500; ///< of one folder
constexpr std::size_t kMostConfigBytes = 1 << 20;
constexpr int kDeepest = 4; ///< the cache of Hugging Face: models--…/snapshots/…

bool namesThisModel(const fs::path& config)
{
    std::ifstream file(config, std::ios::binary);
    std::string text(kMostConfigBytes, '\0');
    file.read(text.data(), std::ssize(text));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return text.find("minimax_m3") != std::string::npos;
}

class FolderWalk {
public:
    FolderWalk(std::size_t most, const CancelToken& cancel)
        : m_most(most)
        , m_cancel(cancel)
    {
    }

    void walk(const fs::path& folder, int depth)
    {
        std::error_code ignored;
        const fs::path config = folder / "config.json";
        if (fs::exists(config, ignored)) { // a model's own folders hold no other model
            if (namesThisModel(config))
                m_found.push_back(folder);
            return;
        }
        int numSeen = 0;
        for (fs::directory_iterator entry(folder, ignored), end; entry != end;
             entry.increment(ignored)) {
            const bool isOver =
                ++numSeen > kMostEntries || m_found.size() >= m_most || m_cancel.cancelled();
            if (isOver || ignored)
                return;
            if (depth > 0 && entry->is_directory(ignored))
                walk(entry->path(), depth - 1);
        }
    }

    std::vector<fs::path> take() { return std::move(m_found); }

private:
    std::size_t m_most;
    const CancelToken& m_cancel;
    std::vector<fs::path> m_found;
};

fs::path environmentPath(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? fs::path() : fs::path(value);
}

} // namespace

std::span<const UsualPort> usualPorts()
{
    return kUsualPorts;
}

std::vector<fs::path> usualModelPlaces()
{
    std::vector<fs::path> places;
    if (const auto cache = environmentPath("HF_HUB_CACHE"); !cache.empty())
        places.push_back(cache);
    if (const auto home = environmentPath("HF_HOME"); !home.empty())
        places.push_back(home / "hub");
    if (const auto home = environmentPath("HOME"); !home.empty()) {
        places.push_back(home / ".cache/huggingface/hub");
        places.push_back(home / "models");
    }
    return places;
}

std::vector<fs::path> modelFoldersIn(const std::vector<fs::path>& places, std::size_t most,
                                     const CancelToken& cancel)
{
    FolderWalk walk(most, cancel);
    for (const fs::path& place : places)
        walk.walk(place, kDeepest);
    std::vector<fs::path> found = walk.take();
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

Nearby::Nearby(Engines& engines, QObject* parent)
    : QObject(parent)
    , m_engines(engines)
{
    m_pool.setMaxThreadCount(1);
}

Nearby::~Nearby()
{
    m_cancel.cancel();
}

void Nearby::look(std::span<const UsualPort> ports, std::vector<fs::path> places)
{
    m_cancel.cancel();
    m_cancel = {};
    const auto number = ++m_number;
    m_servers.clear();
    m_folders.clear();
    m_numLooking = static_cast<int>(ports.size()) + 1;
    auto answer = m_inbox.answer<std::vector<fs::path>>([this, number](auto found) {
        if (number != m_number)
            return;
        m_folders = std::move(found).value();
        --m_numLooking;
        Q_EMIT changed();
    });
    m_pool.start(
        [places = std::move(places), token = m_cancel.token(), answer = std::move(answer)] {
            answer(modelFoldersIn(places, kMostFolders, token));
        });
    for (const UsualPort& usual : ports)
        ask(usual);
    Q_EMIT changed();
}

void Nearby::ask(const UsualPort& usual)
{
    endpoint::StoredProfile profile;
    profile.name = usual.server;
    std::replace(profile.name.begin(), profile.name.end(), ' ', '-');
    profile.kind = endpoint::findServerKind(usual.kind);
    profile.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(usual.port));
    profile.proxyUse = endpoint::ProxyUse::None; // it would be another machine
    profile.model = "MiniMax-M3"; // until the server has said what it has
    m_engines.test(profile, {},
                   [here = QPointer<Nearby>(this), number = m_number, usual,
                    profile](const EndpointTest& test) {
                       if (here == nullptr || number != here->m_number)
                           return;
                       const bool isOver = test.error || test.step == EndpointTest::Step::Done;
                       if (isOver)
                           here->onTold(usual, profile, test);
                   });
}

void Nearby::onTold(const UsualPort& usual, endpoint::StoredProfile profile,
                    const EndpointTest& test)
{
    --m_numLooking;
    if (!test.error && !test.models.empty()) {
        const auto has = [&](const wire::ListedModel& model) { return model.id == profile.model; };
        if (std::none_of(test.models.begin(), test.models.end(), has))
            profile.model = test.models.front().id;
        profile.capabilities = test.found;
        m_servers.push_back({std::string(usual.server), std::move(profile)});
    }
    Q_EMIT changed();
}

} // namespace tf::workspace
