#pragma once

// The shape of a configuration file as far as warnings need it: which block a place lies in.
//
// No parser of HCL or YAML: strings, comments and brackets are told apart, and that is all.
// Thread: any.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::works {

/// A block of HCL: `resource "aws_s3_bucket" "logs" {`.
struct HclBlock {
    std::string head; ///< before its brace
    std::int64_t line = 0; ///< of its head, from 1
    std::int64_t lastLine = 0;
    int parent = -1; ///< index among the blocks
    std::string text; ///< within its braces, comments left out, inner blocks too
};

struct HclShape {
    std::vector<HclBlock> blocks; ///< in the order of their heads
    /// Where a bracket or a string is open that should not be; 0: nowhere.
    std::int64_t brokenLine = 0;
};

[[nodiscard]] HclShape shapeOfHcl(std::string_view text);

/// The first line that is indented by a tab, where YAML allows blanks alone; 0: none.
[[nodiscard]] std::int64_t tabbedLine(std::string_view yaml);

/// The documents of a YAML stream, each with its first line.
struct YamlDocument {
    std::int64_t line = 1;
    std::string_view text;
};
[[nodiscard]] std::vector<YamlDocument> documentsOf(std::string_view yaml);
/// Of a member at the left margin: "kind"; empty: there is none.
[[nodiscard]] std::string topValue(std::string_view yaml, std::string_view name);

} // namespace tf::works
