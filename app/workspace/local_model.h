#pragma once

// The model on this machine: where it lies, how far its loading is, what it takes and does.
//
// Loading and counting run on threads of their own and can be stopped. Thread: main. Blocks:
// never, but for its end.

#include "app/endpoint/endpoint.h"
#include "engine/activity.h"
#include "engine/memory_plan.h"
#include "kernels/base/result.h"

#include <QObject>

#include <filesystem>

namespace tf::text {
class Tokenizer;
}

namespace tf::workspace {

enum class LocalState : std::uint8_t { None, Loading, Ready, Failed };

struct LoadProgress {
    std::int64_t bytesDone = 0;
    std::int64_t bytesTotal = 0;
    double bytesPerSecond = 0;
};

/// How it is loaded: what the user chose.
struct LocalSetup {
    std::int64_t contextTokens = 32'768; ///< of question and answer; at most what the model takes
    int threads = 0; ///< 0: every CPU that this process may use

    bool operator==(const LocalSetup&) const = default;
};

class LocalModel : public QObject {
    Q_OBJECT

public:
    explicit LocalModel(QObject* parent = nullptr);
    ~LocalModel() override;

    [[nodiscard]] LocalState state() const;
    [[nodiscard]] const std::filesystem::path& folder() const;
    [[nodiscard]] std::string name() const;
    [[nodiscard]] LoadProgress progress() const;
    /// Why it is Failed.
    [[nodiscard]] const Error& error() const;
    /// By how many bytes this process grew since its loading began, as the system counts.
    [[nodiscard]] std::int64_t memory() const;
    /// Of the next load.
    [[nodiscard]] const LocalSetup& setup() const;
    /// Of the model that is loaded.
    [[nodiscard]] const LocalSetup& loadedSetup() const;
    /// What it takes: of the model that is loaded, else of the next load, where that was asked for
    /// and is counted. nullptr: it is not.
    [[nodiscard]] const Result<engine::MemoryPlan>* plan() const;
    /// What it does; none before it is loaded.
    [[nodiscard]] const std::optional<engine::Activity>& activity() const;
    /// Null unless it is Ready.
    [[nodiscard]] std::shared_ptr<endpoint::Endpoint> endpoint() const;
    /// Of the folder, as soon as it is read, be the model loaded or not; null: there is none.
    [[nodiscard]] std::shared_ptr<const text::Tokenizer> tokenizer() const;

    /// Where it lies, before it is loaded.
    void setFolder(std::filesystem::path folder);
    /// For the next load.
    void setSetup(LocalSetup setup);
    /// Counts what the next load would take; changed() when that is there.
    void makePlan();
    void load(std::filesystem::path folder);
    void cancelLoad();
    void unload();

Q_SIGNALS:
    void changed();
    /// activity() and memory(): four times a second at most, and only while it works.
    void activityChanged();

private:
    class Loading;
    std::unique_ptr<Loading> m_loading;
};

} // namespace tf::workspace
