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

struct LineEnd {
    std::string_view character;
    std::string_view escape;
};

constexpr LineEnd kLineEnds[] = {
    {"\u0085", "\\u0085"},
    {"\u2028", "\\u2028"},
    {"\u2029", "\\u2029"},
};

const LineEnd* lineEndAt(std::string_view text, std::size_t at)
{
    if (text[at] != '\xc2' && text[at] != '\xe2')
        return nullptr;
    for (const LineEnd& lineEnd : kLineEnds) {
        if (text.substr(at).starts_with(lineEnd.character))
            return &lineEnd;
    }
    return nullptr;
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
        const std::string text = jsonLine(result ? result.value() : errorLine(result.error()));
        std::fwrite(text.data(), 1, text.size(), stdout);
    }
    return exitCode;
}

std::string jsonLine(std::string_view json)
{
    std::string line;
    line.reserve(json.size() + 1);
    for (std::size_t at = 0; at < json.size();) {
        if (const LineEnd* lineEnd = lineEndAt(json, at)) {
            line += lineEnd->escape;
            at += lineEnd->character.size();
        } else {
            line += json[at++];
        }
    }
    line += '\n';
    return line;
}

} // namespace tf::cli
