#pragma once

// What kept an exchange with a server from ending well, as an error and as words of ours.
//
// Thread: any.

#include "kernels/base/error.h"

#include <QNetworkReply>

namespace tf::endpoint {

struct Fault {
    Code code;
    bool mayRetry; ///< the same request may well succeed
};

[[nodiscard]] Fault faultOf(QNetworkReply::NetworkError error);

/// Where a window explains it, in words of ours: Qt's are in the user's language.
[[nodiscard]] std::string saidOf(QNetworkReply::NetworkError error, const QString& byQt);

} // namespace tf::endpoint
