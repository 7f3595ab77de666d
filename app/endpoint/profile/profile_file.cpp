#include "app/endpoint/profile/profile_file.h"

#include "app/endpoint/profile/profile_json.h"
#include "app/settings/member_reader.h"
#include "kernels/base/words.h"

#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::endpoint {

namespace {

/// A second endpoint of the same name could not be told from the first.
void addDoubled(ReadProfile& read, const ProfileList& list, const QString& place)
{
    if (read.mistakes.empty() && list.find(read.profile.name) != nullptr)
        read.mistakes.push_back({settings::NoticeKind::MemberIgnored, place + u"name"_s,
                                 u"an endpoint of that name stands before it"_s});
}

} // namespace

const StoredProfile* ProfileList::find(std::string_view name) const
{
    const auto found = std::find_if(profiles.begin(), profiles.end(),
                                    [name](const StoredProfile& p) { return p.name == name; });
    return found != profiles.end() ? &*found : nullptr;
}

QString defaultProfilesPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/trifold/endpoints.json"_s;
}

ProfileList loadProfiles(const QString& path)
{
    settings::LoadedJson json = settings::loadJson(path);
    ProfileList list;
    list.notices = std::move(json.notices);
    list.saving = json.saving;
    list.asRead = std::move(json.object);
    settings::MemberReader top(list.asRead, {});
    const QJsonArray entries = top.array("endpoints"_L1);
    for (settings::Notice& notice : top.takeNotices()) {
        list.saving = settings::Saving::Withheld; // it would be replaced by an array
        list.notices.push_back(std::move(notice));
    }
    for (qsizetype idx = 0; idx < entries.size(); ++idx) {
        const QString place = u"endpoints[%1]."_s.arg(idx);
        ReadProfile read = readProfile(entries[idx].toObject(), place);
        addDoubled(read, list, place);
        if (read.mistakes.empty()) {
            list.profiles.push_back(std::move(read.profile));
            continue;
        }
        list.unused.append(entries[idx]);
        list.notices.insert(list.notices.end(), read.mistakes.begin(), read.mistakes.end());
    }
    return list;
}

Result<> saveProfiles(const QString& path, const ProfileList& list)
{
    if (list.saving == settings::Saving::Withheld)
        return Error{Code::Denied,
                     words(path.toStdString(), " cannot be read, so it is not written over")};
    QJsonArray entries;
    for (const StoredProfile& profile : list.profiles)
        entries.append(writeProfile(profile));
    for (const QJsonValue& unused : list.unused)
        entries.append(unused);
    QJsonObject top = list.asRead;
    top["endpoints"_L1] = entries;
    return settings::saveJson(path, QJsonDocument(top).toJson());
}

} // namespace tf::endpoint
