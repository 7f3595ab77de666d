#pragma once

// A part of a user's message as attachments of a kept turn, and back.
//
// What comes back is the part that went in, byte for byte, so that a conversation goes on as it was
// sent. The frames of one clip are attachments in a row. Contents lie in a store of blobs, which
// whoever calls knows. Thread: any. Blocks: as long as the store does.

#include "app/session/turn.h"
#include "app/wire/message.h"
#include "kernels/base/result.h"

#include <functional>
#include <span>

namespace tf::draft {

/// Content to id.
using PutBlob = std::function<Result<std::string>(const std::string& content)>;
/// Id to content; NotFound for what was never kept.
using ReadBlob = std::function<Result<std::string>(const std::string& id)>;

/// Texts before the question: any type that begins so comes back as text.
inline constexpr std::string_view kTextTypes = "text/";
/// Files packed for the model.
inline constexpr std::string_view kPackType = "text/x-trifold-files";
/// How their lines are cited.
inline constexpr std::string_view kCitingType = "text/x-trifold-citing";

/// A text as it stands.
Result<session::Attachment> keptText(const std::string& text, std::string_view type,
                                     std::string name, const PutBlob& put);

/// Pictures, clips and single texts: one attachment, or one a frame; none where there are no bytes. `clip`
/// numbers the clips of a question from 1.
Result<std::vector<session::Attachment>> keptMedium(const wire::Part& part, const std::string& name,
                                                    std::int64_t clip, const PutBlob& put);

/// In their order. The error of a content that is missing says what was not kept.
Result<std::vector<wire::Part>> partsOf(std::span<const session::Attachment> attachments,
                                        const ReadBlob& read);

} // namespace tf::draft
