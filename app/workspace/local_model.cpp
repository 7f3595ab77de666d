#include "app/workspace/local_model.h"

#include "app/endpoint/local/opened_model.h"
#include "app/workspace/inbox.h"

#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace tf::workspace {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTellEvery{100};

/// Of this process, as the system counts; 0 where it does not say.
std::int64_t residentBytes()
{
    std::FILE* file = std::fopen("/proc/self/statm", "r");
    if (file == nullptr)
        return 0;
    long long size = 0;
    long long resident = 0;
    const int numRead = std::fscanf(file, "%lld %lld", &size, &resident);
    std::fclose(file);
    return numRead == 2 ? resident * sysconf(_SC_PAGESIZE) : 0;
}

} // namespace

class LocalModel::Loading {
public:
    explicit Loading(LocalModel& face)
        : m_face(face)
    {
    }
    ~Loading() { stop(); }
    Loading(const Loading&) = delete;
    Loading& operator=(const Loading&) = delete;

    void load(std::filesystem::path path)
    {
        stop();
        endpoint.reset();
        folder = std::move(path);
        progress = {};
        state = LocalState::Loading;
        m_began = Clock::now();
        m_residentBefore = residentBytes();
        m_cancel.emplace();
        const auto number = ++m_number;
        const auto told = [this, door = m_inbox.door(), number, next = Clock::time_point()](
                              std::uint64_t done, std::uint64_t total) mutable {
            if (done < total && Clock::now() < next)
                return;
            next = Clock::now() + kTellEvery;
            door([this, number, done, total] { onProgress(number, done, total); });
        };
        auto answer = m_inbox.answer<endpoint::LocalModel>(
            [this, number](Result<endpoint::LocalModel> model) {
                onOpened(number, std::move(model));
            });
        m_thread.reset(QThread::create([folder = folder, told, token = m_cancel->token(),
                                        answer = std::move(answer)]() mutable {
            answer(endpoint::openModel(folder, told, token));
        }));
        m_thread->start();
        Q_EMIT m_face.changed();
    }

    /// Blocks: until the loading has seen it.
    void stop()
    {
        if (m_cancel)
            m_cancel->cancel();
        ++m_number;
        m_thread.reset();
    }

    void cancel()
    {
        if (state == LocalState::Loading && m_cancel)
            m_cancel->cancel();
    }

    void unload()
    {
        stop();
        endpoint.reset();
        state = LocalState::None;
        progress = {};
        memory = 0;
        Q_EMIT m_face.changed();
    }

    LocalState state = LocalState::None;
    std::filesystem::path folder;
    LoadProgress progress;
    Error error{Code::NotFound, "no model was loaded"};
    std::int64_t memory = 0;
    std::shared_ptr<endpoint::Endpoint> endpoint;

private:
    struct Joined {
        void operator()(QThread* thread) const
        {
            thread->wait();
            delete thread;
        }
    };

    void onProgress(std::uint64_t number, std::uint64_t done, std::uint64_t total)
    {
        if (number != m_number || state != LocalState::Loading)
            return;
        const std::chrono::duration<double> took = Clock::now() - m_began;
        progress.bytesDone = static_cast<std::int64_t>(done);
        progress.bytesTotal = static_cast<std::int64_t>(total);
        progress.bytesPerSecond = static_cast<double>(done) / std::max(took.count(), 1e-3);
        Q_EMIT m_face.changed();
    }

    void onOpened(std::uint64_t number, Result<endpoint::LocalModel> model)
    {
        if (number != m_number)
            return;
        m_thread.reset();
        if (model) {
            endpoint = std::make_shared<endpoint::LocalEndpoint>(std::move(model).value());
            memory = std::max<std::int64_t>(residentBytes() - m_residentBefore, 0);
            state = LocalState::Ready;
        } else {
            error = std::move(model).error();
            state = error.code == Code::Cancelled ? LocalState::None : LocalState::Failed;
        }
        Q_EMIT m_face.changed();
    }

    LocalModel& m_face;
    std::uint64_t m_number = 0; ///< of the loading that counts
    Clock::time_point m_began;
    std::int64_t m_residentBefore = 0;
    std::optional<CancelSource> m_cancel;
    Inbox m_inbox;
    std::unique_ptr<QThread, Joined> m_thread; // the last member: it uses others
};

LocalModel::LocalModel(QObject* parent)
    : QObject(parent)
    , m_loading(std::make_unique<Loading>(*this))
{
}

LocalModel::~LocalModel() = default;

LocalState LocalModel::state() const
{
    return m_loading->state;
}

const std::filesystem::path& LocalModel::folder() const
{
    return m_loading->folder;
}

std::string LocalModel::name() const
{
    return m_loading->folder.filename().native();
}

LoadProgress LocalModel::progress() const
{
    return m_loading->progress;
}

const Error& LocalModel::error() const
{
    return m_loading->error;
}

std::int64_t LocalModel::memory() const
{
    return m_loading->memory;
}

std::shared_ptr<endpoint::Endpoint> LocalModel::endpoint() const
{
    return m_loading->endpoint;
}

void LocalModel::setFolder(std::filesystem::path folder)
{
    if (m_loading->state == LocalState::None)
        m_loading->folder = std::move(folder);
    Q_EMIT changed();
}

void LocalModel::load(std::filesystem::path folder)
{
    m_loading->load(std::move(folder));
}

void LocalModel::cancelLoad()
{
    m_loading->cancel();
}

void LocalModel::unload()
{
    m_loading->unload();
}

} // namespace tf::workspace
