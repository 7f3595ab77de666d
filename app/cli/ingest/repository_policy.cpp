#include "app/cli/ingest/repository_policy.h"

#include "app/settings/settings.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::cli {

namespace {

using settings::Leaving;
using settings::RepositoryRule;

/// A broken file may have held a rule: then nothing is assumed.
Result<settings::Loaded> loadRules()
{
    auto loaded = settings::load(settings::defaultPath());
    for (const settings::Notice& notice : loaded.notices) {
        const bool isLost = notice.kind != settings::NoticeKind::MemberIgnored;
        if (isLost || notice.where.startsWith(QLatin1String("repositories")))
            return Error{
                Code::Denied,
                words("the settings, where rules about repositories are kept, are broken: ",
                      notice.where.toStdString(), ": ", notice.reason.toStdString())};
    }
    return loaded;
}

std::vector<std::string> hostsIn(std::string_view text)
{
    std::vector<std::string> hosts;
    while (!text.empty()) {
        const auto end = std::min(text.find(','), text.size());
        if (end > 0)
            hosts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return hosts;
}

/// Nothing for "any".
std::optional<RepositoryRule> ruleOf(const std::string& root, const std::string& policy)
{
    if (policy == "any")
        return std::nullopt;
    if (policy == "never")
        return RepositoryRule{root, Leaving::Never, {}};
    if (policy == "ask")
        return RepositoryRule{root, Leaving::Ask, {}};
    return RepositoryRule{root, Leaving::Hosts, hostsIn(policy)};
}

std::string shownRules(const std::vector<RepositoryRule>& rules, const std::string& root)
{
    std::string text;
    for (const RepositoryRule& rule : settings::rulesFor(rules, root))
        text += words(rule.root, " ", settings::inWords(rule), "\n");
    return text.empty() ? words(root, " may go to any server that is asked\n") : text;
}

} // namespace

Result<> mayGoTo(const std::string& host, const std::string& source, settings::Agreed agreed)
{
    const auto loaded = TRY(loadRules());
    auto may =
        settings::mayLeave(loaded.settings.repositories, settings::rootOf(source), host, agreed);
    if (may)
        return may;
    return Error{
        may.error().code,
        words(may.error().text, " (m3 ingest SOURCE --policy; --allow-remote is for ask)")};
}

Result<std::string> showOrSetPolicy(const std::string& source, const std::string& policy)
{
    auto loaded = TRY(loadRules());
    auto& rules = loaded.settings.repositories;
    const std::string root = settings::rootOf(source);
    if (policy == "show")
        return shownRules(rules, root);
    const auto rule = ruleOf(root, policy);
    if (rule && rule->leaving == Leaving::Hosts && rule->hosts.empty())
        return Error{Code::BadInput, "--policy: any, ask, never, show or HOST[,HOST]…"};
    std::erase_if(rules, [&](const RepositoryRule& kept) { return kept.root == root; });
    if (rule)
        rules.push_back(*rule);
    TRY(settings::save(settings::defaultPath(), loaded.settings));
    return shownRules(rules, root);
}

} // namespace tf::cli
