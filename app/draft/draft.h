#pragma once

// A question with all that goes with it, before it is sent: a repository, pictures, words.
//
// Becomes the messages of a chat request; what a session keeps of it is read off the same value.
// Thread: any.

#include "app/draft/repository_part.h"
#include "app/wire/message.h"

#include <optional>

namespace tf::draft {

/// What a question follows: the branch of a session as it was sent and answered.
struct Earlier {
    std::vector<wire::Message> messages;
    std::vector<session::ManifestItem> files; ///< sent, gone and cut ones, the first turn's first
};

/// What is known of clips that go as files.
struct Watched {
    std::vector<double> seconds; ///< of frames, where the model that sees them is on this machine
    double length = 0; ///< else of the longest clip, in seconds
};

struct Draft {
    Earlier earlier = {};
    std::optional<std::string> system;
    std::optional<RepositoryPart> repository;
    std::vector<wire::Part> media; ///< pictures before clips
    std::vector<std::string> mediaNames; ///< of their files, without folders
    Watched watched = {};
    std::string question;
    /// What the user had sent, or replaced, in spite of a rule; one sentence each.
    std::vector<std::string> overrides;
};

/// What was earlier, then one message of the user's after the system's: the repository, how its
/// lines are cited, media, the question.
[[nodiscard]] std::vector<wire::Message> messagesOf(const Draft& draft);

/// What stands between a repository and the question.
[[nodiscard]] std::string_view howToCite();

/// Of all the words but the repository's, the earlier ones too.
[[nodiscard]] std::int64_t tokensOfWords(const Draft& draft, const ingest::CountText& count);

} // namespace tf::draft
