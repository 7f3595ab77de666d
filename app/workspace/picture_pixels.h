#pragma once

// The pixels of pictures that somebody looks at: as they are, and as whoever answers sees them.
//
// Decoded beside the main thread, in trifold-decode; the latest are kept, as far as memory is
// given. Whoever asks gets what is there and is told when there is more. Thread: main. Blocks:
// never, but for its end, until what is being decoded has stopped.

#include "app/session/store.h"
#include "app/workspace/tray/offer.h"
#include "app/workspace/tray/picture_look.h"

#include <QObject>

namespace tf::workspace {

/// Where the bytes of a picture are.
struct PictureOrigin {
    std::string place; ///< a file
    std::shared_ptr<const std::string> bytes; ///< or what was pasted
    std::string blob; ///< or a content of the store
    std::int64_t version = 0; ///< another one: the same place holds another picture

    bool operator==(const PictureOrigin&) const = default;
};

struct LookedAt {
    enum class State : std::uint8_t { Reading, Shown, Failed };
    State state = State::Reading;
    std::string problem; ///< of what failed
    /// All its pixels, then each time half as many across and down.
    std::shared_ptr<const std::vector<vision::Picture>> levels;
};

class PicturePixels : public QObject {
    Q_OBJECT

public:
    static constexpr std::int64_t kMostBytes = std::int64_t(256) << 20;

    /// Requires: `store` outlives it; nullptr: there is none, and nothing of it can be looked at.
    explicit PicturePixels(session::Store* store, std::int64_t mostBytes = kMostBytes,
                           QObject* parent = nullptr);
    ~PicturePixels() override;

    /// As it is, upright.
    [[nodiscard]] LookedAt original(const PictureOrigin& origin);
    /// What is sent of it, as the engine sees that; tiles side by side.
    [[nodiscard]] LookedAt seen(const PictureLook& look);
    /// Nobody looks any more: what is being decoded stops.
    void leave();
    /// What failed is tried again when it is asked for.
    void tryAgain();
    [[nodiscard]] std::int64_t bytesKept() const;

Q_SIGNALS:
    /// Of one of those that were asked for, there is more.
    void changed();

private:
    class Pixels;
    std::unique_ptr<Pixels> m_pixels;
};

} // namespace tf::workspace
