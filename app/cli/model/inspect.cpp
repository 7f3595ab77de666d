#include "app/cli/model/inspect.h"

#include "app/cli/command_line.h"
#include "app/cli/json_lines.h"
#include "app/cli/media/media_inspection.h"
#include "app/cli/model/inspection.h"
#include "engine/json/utf8_repair.h"
#include "kernels/base/words.h"

#include <cstdio>

namespace tf::cli {

namespace {

constexpr std::string_view kInspectUsage =
    "usage: m3 inspect --model DIR [--json]\n"
    "       m3 inspect MEDIA [--json]\n"
    "\n"
    "Opens a model folder, checks every file, header and tensor against the config, and prints "
    "what\n"
    "it holds and what it takes. Weights are not read.\n"
    "\n"
    "  --model DIR  a folder with config.json and safetensors\n"
    "  MEDIA        a picture or a clip: what it is, its times, its tokens at each tier, its\n"
    "               faults; it is probed in a process of its own\n"
    "  --json       one JSON object instead of the table\n"
    "\n"
    "Memory is that of weights as stored plus cache; activations are not in it. Exit code 1 if "
    "the\n"
    "folder cannot be opened or is damaged; the reason names file and tensor.\n";

struct InspectOptions {
    std::string model;
    std::string medium; ///< instead of the model
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
        else if (!argument.starts_with("--") && options.medium.empty())
            options.medium = argument;
        else
            return Error(Code::BadInput, words("what is \"", argument, "\"?"));
    }
    if (options.model.empty() == options.medium.empty())
        return Error(Code::BadInput, "--model DIR or MEDIA must be there, not both");
    return options;
}

template <class Inspection>
int tell(const Inspection& inspection, bool isJson)
{
    const auto out = isJson ? jsonLine(json::write(asJson(inspection))) : asTable(inspection);
    std::fwrite(out.data(), 1, out.size(), stdout);
    return kDone;
}

int runInspect(std::span<const std::string> arguments)
{
    const auto options = readInspectOptions(arguments);
    if (!options)
        return misused("inspect", options.error().text);
    if (!options->medium.empty()) {
        const auto inspection = inspectMedium(options->medium);
        return inspection ? tell(*inspection, options->isJson) : failed(inspection.error().text);
    }
    auto inspection = inspectModel(options->model);
    if (!inspection)
        return failed(inspection.error().text);
    inspection->folder = json::repairedUtf8(inspection->folder);
    return tell(*inspection, options->isJson);
}

} // namespace

Verb inspectVerb()
{
    return {"inspect", "what a model folder, a picture or a clip holds, and what it takes",
            kInspectUsage, runInspect};
}

} // namespace tf::cli
