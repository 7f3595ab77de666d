#pragma once

// The user's endpoints, and the file they are kept in.
//
// Entries with a mistake are told, not used, and written back as they were. Thread: any; of two
// that save at the same time the later one wins.

#include "app/endpoint/profile/stored_profile.h"
#include "app/settings/json_file.h"

#include <QJsonArray>

namespace tf::endpoint {

struct ProfileList {
    std::vector<StoredProfile> profiles;
    std::vector<settings::Notice> notices;
    settings::Saving saving = settings::Saving::Allowed;
    QJsonArray unused; ///< entries with a mistake
    QJsonObject asRead;

    [[nodiscard]] const StoredProfile* find(std::string_view name) const;
};

/// $XDG_CONFIG_HOME/trifold/endpoints.json.
[[nodiscard]] QString defaultProfilesPath();

/// Never fails: a file that is not there means none, a broken one is set aside.
[[nodiscard]] ProfileList loadProfiles(const QString& path);

/// Denied when the file could not be read: it would be lost.
Result<> saveProfiles(const QString& path, const ProfileList& list);

} // namespace tf::endpoint
