#pragma once

// Kinds of secret that take more than a row to know: key blocks, logins in addresses, headers,
// files.
//
// Each is looked for where its word stands. Thread: any.

#include "app/ingest/leaks/span.h"

#include <optional>
#include <span>
#include <string_view>

namespace tf::ingest {

struct Place {
    std::string_view path;
    std::string_view text;
    Span word; ///< the structure's, in any case
};

struct Structure {
    std::string_view id;
    std::string_view title;
    std::string_view word;
    std::optional<Span> (*find)(const Place&) = nullptr;
};

[[nodiscard]] std::span<const Structure> structures();

[[nodiscard]] std::optional<Span> findPemKey(const Place& place);
[[nodiscard]] std::optional<Span> findPuttyKey(const Place& place);
[[nodiscard]] std::optional<Span> findAddressPassword(const Place& place);
[[nodiscard]] std::optional<Span> findAuthorization(const Place& place);
[[nodiscard]] std::optional<Span> findCurlLogin(const Place& place);
[[nodiscard]] std::optional<Span> findCurlHeader(const Place& place);
[[nodiscard]] std::optional<Span> findNetrcPassword(const Place& place);
[[nodiscard]] std::optional<Span> findKubernetesSecret(const Place& place);
[[nodiscard]] std::optional<Span> findNugetPassword(const Place& place);
[[nodiscard]] std::optional<Span> findFilePassword(const Place& place);
[[nodiscard]] std::optional<Span> findAssigned(const Place& place);

} // namespace tf::ingest
