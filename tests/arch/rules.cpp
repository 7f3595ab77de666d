#include "tests/arch/rules.h"

#include "kernels/base/words.h"

namespace tf::test::arch {

namespace {

constexpr Rule kRules[] = {
    {"arrows", arrows},
    {"packages", packages},
    {"colours", colours},
    {"connects", connects},
    {"waiting", waiting},
    {"names", names},
    {"headers", headers},
    {"readmes", nullptr, readmes},
    {"sentences", nullptr, sentences},
    {"cmake_lists", nullptr, cmakeLists},
    {"sizes", sizes, nullptr, Weight::Warns},
};

} // namespace

std::span<const Rule> allRules()
{
    return kRules;
}

std::string report(const Rule& rule, const SourceTree& tree)
{
    std::string lines;
    const auto add = [&](const Violations& violations) {
        for (const auto& violation : violations)
            lines += words(violation.path, ":", violation.line, ": ", rule.name, ": ",
                           violation.words, "\n");
    };
    if (rule.overTree != nullptr)
        add(rule.overTree(tree));
    if (rule.overFile == nullptr)
        return lines;
    for (const auto& file : tree.files)
        add(rule.overFile(file));
    return lines;
}

} // namespace tf::test::arch
