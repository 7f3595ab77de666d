#pragma once

// What was sent with one turn of a conversation, as far as an answer can name places in it.
//
// A frozen value, cheap to hand to another thread. Thread: any. Blocks: as long as reading a
// content does.

#include "app/draft/kept_part.h"
#include "app/ingest/cite/citation.h"
#include "app/session/session.h"

#include <memory>

namespace tf::workspace {

struct SentTurn {
    session::TurnId id = session::kNoTurn;
    std::vector<session::ManifestItem> files; ///< of a source
    std::vector<session::Attachment> attachments;
};

/// The turns that an answer was given to, its own last; without those that were removed.
using SentTurns = std::vector<std::shared_ptr<const SentTurn>>;

[[nodiscard]] std::shared_ptr<const SentTurn> sentTurn(const session::Turn& turn);

/// Seconds of a clip whose file a server got; nothing: nobody could tell.
using ClipLength = std::function<std::optional<double>(const std::string& blob)>;

/// What all of them were sent with. Texts that were dropped are read; one that is not kept any more
/// counts as not sent.
[[nodiscard]] ingest::Sent sentWith(const SentTurns& turns, const draft::ReadBlob& read,
                                    const ClipLength& lengthOf);
/// A moment can be meant: there are frames, or a clip.
[[nodiscard]] bool showsClip(const SentTurns& turns);

/// A file as it was sent last.
struct SentContent {
    session::TurnId turn = session::kNoTurn;
    std::string text; ///< its lines, each with a newline
};

/// NotFound: it was not sent, or is not kept any more.
Result<SentContent> sentContent(const SentTurns& turns, std::string_view path,
                                const draft::ReadBlob& read);

} // namespace tf::workspace
