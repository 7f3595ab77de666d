#pragma once

// Where data goes, told from the host's name alone: this machine, the local network, or outside.
//
// Nothing is looked up: a name that is not known to stay is outside. Who operates a known host, and
// under whose law, comes from a small dated table; otherwise nobody knows. Thread: any.

#include <QUrl>

#include <cstdint>
#include <string_view>

namespace tf::endpoint {

enum class Place : std::uint8_t { ThisMachine, LocalNetwork, Outside };

struct Destination {
    Place place = Place::Outside;
    QString host;
    std::string_view operatorName; ///< empty: unknown
    std::string_view law; ///< whose, e.g. "CN"; empty: unknown
    std::string_view basis; ///< where that is from, with its date
};

[[nodiscard]] Destination destinationOf(const QUrl& url);
[[nodiscard]] Place placeOf(const QString& host);

} // namespace tf::endpoint
