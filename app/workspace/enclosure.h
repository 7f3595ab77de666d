#pragma once

// What goes along with a question: a repository's text, pictures, clips, further texts.
//
// Frozen when the question is asked. Thread: any.

#include "app/draft/draft.h"

namespace tf::workspace {

/// The bytes that a session keeps of a picture, a clip or a text.
struct EnclosedFile {
    std::string name; ///< without its folder
    std::string type; ///< "image/png"
    std::shared_ptr<const std::string> bytes;
};

struct Enclosure {
    draft::Draft draft; ///< its question is empty
    std::vector<EnclosedFile> files;
    std::vector<session::Source> sources;
};

} // namespace tf::workspace
