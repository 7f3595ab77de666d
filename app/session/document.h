#pragma once

// Sessions as one JSON file: everything they hold, with the contents they mention, and back.
//
// Reading gives the same sessions again, or says what is wrong and gives nothing. It trusts no
// file: sizes, numbers and depths have limits, turns must form a tree, contents must be what their
// ids say. Thread: any.

#include "app/session/session.h"
#include "kernels/base/result.h"

#include <map>
#include <string_view>

namespace tf::session {

inline constexpr std::size_t kMaxDocumentBytes = std::size_t(512) << 20;
inline constexpr std::size_t kMaxSessions = 100'000;
inline constexpr std::size_t kMaxTurns = 1'000'000;
/// Of JSON values of any kind: each takes far more memory than the few bytes it is written in.
inline constexpr std::size_t kMaxValues = 8'000'000;

struct Document {
    std::vector<Session> sessions;
    std::map<std::string, std::string> blobs; ///< by id; what was not at hand is left out

    bool operator==(const Document&) const = default;
};

struct Imported {
    std::vector<SessionId> sessions; ///< under which they now stand
    std::int64_t turns = 0;
    std::int64_t blobs = 0;
};

[[nodiscard]] std::string writeDocument(const Document& document);

/// BadInput with the first place that is wrong.
Result<Document> readDocument(std::string_view text);

/// Every id of a content that a session mentions.
[[nodiscard]] std::vector<std::string> blobsOf(const Session& session);

} // namespace tf::session
