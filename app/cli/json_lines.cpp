#include "app/cli/json_lines.h"

#include "app/cli/standard_input.h"
#include "app/cli/verb.h"
#include "engine/json/utf8_repair.h"
#include "engine/json/value.h"

#include <cstdio>

namespace tf::cli {

namespace {

bool isBlankLine(const std::string& line)
{
    return line.find_first_not_of(" \t\r") == std::string::npos;
}

/// The words may quote what could not be read.
std::string errorLine(const Error& error)
{
    using json::Value;
    return json::write(Value::object({{"error", Value::string(json::repairedUtf8(error.text))}}));
}

} // namespace

int runJsonLines(const JsonLineJob& job)
{
    int exitCode = kDone;
    while (auto line = readLine(stdin)) {
        if (line->has_value() && isBlankLine(line->value()))
            continue;
        const auto result = std::move(*line).and_then(job);
        if (!result)
            exitCode = kFailed;
        const std::string text = (result ? result.value() : errorLine(result.error())) + '\n';
        std::fwrite(text.data(), 1, text.size(), stdout);
    }
    return exitCode;
}

} // namespace tf::cli
