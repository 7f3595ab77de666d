#pragma once

// Where an endpoint's data goes, as it is shown before anything is sent.
//
// The place is told from the host's name; who operates it and under whose law from the built-in
// table or the user; how long data is kept from the user alone. Thread: any.

#include "app/endpoint/destination.h"
#include "app/endpoint/profile/stored_profile.h"

namespace tf::endpoint {

struct DataLabel {
    Place place = Place::Outside;
    std::string host;
    std::string operatorName; ///< "unknown — you decide" when nobody said
    std::string law; ///< empty: nobody said
    std::string basis; ///< where the two are from, with its date; empty: nobody said
    std::string retention; ///< "unknown" unless the user wrote it
};

[[nodiscard]] DataLabel labelOf(const StoredProfile& profile);

/// "this machine", "your network", "outside".
[[nodiscard]] std::string_view shownPlace(Place place);

/// In one line.
[[nodiscard]] std::string shownLabel(const DataLabel& label);

} // namespace tf::endpoint
