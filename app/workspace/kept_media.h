#pragma once

// Small pictures of what went along with earlier questions: read from the store, decoded elsewhere.
//
// Whoever asks gets what is known and is told when there is more. The latest are kept. Thread:
// main. Blocks: never, but for its end, until what is being decoded has stopped.

#include "app/session/store.h"
#include "app/workspace/tray/tray_item.h"

#include <QObject>

namespace tf::workspace {

struct KeptMedium {
    enum class State : std::uint8_t { Reading, Shown, Missing, Broken };
    State state = State::Reading;
    Preview preview;
    int width = 0;
    int height = 0;
    std::int64_t bytes = 0;
    std::int64_t tokens = 0; ///< of a picture, as the model counts it
    double seconds = 0; ///< of a clip's file
};

class KeptMedia : public QObject {
    Q_OBJECT

public:
    /// Requires: `store` outlives it.
    explicit KeptMedia(session::Store& store, QObject* parent = nullptr);
    ~KeptMedia() override;

    /// Of a content of the store; it is read when it is asked for the first time.
    [[nodiscard]] KeptMedium look(const std::string& blob);

Q_SIGNALS:
    /// More is known of one of those that were asked for.
    void changed();

private:
    class Looking;
    std::unique_ptr<Looking> m_looking;
};

} // namespace tf::workspace
