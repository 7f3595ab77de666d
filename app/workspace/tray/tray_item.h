#pragma once

// What is shown of one thing that lies ready to go along with a question.
//
// A plain value; what goes along of it is kept elsewhere. Thread: any.

#include "app/ingest/count/token_counts.h"
#include "app/workspace/tray/picture_look.h"
#include "app/workspace/tray/repository_look.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tf::workspace {

enum class TrayKind : std::uint8_t { Repository, Picture, Clip, Text, Unknown };
enum class TrayState : std::uint8_t { Reading, Ready, Failed };

/// A small picture for its chip: three bytes a pixel, row by row.
struct Preview {
    int width = 0;
    int height = 0;
    std::shared_ptr<const std::vector<std::uint8_t>> rgb;
};

using TrayId = std::int64_t;

struct TrayItem {
    TrayId id = 0;
    TrayKind kind = TrayKind::Unknown;
    TrayState state = TrayState::Reading;
    std::string title; ///< "billing @ 3f2c1a +2"
    std::string detail; ///< "1,840 files", "1920×1080", "0:42, 30 frames"; or what is wrong
    std::int64_t done = 0; ///< of `total`, while it is read
    std::int64_t total = 0; ///< 0: nobody knows
    std::int64_t tokens = 0;
    ingest::Quality quality = ingest::Quality::Estimated;
    Preview preview;
    std::shared_ptr<const RepositoryLook> repository; ///< of a source, once it is listed
    std::shared_ptr<const PictureLook> picture; ///< of a picture, once it is read
    std::vector<std::string> notices;
};

} // namespace tf::workspace
