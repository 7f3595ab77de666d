#include "app/cli/endpoint/endpoint_choice.h"

#include "kernels/base/words.h"

#include <cstdio>

namespace tf::cli {

namespace {

std::string sentenceOf(const settings::Notice& notice)
{
    const std::string where = notice.where.toStdString();
    const std::string reason = notice.reason.toStdString();
    switch (notice.kind) {
    case settings::NoticeKind::SetAside:
        return words("the file of endpoints was broken (", reason, ") and is kept as ", where);
    case settings::NoticeKind::Unreadable:
        return words(where, " cannot be read: ", reason);
    case settings::NoticeKind::MemberIgnored:
        break;
    }
    return words("an endpoint is not used: ", where, ": ", reason);
}

} // namespace

QString profilesPathOf(Options& options)
{
    const auto path = options.text("--file");
    return path ? QString::fromStdString(*path) : endpoint::defaultProfilesPath();
}

endpoint::ProfileList loadProfilesLoudly(const QString& path)
{
    auto list = endpoint::loadProfiles(path);
    for (const settings::Notice& notice : list.notices) {
        const std::string line = words("m3: ", sentenceOf(notice), "\n");
        std::fwrite(line.data(), 1, line.size(), stderr);
    }
    return list;
}

bool isAddress(std::string_view nameOrUrl)
{
    return nameOrUrl.find("://") != std::string_view::npos;
}

Result<endpoint::StoredProfile> chosenProfile(const endpoint::ProfileList& list,
                                              const std::string& nameOrUrl)
{
    if (isAddress(nameOrUrl)) {
        auto profile =
            endpoint::profileOfUrl(QUrl(QString::fromStdString(nameOrUrl), QUrl::StrictMode));
        TRY(endpoint::checkProfile(profile));
        return profile;
    }
    if (const auto* kept = list.find(nameOrUrl))
        return *kept;
    std::string names;
    for (const endpoint::StoredProfile& profile : list.profiles)
        names += (names.empty() ? "" : ", ") + profile.name;
    return Error{Code::NotFound,
                 words("there is no endpoint \"", nameOrUrl,
                       "\"; kept are: ", names.empty() ? "none (m3 endpoints add)" : names)};
}

} // namespace tf::cli
