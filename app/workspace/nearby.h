#pragma once

// What could answer on this machine already: servers that listen on it, folders that hold a model.
//
// Looks when it is told to and not before. Servers are asked for their models, one GET on loopback
// each; nothing goes beyond this machine. Folders are looked for on a pool, in the places where
// models usually lie. Thread: main. Blocks: never, but for its end.

#include "app/workspace/engines.h"
#include "app/workspace/inbox.h"
#include "kernels/base/cancel.h"

#include <QThreadPool>

#include <filesystem>
#include <span>

namespace tf::workspace {

/// Where a kind of server listens unless told otherwise.
struct UsualPort {
    std::string_view server; ///< for people
    std::string_view kind; ///< of endpoint::serverKinds()
    std::uint16_t port = 0;
};

/// vLLM, SGLang, llama.cpp, Ollama, LM Studio.
[[nodiscard]] std::span<const UsualPort> usualPorts();

struct FoundServer {
    std::string server; ///< for people, by its port: another program may listen there
    endpoint::StoredProfile profile; ///< ready to be kept
};

/// The cache of Hugging Face, and ~/models.
[[nodiscard]] std::vector<std::filesystem::path> usualModelPlaces();

/// Folders in those places, as deep as the cache of Hugging Face has them, whose config.json names
/// this model. At most `most`. Blocks: on the disk. Thread: any.
[[nodiscard]] std::vector<std::filesystem::path>
modelFoldersIn(const std::vector<std::filesystem::path>& places, std::size_t most,
               const CancelToken& cancel);

class Nearby : public QObject {
    Q_OBJECT

public:
    /// Requires: `engines` outlives it.
    explicit Nearby(Engines& engines, QObject* parent = nullptr);
    ~Nearby() override;

    [[nodiscard]] const std::vector<FoundServer>& servers() const { return m_servers; }
    [[nodiscard]] const std::vector<std::filesystem::path>& folders() const { return m_folders; }
    [[nodiscard]] bool isLooking() const { return m_numLooking > 0; }

    /// Anew.
    void look(std::span<const UsualPort> ports = usualPorts(),
              std::vector<std::filesystem::path> places = usualModelPlaces());

Q_SIGNALS:
    void changed();

private:
    void ask(const UsualPort& usual);
    void onTold(const UsualPort& usual, endpoint::StoredProfile profile, const EndpointTest& test);

    Engines& m_engines;
    std::vector<FoundServer> m_servers;
    std::vector<std::filesystem::path> m_folders;
    int m_numLooking = 0;
    std::uint64_t m_number = 0; ///< of the look that counts
    CancelSource m_cancel;
    Inbox m_inbox;
    QThreadPool m_pool;
};

} // namespace tf::workspace
