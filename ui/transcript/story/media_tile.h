#pragma once

// One picture or clip that went along with a question: the frames of a clip are one.
//
// Thread: main.

#include "app/session/turn.h"
#include "app/workspace/kept_media.h"

#include <QCoreApplication>

#include <vector>

namespace tf::ui {

struct MediaTile {
    Q_DECLARE_TR_FUNCTIONS(MediaTile)

public:
    enum class Kind : std::uint8_t { Picture, Clip };

    Kind kind = Kind::Picture;
    int attachment = 0; ///< its place among the question's attachments; of a clip the first frame
    std::string blob;
    QString name;
    int numFrames = 0; ///< of a clip that was sent as pictures
    double seconds = 0; ///< of its last frame

    /// "1920×1080 · 1,702 tok", "0:42 · 30 frames"; why there is no picture.
    [[nodiscard]] QString facts(const workspace::KeptMedium& medium) const;
    /// For a screen reader.
    [[nodiscard]] QString spoken(const workspace::KeptMedium& medium) const;
};

/// In their order.
[[nodiscard]] std::vector<MediaTile> mediaTilesOf(const std::vector<session::Attachment>& all);

/// It is no picture and no clip: a text, a repository.
[[nodiscard]] bool isPlainAttachment(const session::Attachment& attachment);

} // namespace tf::ui
