#include "kernels/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace tf::detail {

void failCheck(const char* condition, std::string_view words, const char* file, int line)
{
    std::fprintf(stderr, "%s:%d: CHECK failed: %s%s%.*s\n", file, line, condition,
                 words.empty() ? "" : ": ", static_cast<int>(words.size()), words.data());
    std::fflush(stderr);
    std::abort();
}

} // namespace tf::detail
