#include "app/workspace/tray/offer.h"

#include "app/ingest/obtain/address.h"
#include "engine/json/utf8_repair.h"

#include <filesystem>

namespace tf::workspace {

std::string titleOf(const Offer& offer)
{
    if (offer.place.empty())
        return json::repairedUtf8(offer.name);
    if (ingest::looksLikeAddress(offer.place)) {
        const auto address = ingest::readAddress(offer.place);
        return address ? address->title : ingest::withoutUserinfo(offer.place);
    }
    auto path = std::filesystem::path(offer.place);
    if (path.filename().empty())
        path = path.parent_path();
    return json::repairedUtf8(path.filename().empty() ? offer.place : path.filename().native());
}

} // namespace tf::workspace
