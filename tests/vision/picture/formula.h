#pragma once

// Pictures made by a formula of x and y, as reference cases name their sources.
//
// C's operators on unsigned 64-bit numbers; a pixel's byte is the value's low eight bits.

#include "vision/picture/picture.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tf::test {

class Formula {
public:
    /// Stops the test on what is no formula.
    explicit Formula(std::string_view text);
    Formula(Formula&&) noexcept;
    ~Formula();

    /// The values of a row, x from 0 on.
    [[nodiscard]] std::vector<std::uint64_t> row(std::uint64_t y, std::size_t width) const;

    struct Node;

private:
    std::unique_ptr<const Node> m_root;
};

[[nodiscard]] vision::Picture pictureOf(vision::Size size,
                                        const std::array<std::string, 3>& formula);

/// FNV-1a 64 in 16 hex digits.
[[nodiscard]] std::string fingerprint(std::span<const std::byte> bytes);

} // namespace tf::test
