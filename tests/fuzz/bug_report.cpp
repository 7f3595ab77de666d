// Answers are read for a report: one has steps, its places lie where it says, and it can be
// written.

#include "app/works/bug_report.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto report = tf::works::bugReport({reinterpret_cast<const char*>(data), size});
    if (!report)
        return 0;
    if (report->steps.empty() || tf::works::asMarkdown(*report).empty())
        std::abort();
    for (const auto& suspect : report->suspects) {
        if (suspect.line < 0 || (suspect.line > 0 && suspect.path.empty()))
            std::abort();
    }
    return 0;
}
