#pragma once

// A kept endpoint made ready to be asked: with its key, its authorities, and its own meaning of
// things laid over those of its kind.
//
// Thread: any.

#include "app/endpoint/openai.h"
#include "app/endpoint/profile/stored_profile.h"

namespace tf::endpoint {

/// NotFound or BadInput when its file of authorities cannot be read. Blocks: on the disk.
Result<Profile> openProfile(const StoredProfile& stored, std::string key);

/// An endpoint that nobody kept: an address alone. The kind is told from a vendor's host.
[[nodiscard]] StoredProfile profileOfUrl(const QUrl& url);

} // namespace tf::endpoint
