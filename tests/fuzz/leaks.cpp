// Whatever a repository holds is looked through for secrets: findings lie in order within the text,
// and redacting them keeps every line.

#include "app/ingest/leaks/leak.h"

#include <algorithm>
#include <cstdlib>

using namespace tf::ingest;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const char* path : {"a.yaml", "nuget.config", "a.tf"}) {
        const auto leaks = findLeaks(path, text);
        std::size_t last = 0;
        for (const Leak& leak : leaks) {
            const auto before = text.substr(0, leak.begin);
            if (leak.begin < last || leak.end <= leak.begin || leak.end > size
                || leak.line != 1 + std::count(before.begin(), before.end(), '\n'))
                std::abort();
            last = leak.end;
        }
        const std::string redacted = redact(text, leaks);
        if (std::count(redacted.begin(), redacted.end(), '\n')
            != std::count(text.begin(), text.end(), '\n'))
            std::abort();
    }
    return 0;
}
