#include "app/cli/status.h"

#include "app/cli/command_line.h"
#include "kernels/api/cuda_plugin.h"
#include "kernels/base/words.h"

#include <charconv>
#include <cstdio>
#include <fstream>
#include <thread>

namespace tf::cli {

namespace {

std::string gibibytes(std::uint64_t bytes)
{
    char digits[32];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, static_cast<double>(bytes) / (1ULL << 30),
                      std::chars_format::fixed, 1)
            .ptr;
    return words(std::string_view(digits, static_cast<std::size_t>(end - digits)), " GiB");
}

/// A line of /proc such as "MemTotal:  24576 kB", without its name; empty when there is none.
std::string procLine(const char* file, std::string_view name)
{
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(name))
            continue;
        const auto value = line.find_first_not_of(" \t:", name.size());
        return value == std::string::npos ? "" : line.substr(value);
    }
    return "";
}

std::string cpuText()
{
    const std::string model = procLine("/proc/cpuinfo", "model name");
    return words(model.empty() ? "unknown" : model, ", ", std::thread::hardware_concurrency(),
                 " threads");
}

std::string memoryText()
{
    const std::string kibibytes = procLine("/proc/meminfo", "MemTotal");
    std::uint64_t number = 0;
    const auto read =
        std::from_chars(kibibytes.data(), kibibytes.data() + kibibytes.size(), number);
    return read.ec == std::errc() ? gibibytes(number << 10) : "unknown";
}

Result<std::string> gpuText()
{
    const CudaPlugin* plugin = TRY(loadCudaPlugin());
    std::string text;
    for (const Gpu& gpu : TRY(plugin->listGpus()))
        text += words(text.empty() ? "" : "\n             ", gpu.idx, ": ", gpu.name, ", ",
                      gibibytes(gpu.memoryBytes), ", sm_", gpu.majorArch, gpu.minorArch);
    return text;
}

int run(std::span<const std::string> arguments)
{
    if (!arguments.empty())
        return misused("status", words("takes no arguments, got \"", arguments.front(), "\""));
    const auto gpus = gpuText();
    const std::string text =
        words("Trifold      ", TRIFOLD_VERSION, "\n", //
              "CPU          ", cpuText(), "\n", //
              "memory       ", memoryText(), "\n", //
              "GPU          ", gpus ? gpus.value() : "none (" + gpus.error().text + ")", "\n",
              "model        none: this version has no engine yet\n"
              "endpoint     none: this version cannot talk to endpoints yet\n");
    std::fputs(text.c_str(), stdout);
    return kDone;
}

} // namespace

Verb statusVerb()
{
    return {"status", "what this machine can do and what is missing",
            "usage: m3 status\n"
            "\n"
            "Prints the version, the processor, the memory, the GPUs that the driver shows, and\n"
            "what is still missing before a question can be answered here.\n",
            run};
}

} // namespace tf::cli
