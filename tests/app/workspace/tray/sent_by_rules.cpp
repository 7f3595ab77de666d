#include "tests/app/workspace/tray/sent_by_rules.h"

using namespace tf;

bool isSentBy(const ingest::RuleChoice& choice, std::string_view path, std::int64_t bytes)
{
    ingest::Rules rules(choice);
    rules.enter("", std::nullopt, std::nullopt);
    for (auto slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
        const auto folder = path.substr(0, slash);
        if (rules.folder(folder).why != ingest::Why::Included)
            return false;
        rules.enter(folder, std::nullopt, std::nullopt);
    }
    return rules.file(path, bytes, ingest::Rules::Tracked::No).why == ingest::Why::Included;
}
