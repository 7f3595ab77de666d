#pragma once

// One endpoint of the user's file as JSON, and back.
//
// Strict: a member that makes no sense would send data another way than the user meant, so such an
// endpoint is not used at all. Thread: any.

#include "app/endpoint/profile/stored_profile.h"
#include "app/settings/json_file.h"

#include <vector>

namespace tf::endpoint {

struct ReadProfile {
    StoredProfile profile;
    std::vector<settings::Notice> mistakes; ///< none: it can be used
};

/// `place` stands before the names of members in mistakes: "endpoints[2].".
[[nodiscard]] ReadProfile readProfile(const QJsonObject& object, const QString& place);

/// readProfile() gives the same profile again.
[[nodiscard]] QJsonObject writeProfile(const StoredProfile& profile);

} // namespace tf::endpoint
