#pragma once

// What a session keeps of a draft: the question with all that was sent, in contents that last.
//
// The packed files are kept as they left, secrets replaced and all, beside the manifest that names
// them one by one; a manifest alone could not be sent a second time. Thread: any. Blocks: as long
// as the store does.

#include "app/draft/draft.h"
#include "app/draft/kept_part.h"

namespace tf::draft {

/// Its parent and settings are the caller's.
Result<session::Question> keptQuestion(const Draft& draft, const PutBlob& put);

/// Of the manifest what are files of a source: sent, gone, or cut.
[[nodiscard]] std::span<const session::ManifestItem> filesOf(const session::Question& question);

} // namespace tf::draft
