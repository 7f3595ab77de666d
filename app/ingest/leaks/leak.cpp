#include "app/ingest/leaks/leak.h"

#include "app/ingest/leaks/scanner.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::ingest {

std::vector<Leak> findLeaks(std::string_view path, std::string_view text)
{
    // Built at first use and never changed.
    static const Scanner scanner;
    std::vector<Leak> leaks;
    std::int64_t line = 1;
    std::size_t counted = 0;
    for (const Finding& found : scanner.scan(path, text)) {
        const auto between = text.substr(counted, found.where.begin - counted);
        line += std::count(between.begin(), between.end(), '\n');
        counted = found.where.begin;
        leaks.push_back({std::string(found.rule), std::string(found.title), std::string(path), line,
                         found.where.begin, found.where.end,
                         std::string(found.where.of(text).substr(0, 4))});
    }
    return leaks;
}

std::string redact(std::string_view text, const std::vector<Leak>& leaks)
{
    std::string redacted;
    std::size_t at = 0;
    for (const Leak& leak : leaks) {
        const auto secret = text.substr(leak.begin, leak.end - leak.begin);
        redacted += words(text.substr(at, leak.begin - at), "[REDACTED ", leak.rule, "]");
        redacted.append(static_cast<std::size_t>(std::count(secret.begin(), secret.end(), '\n')),
                        '\n');
        at = leak.end;
    }
    redacted += text.substr(at);
    return redacted;
}

} // namespace tf::ingest
