#include "app/cli/model/inspect.h"

#include "app/cli/command_line.h"
#include "app/cli/json_lines.h"
#include "app/cli/model/inspection.h"
#include "engine/json/utf8_repair.h"
#include "kernels/base/words.h"

#include <cstdio>

namespace tf::cli {

namespace {

constexpr std::string_view kInspectUsage =
    "usage: m3 inspect --model DIR [--json]\n"
    "\n"
    "Opens a model folder, checks every file, header and tensor against the config, and prints "
    "what\n"
    "it holds and what it takes. Weights are not read.\n"
    "\n"
    "  --model DIR  a folder with config.json and safetensors\n"
    "  --json       one JSON object instead of the table\n"
    "\n"
    "Memory is that of weights as stored plus cache; activations are not in it. Exit code 1 if "
    "the\n"
    "folder cannot be opened or is damaged; the reason names file and tensor.\n";

struct InspectOptions {
    std::string model;
    bool isJson = false;
};

Result<InspectOptions> readInspectOptions(std::span<const std::string> arguments)
{
    InspectOptions options;
    for (std::size_t idx = 0; idx < arguments.size(); ++idx) {
        const std::string& argument = arguments[idx];
        if (argument == "--json")
            options.isJson = true;
        else if (argument == "--model" && idx + 1 < arguments.size())
            options.model = arguments[++idx];
        else
            return Error(Code::BadInput, words("what is \"", argument, "\"?"));
    }
    if (options.model.empty())
        return Error(Code::BadInput, "--model DIR is missing");
    return options;
}

int runInspect(std::span<const std::string> arguments)
{
    const auto options = readInspectOptions(arguments);
    if (!options)
        return misused("inspect", options.error().text);
    auto inspection = inspectModel(options->model);
    if (!inspection)
        return failed(inspection.error().text);
    inspection->folder = json::repairedUtf8(inspection->folder);
    const auto out =
        options->isJson ? jsonLine(json::write(asJson(*inspection))) : asTable(*inspection);
    std::fwrite(out.data(), 1, out.size(), stdout);
    return kDone;
}

} // namespace

Verb inspectVerb()
{
    return {"inspect", "what a model folder holds, and what it takes", kInspectUsage, runInspect};
}

} // namespace tf::cli
