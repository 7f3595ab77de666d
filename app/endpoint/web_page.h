#pragma once

// What answers in a server's place: a page for a browser, or the way to one.
//
// Networks that want a login first answer so, and addresses that lack their "/v1". Thread: any.

#include "kernels/base/error.h"

#include <QUrl>

namespace tf::endpoint {

/// The status of a network that wants a login before it lets anything through.
inline constexpr int kLoginFirst = 511;

/// A page came where an answer of an API should be.
[[nodiscard]] Error pageError(const QUrl& asked);

/// Requests are sent on to where they do not follow.
[[nodiscard]] Error redirectError(const QUrl& asked, const QUrl& target);

} // namespace tf::endpoint
