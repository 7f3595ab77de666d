#pragma once

// Pictures and clips of the command line as a server is sent them.
//
// A picture is decoded, sized as the model sees it, and sent as PNG: nothing that the file says
// beside its pixels goes along. A clip is sent as the file it is where the server takes clips, else
// as pictures of its frames with their times. Blocks: until all is read.

#include "app/cli/media/seen_files.h"
#include "app/endpoint/server_kind.h"
#include "app/wire/message.h"

namespace tf::cli {

enum class ClipForm : std::uint8_t {
    AsServed, ///< the file, if the server takes clips
    Frames, ///< pictures in any case
};

struct MediaOrder {
    std::vector<std::string> images; ///< files
    std::vector<std::string> videos;
    SeeingFlags seeing;
    ClipForm form = ClipForm::AsServed;

    [[nodiscard]] bool isEmpty() const { return images.empty() && videos.empty(); }
};

struct SentMedia {
    std::vector<wire::Part> parts; ///< pictures before clips
    std::vector<std::string> names; ///< of their files, without folders
    double clipLength = 0; ///< seconds, of the longest clip that goes as its file
    std::vector<std::string> notes;
};

Result<SentMedia> readMedia(const MediaOrder& order, const endpoint::ServerKind& kind,
                            const CancelToken& cancel);

} // namespace tf::cli
