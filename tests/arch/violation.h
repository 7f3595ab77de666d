#pragma once

// A place in the tree that breaks a rule of the house, and what to do about it.

#include <string>
#include <vector>

namespace tf::test::arch {

struct Violation {
    std::string path;
    int line = 1;
    std::string words; ///< what is wrong and what would be right
};

using Violations = std::vector<Violation>;

} // namespace tf::test::arch
