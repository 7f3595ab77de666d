#include "app/ingest/count/bytes_per_token.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace tf::ingest {

namespace {

struct Ratio {
    std::string_view ending; ///< in lower case; the whole name where it has none
    double bytesPerToken;
};

/// Of all kinds together, each as often as the other.
constexpr double kOfAll = 2.20;

// By tests/measure/bytes_per_token.py. Sorted.
constexpr Ratio kRatios[] = {
    {"asm", 2.70},      {"c", 2.44},    {"cmake", 3.37}, {"cocci", 2.52},   {"conf", 2.46},
    {"cpp", 3.36},      {"css", 2.58},  {"csv", 1.53},   {"dts", 2.23},     {"dtsi", 2.21},
    {"f90", 3.21},      {"h", 2.76},    {"hpp", 2.96},   {"html", 2.97},    {"in", 2.53},
    {"inc", 3.08},      {"js", 2.88},   {"json", 2.95},  {"kconfig", 3.01}, {"m4", 2.95},
    {"makefile", 2.47}, {"md", 2.90},   {"pl", 2.06},    {"pm", 2.67},      {"po", 2.66},
    {"pxd", 3.16},      {"py", 3.23},   {"pyi", 2.75},   {"readme", 3.50},  {"rs", 3.18},
    {"rst", 3.37},      {"s", 2.00},    {"sh", 2.48},    {"sql", 2.97},     {"svg", 2.40},
    {"tc", 2.88},       {"tcl", 2.77},  {"td", 2.74},    {"txt", 3.01},     {"xml", 3.10},
    {"y", 2.44},        {"yaml", 2.98},
};

} // namespace

double bytesPerToken(std::string_view fileName)
{
    const auto dot = fileName.rfind('.');
    const bool hasEnding = dot != std::string_view::npos && dot > 0 && dot + 1 < fileName.size();
    std::string ending(hasEnding ? fileName.substr(dot + 1) : fileName);
    for (char& c : ending) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    const auto* found = std::lower_bound(
        std::begin(kRatios), std::end(kRatios), ending,
        [](const Ratio& ratio, const std::string& wanted) { return ratio.ending < wanted; });
    const bool isKnown = found != std::end(kRatios) && found->ending == ending;
    return isKnown ? found->bytesPerToken : kOfAll;
}

} // namespace tf::ingest
