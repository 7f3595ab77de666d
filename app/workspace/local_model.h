#pragma once

// The model on this machine: where it lies, and how far its loading is.
//
// Loading runs on a thread of its own and can be stopped. Thread: main. Blocks: never, but for its
// end.

#include "app/endpoint/endpoint.h"
#include "kernels/base/result.h"

#include <QObject>

#include <filesystem>

namespace tf::workspace {

enum class LocalState : std::uint8_t { None, Loading, Ready, Failed };

struct LoadProgress {
    std::int64_t bytesDone = 0;
    std::int64_t bytesTotal = 0;
    double bytesPerSecond = 0;
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
    /// Null unless it is Ready.
    [[nodiscard]] std::shared_ptr<endpoint::Endpoint> endpoint() const;

    /// Where it lies, before it is loaded.
    void setFolder(std::filesystem::path folder);
    void load(std::filesystem::path folder);
    void cancelLoad();
    void unload();

Q_SIGNALS:
    void changed();

private:
    class Loading;
    std::unique_ptr<Loading> m_loading;
};

} // namespace tf::workspace
