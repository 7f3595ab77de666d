#include "app/endpoint/profile/data_label.h"

#include "kernels/base/words.h"

namespace tf::endpoint {

DataLabel labelOf(const StoredProfile& profile)
{
    const Destination known = destinationOf(profile.baseUrl);
    const LabelWords& said = profile.label;
    DataLabel label;
    label.place = known.place;
    label.host = known.host.toStdString();
    const bool isSaid = !said.operatorName.empty() || !said.law.empty();
    label.operatorName = isSaid ? said.operatorName : std::string(known.operatorName);
    label.law = isSaid ? said.law : std::string(known.law);
    label.basis = isSaid ? "as you wrote" : std::string(known.basis);
    if (label.operatorName.empty() && label.place == Place::ThisMachine)
        label.operatorName = "you";
    if (label.operatorName.empty())
        label.operatorName = "unknown — you decide";
    label.retention = said.retention.empty() ? "unknown" : said.retention;
    return label;
}

std::string_view shownPlace(Place place)
{
    switch (place) {
    case Place::ThisMachine:
        return "this machine";
    case Place::LocalNetwork:
        return "your network";
    case Place::Outside:
        break;
    }
    return "outside";
}

std::string shownLabel(const DataLabel& label)
{
    std::string line =
        words(shownPlace(label.place), " (", label.host, "), operator ", label.operatorName);
    if (!label.law.empty())
        line += words(", law of ", label.law);
    if (!label.basis.empty())
        line += words(" [", label.basis, "]");
    if (label.place != Place::ThisMachine)
        line += words(", retention ", label.retention);
    return line;
}

} // namespace tf::endpoint
