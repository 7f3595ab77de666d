#pragma once

// Log lines by room and severity, to standard error unless a program says otherwise.
//
// A category is a constant in the room that logs. TRIFOLD_LOG chooses what is shown:
// "debug" for all rooms, "engine=debug,warning" for one room and a floor for the others. The sink
// and the filter are set once by main(); they are the only process-wide state in this room,
// because a log that had to be handed through every call would not be used.

#include "kernels/base/words.h"

#include <cstdint>
#include <string_view>

namespace tf {

enum class Severity : std::uint8_t { Debug, Info, Warning, Error };

[[nodiscard]] std::string_view name(Severity severity);

/// One room's name in the log: `inline constexpr LogCategory kLog{"engine"};`
struct LogCategory {
    std::string_view name;
};

struct LogLine {
    Severity severity;
    std::string_view category;
    std::string_view text;
};

/// Called from any thread, possibly several at once.
using LogSink = void (*)(const LogLine&);

/// Sets who receives lines; nullptr is standard error. Thread: any.
void setLogSink(LogSink sink);

/// Sets what is shown, in the form of TRIFOLD_LOG. Words that mean nothing are returned, so that
/// main() can name them. Thread: main, before other threads start.
[[nodiscard]] std::string setLogFilter(std::string_view filter);

[[nodiscard]] bool logs(const LogCategory& category, Severity severity);

namespace detail {
void writeLog(const LogLine& line);
}

/// Thread: any. The parts are only joined when the line is shown.
template <class... Parts>
void log(const LogCategory& category, Severity severity, const Parts&... parts)
{
    if (logs(category, severity))
        detail::writeLog({severity, category.name, words(parts...)});
}

template <class... Parts>
void debug(const LogCategory& category, const Parts&... parts)
{
    log(category, Severity::Debug, parts...);
}
template <class... Parts>
void info(const LogCategory& category, const Parts&... parts)
{
    log(category, Severity::Info, parts...);
}
template <class... Parts>
void warn(const LogCategory& category, const Parts&... parts)
{
    log(category, Severity::Warning, parts...);
}

} // namespace tf
