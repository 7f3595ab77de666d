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
constexpr double kOfAll = 2.42;

// By tests/measure/bytes_per_token.py. Sorted. Not measured, but taken as their kin: cc, cxx, hh,
// htm, jsx, mjs, ts, tsx, yml.
constexpr Ratio kRatios[] = {
    {"asm", 2.70},      {"c", 2.48},    {"cc", 3.36},   {"cmake", 3.36},   {"cocci", 2.52},
    {"conf", 2.47},     {"cpp", 3.36},  {"css", 2.58},  {"csv", 1.54},     {"cxx", 3.36},
    {"dts", 2.20},      {"dtsi", 2.22}, {"f90", 3.21},  {"h", 2.97},       {"hh", 3.20},
    {"hpp", 3.20},      {"htm", 3.02},  {"html", 3.02}, {"in", 2.53},      {"inc", 2.84},
    {"js", 2.88},       {"json", 2.78}, {"jsx", 2.88},  {"kconfig", 3.00}, {"m4", 2.95},
    {"makefile", 2.45}, {"md", 2.89},   {"mjs", 2.88},  {"pl", 1.78},      {"pm", 2.80},
    {"po", 2.66},       {"pxd", 3.16},  {"py", 3.36},   {"pyi", 2.75},     {"readme", 3.50},
    {"rs", 3.18},       {"rst", 3.39},  {"s", 2.01},    {"sh", 2.47},      {"sql", 2.97},
    {"svg", 2.31},      {"tc", 2.88},   {"tcl", 2.77},  {"td", 2.73},      {"ts", 2.88},
    {"tsx", 2.88},      {"txt", 3.00},  {"xml", 2.98},  {"y", 2.44},       {"yaml", 2.98},
    {"yml", 2.98},
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
