#include "kernels/base/log.h"

#include <atomic>
#include <cstdio>
#include <map>
#include <optional>
#include <string>

namespace tf {

namespace {

struct Filter {
    Severity floor = Severity::Warning;
    std::map<std::string, Severity, std::less<>> byCategory;
};

Filter& currentFilter()
{
    static Filter filter;
    return filter;
}

std::atomic<LogSink> currentSink{nullptr};

void writeToStandardError(const LogLine& line)
{
    const std::string text =
        words("trifold: ", name(line.severity), " [", line.category, "] ", line.text, "\n");
    std::fwrite(text.data(), 1, text.size(), stderr);
}

std::optional<Severity> severityNamed(std::string_view word)
{
    for (const auto severity :
         {Severity::Debug, Severity::Info, Severity::Warning, Severity::Error}) {
        if (word == name(severity))
            return severity;
    }
    return std::nullopt;
}

} // namespace

std::string_view name(Severity severity)
{
    switch (severity) {
    case Severity::Debug:
        return "debug";
    case Severity::Info:
        return "info";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        return "error";
    }
    return "error";
}

void setLogSink(LogSink sink)
{
    currentSink.store(sink);
}

std::string setLogFilter(std::string_view filter)
{
    Filter next;
    std::string unknown;
    while (!filter.empty()) {
        const auto comma = filter.find(',');
        const auto item = filter.substr(0, comma);
        filter = comma == std::string_view::npos ? "" : filter.substr(comma + 1);
        if (item.empty())
            continue;
        const auto equals = item.find('=');
        const bool forOne = equals != std::string_view::npos;
        const auto severity = severityNamed(forOne ? item.substr(equals + 1) : item);
        if (!severity)
            unknown += words(unknown.empty() ? "" : ", ", item);
        else if (forOne)
            next.byCategory.insert_or_assign(std::string(item.substr(0, equals)), *severity);
        else
            next.floor = *severity;
    }
    currentFilter() = std::move(next);
    return unknown;
}

bool logs(const LogCategory& category, Severity severity)
{
    const Filter& filter = currentFilter();
    const auto own = filter.byCategory.find(category.name);
    return severity >= (own == filter.byCategory.end() ? filter.floor : own->second);
}

void detail::writeLog(const LogLine& line)
{
    const LogSink sink = currentSink.load();
    sink ? sink(line) : writeToStandardError(line);
}

} // namespace tf
