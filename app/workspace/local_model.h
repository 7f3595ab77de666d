#pragma once

// The model on this machine: where it lies, how far its loading is, how fast it answers.
//
// Loading runs on a thread of its own and can be stopped; what the engine counts is kept as a
// history of ten minutes. Thread: main. Blocks: never, but for its end.

#include "app/endpoint/endpoint.h"
#include "kernels/base/result.h"

#include <QObject>

#include <chrono>
#include <filesystem>

namespace tf::workspace {

enum class LocalState : std::uint8_t { None, Loading, Ready, Failed };

struct LoadProgress {
    std::int64_t bytesDone = 0;
    std::int64_t bytesTotal = 0;
    double bytesPerSecond = 0;
};

/// What one answer took.
struct AnswerSpeed {
    std::chrono::milliseconds toFirstWord{};
    double promptTokensPerSecond = 0;
    double answerTokensPerSecond = 0;
    std::int64_t promptTokens = 0;
    std::int64_t cachedTokens = 0; ///< of the prompt
    std::chrono::system_clock::time_point ended;
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
    /// By how many bytes this process grew while it was loaded, as the system counts.
    [[nodiscard]] std::int64_t memory() const;
    [[nodiscard]] const std::vector<AnswerSpeed>& history() const;
    /// Null unless it is Ready.
    [[nodiscard]] std::shared_ptr<endpoint::Endpoint> endpoint() const;

    /// Where it lies, before it is loaded.
    void setFolder(std::filesystem::path folder);
    void load(std::filesystem::path folder);
    void cancelLoad();
    void unload();
    void noteSpeed(AnswerSpeed speed);

Q_SIGNALS:
    void changed();

private:
    class Loading;
    std::unique_ptr<Loading> m_loading;
};

} // namespace tf::workspace
