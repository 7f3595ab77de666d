// Any bytes as an ignore file and a path, parted by the first zero byte: matching ends in bounded
// time, a line that decides matches alone too, and the rules never let a secret or a repository
// through.

#include "app/ingest/rules/ignore_file.h"

#include "app/ingest/rules/rules.h"
#include "kernels/base/check.h"

#include <algorithm>
#include <cstdint>

using namespace tf::ingest;

namespace {

constexpr std::size_t kMostBytes = 4096;

void checkRules(std::string_view patterns)
{
    Rules rules{RuleChoice()};
    rules.enter("", std::nullopt, patterns);
    CHECK(rules.folder(".git").why == Why::VersionControl, "no line opens a repository");
    CHECK(rules.file(".env", 1, Rules::Tracked::Yes).why == Why::Secret, "no line sends a secret");
    rules.leave();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view all(reinterpret_cast<const char*>(data), std::min(size, kMostBytes));
    const auto zero = std::min(all.find('\0'), all.size());
    const auto patterns = all.substr(0, zero);
    const auto path = all.substr(std::min(zero + 1, all.size()));
    const IgnoreFile file(patterns);
    for (const Node node : {Node::File, Node::Folder}) {
        const auto* line = file.lastMatch(path, node);
        if (line == nullptr)
            continue;
        CHECK(line->number > 0 && !line->glob.isBroken(), "a line that can match decided");
        // A mark in front of the first line is not part of it, and would be of this one.
        const auto* alone = IgnoreFile(line->text).lastMatch(path, node);
        CHECK(line->text.starts_with("\xef\xbb\xbf") || alone != nullptr,
              "the line matches without the others");
    }
    checkRules(patterns);
    const auto rule = parseUserRule(patterns.substr(0, patterns.find('\n')));
    if (rule)
        checkRules(rule->glob);
    return 0;
}
