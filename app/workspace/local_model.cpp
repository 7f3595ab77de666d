#include "app/workspace/local_model.h"

#include "app/endpoint/local/opened_model.h"
#include "app/workspace/inbox.h"
#include "app/workspace/said.h"

#include <QThread>
#include <QThreadPool>

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
        m_planner.setMaxThreadCount(1);
    }
    ~Loading()
    {
        stop();
        dropPlan();
    }
    Loading(const Loading&) = delete;
    Loading& operator=(const Loading&) = delete;

    void load(std::filesystem::path path)
    {
        stop();
        forget();
        folder = std::move(path);
        readTokenizer();
        loadedSetup = setup;
        state = LocalState::Loading;
        m_began = Clock::now();
        m_residentBefore = residentBytes();
        m_cancel.emplace();
        m_activityBox = std::make_shared<engine::ActivityBox>(
            [this, door = m_inbox.door()] { door([this] { takeActivity(); }); });
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
        m_thread.reset(QThread::create([order = order(), told, token = m_cancel->token(),
                                        answer = std::move(answer)]() mutable {
            answer(endpoint::openModel(order, told, token));
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
        forget();
        state = LocalState::None;
        Q_EMIT m_face.changed();
    }

    void choose(std::filesystem::path path, const LocalSetup& wanted)
    {
        const bool isOther = path != folder || wanted != setup;
        folder = std::move(path);
        readTokenizer();
        setup = wanted;
        if (isOther && state != LocalState::Ready)
            dropPlan();
        Q_EMIT m_face.changed();
    }

    /// Counts are exact with it, before and without the model.
    void readTokenizer()
    {
        if (folder == m_tokenizerFolder)
            return;
        m_tokenizerFolder = folder;
        tokenizer.reset();
        if (folder.empty())
            return;
        auto answer =
            m_inbox.answer<text::Tokenizer>([this, of = folder](Result<text::Tokenizer> read) {
                if (of != m_tokenizerFolder || !read)
                    return;
                tokenizer = std::make_shared<const text::Tokenizer>(std::move(read).value());
                Q_EMIT m_face.changed();
            });
        m_planner.start([of = folder, answer = std::move(answer)] {
            answer(text::Tokenizer::load(of / "tokenizer.json"));
        });
    }

    void makePlan()
    {
        if (folder.empty() || plan || m_planCancel)
            return;
        m_planCancel.emplace();
        const auto number = ++m_planNumber;
        auto answer =
            m_inbox.answer<engine::MemoryPlan>([this, number](Result<engine::MemoryPlan> counted) {
                if (number != m_planNumber)
                    return;
                m_planCancel.reset();
                plan.emplace(std::move(counted));
                Q_EMIT m_face.changed();
            });
        m_planner.start([order = order(), token = m_planCancel->token(),
                         answer = std::move(answer)] { answer(planModel(order, token)); });
    }

    LocalState state = LocalState::None;
    std::filesystem::path folder;
    LoadProgress progress;
    Error error{Code::NotFound, said(Said::tr("no model was loaded"))};
    std::int64_t memory = 0;
    std::shared_ptr<endpoint::Endpoint> endpoint;
    std::shared_ptr<const text::Tokenizer> tokenizer;
    LocalSetup setup;
    LocalSetup loadedSetup;
    std::optional<Result<engine::MemoryPlan>> plan;
    std::optional<engine::Activity> activity;

private:
    struct Joined {
        void operator()(QThread* thread) const
        {
            thread->wait();
            delete thread;
        }
    };

    [[nodiscard]] endpoint::LocalOrder order() const
    {
        return {folder, setup.contextTokens, setup.threads, m_activityBox};
    }

    void takeActivity()
    {
        const auto told = m_activityBox ? m_activityBox->drain() : std::vector<engine::Activity>();
        if (told.empty())
            return;
        activity = told.back();
        if (state != LocalState::Ready)
            return; // told with changed()
        noteMemory();
        Q_EMIT m_face.activityChanged();
    }

    void noteMemory() { memory = std::max<std::int64_t>(residentBytes() - m_residentBefore, 0); }

    void dropPlan()
    {
        if (m_planCancel)
            m_planCancel->cancel();
        m_planCancel.reset();
        ++m_planNumber;
        plan.reset();
    }

    /// What was there of a model that goes.
    void forget()
    {
        endpoint.reset();
        m_activityBox.reset();
        activity.reset();
        progress = {};
        memory = 0;
        dropPlan();
    }

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
        if (model && m_cancel->token().cancelled()) // asked too late for the loading to see it
            model = Error(Code::Cancelled, "stopped on request");
        if (model) {
            dropPlan();
            plan.emplace(engine::MemoryPlan(model->engine->memory()));
            endpoint = std::make_shared<endpoint::LocalEndpoint>(std::move(model).value());
            noteMemory();
            state = LocalState::Ready;
        } else {
            forget();
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
    std::filesystem::path m_tokenizerFolder; ///< whose tokenizer is there, or being read
    std::uint64_t m_planNumber = 0; ///< of the plan that counts
    std::optional<CancelSource> m_planCancel; ///< while one is made
    std::shared_ptr<engine::ActivityBox> m_activityBox; ///< of the engine that counts
    Inbox m_inbox;
    QThreadPool m_planner;
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

const LocalSetup& LocalModel::setup() const
{
    return m_loading->setup;
}

const LocalSetup& LocalModel::loadedSetup() const
{
    return m_loading->loadedSetup;
}

const Result<engine::MemoryPlan>* LocalModel::plan() const
{
    return m_loading->plan ? &*m_loading->plan : nullptr;
}

const std::optional<engine::Activity>& LocalModel::activity() const
{
    return m_loading->activity;
}

std::shared_ptr<endpoint::Endpoint> LocalModel::endpoint() const
{
    return m_loading->endpoint;
}

std::shared_ptr<const text::Tokenizer> LocalModel::tokenizer() const
{
    return m_loading->tokenizer;
}

void LocalModel::setFolder(std::filesystem::path folder)
{
    const bool isFree = m_loading->state == LocalState::None;
    m_loading->choose(isFree ? std::move(folder) : m_loading->folder, m_loading->setup);
}

void LocalModel::setSetup(LocalSetup setup)
{
    m_loading->choose(m_loading->folder, setup);
}

void LocalModel::makePlan()
{
    m_loading->makePlan();
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
