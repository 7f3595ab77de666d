#pragma once

// A git address that may be fetched from: https to anywhere, http to this machine, no passwords.
//
// Stricter than git's own reading, so that both mean the same host: what is unusual is refused
// with words that say what to do. Nothing is looked up. Thread: any.

#include "kernels/base/result.h"

#include <string>
#include <string_view>

namespace tf::ingest {

struct Address {
    std::string url; ///< as given; it holds no name and no password
    std::string scheme; ///< "https" or "http"
    std::string host; ///< in small letters; an IPv6 one in brackets
    std::string title; ///< the last part of the path, without ".git"

    /// This machine, told by its name or number alone.
    [[nodiscard]] bool isThisMachine() const;
};

/// True for what is meant as an address of any kind, allowed or not: it is never taken for a path.
[[nodiscard]] bool looksLikeAddress(std::string_view what);

/// BadInput or Denied in words.
Result<Address> readAddress(std::string_view what);

/// A branch or tag as git takes it; BadInput for what could be anything else.
Result<> checkRef(std::string_view ref);

/// The same text without what stands before an @ in its addresses.
[[nodiscard]] std::string withoutUserinfo(std::string_view text);

} // namespace tf::ingest
