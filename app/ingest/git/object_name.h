#pragma once

// Git's name of an object: the SHA-1 of its bytes.

#include "kernels/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tf::ingest {

struct ObjectName {
    std::array<std::uint8_t, 20> bytes{};

    auto operator<=>(const ObjectName&) const = default;

    [[nodiscard]] std::string hex() const;
    /// 40 hexadecimal digits and nothing else.
    static std::optional<ObjectName> fromHex(std::string_view digits);
    /// Requires: 20 bytes.
    static ObjectName fromBytes(std::string_view bytes);
};

/// What git calls a file with these bytes. Requires: a GitLibrary.
Result<ObjectName> blobName(std::string_view bytes);

} // namespace tf::ingest
