#pragma once

// A thing that was read, ready to go along: what is sent of it, as it is and without its secrets.
//
// Never changed once it is made. Thread: any.

#include "app/draft/draft.h"
#include "app/draft/repository_part.h"
#include "app/ingest/obtain/source_use.h"
#include "app/wire/message.h"
#include "app/workspace/tray/clip_traces.h"
#include "app/workspace/tray/intake.h"
#include "app/workspace/tray/picture_way.h"
#include "app/workspace/tray/tray_item.h"
#include "vision/picture/picture.h"

#include <variant>

namespace tf::workspace {

/// Text that passed the gate; the second form exists where something was found.
template <class T>
struct Gated {
    T asItIs;
    draft::LeakGate found{draft::LeakPolicy::Block};
    std::optional<T> redacted = {};
    draft::LeakGate replaced{draft::LeakPolicy::Redact};
};

struct TakenRepository {
    Gated<draft::RepositoryPart> part;
    std::shared_ptr<const ingest::SourceUse> use; ///< keeps what was fetched in the cache
};

struct SentPicture {
    wire::Media media;
    vision::Size size;
};

/// How much of a picture's small print is there at a width.
struct PrintAtWidth {
    std::int32_t width = 0;
    double legible = 1;
};

struct TakenPicture {
    std::vector<SentPicture> parts; ///< several: tiles, row by row
    PictureWay way; ///< that they were made in
    PictureChoice choice;
    PictureLook found; ///< what holds for every engine
    std::vector<PrintAtWidth> print; ///< the widest first
    std::int64_t mostBytes = 0; ///< that a part was shrunk to; 0: nothing was
    std::vector<std::string> notices;
};

struct TakenClip {
    wire::VideoPart part;
    std::int64_t bytes = 0; ///< of the file
    draft::Watched watched = {}; ///< of a file: what an answer may cite of it
};

struct NumberedText {
    std::string shown; ///< a header, then each line behind its number
    std::string raw;
    std::int64_t numLines = 0;
};

struct TakenText {
    std::string name;
    Gated<NumberedText> text;
};

/// Nothing of it could be read; its name alone can go along.
struct Unreadable {
    std::int64_t bytes = 0;
};

struct Taken {
    TrayItem item; ///< its id is nobody's
    std::string place; ///< where the user has it from
    Share share; ///< that it was read with
    MarkedTrace trace = {}; ///< of a clip that was looked through
    std::variant<TakenRepository, TakenPicture, TakenClip, TakenText, Unreadable> what;
};

using TakenResult = Result<std::shared_ptr<Taken>>;

/// Tokens of a picture of that size as the engine sees it.
[[nodiscard]] std::int64_t tokensOfPicture(vision::Size sent, const Intake& intake);

/// "The next 6 pictures are one …": what goes before tiles; for the model, so in English.
[[nodiscard]] std::string wordsBeforeTiles(const TakenPicture& picture);

/// What was found in it that looks like a secret.
[[nodiscard]] const std::vector<ingest::Leak>& leaksOf(const Taken& taken);

} // namespace tf::workspace
