#pragma once

// Cases of the chat template in JSON Lines: a request of the template's shape, and either its
// prompt ("rendered", or "tail" after the system block and perhaps "head" for that block) or
// "error": true.

#include <string>

namespace tf::test {

struct CaseReport {
    int numCases = 0;
    int numWrong = 0;
    std::string wrong; ///< the first few, each with its name and first difference
};

/// Renders every case of the file. A file that cannot be read is one wrong case.
[[nodiscard]] CaseReport checkTemplateCases(const std::string& path);

} // namespace tf::test
