#include "app/settings/repository_rule.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <filesystem>

namespace tf::settings {

namespace {

bool isAddress(std::string_view source)
{
    return source.find("://") != std::string_view::npos;
}

/// "/a/b" lies in "/a" and in "/", and not in "/a/bc".
bool liesIn(std::string_view inner, std::string_view outer)
{
    return inner.starts_with(outer)
        && (inner.size() == outer.size() || outer.ends_with('/') || inner[outer.size()] == '/');
}

std::string listed(const std::vector<std::string>& hosts)
{
    std::string text;
    for (const std::string& host : hosts)
        text += words(text.empty() ? "" : ", ", host);
    return text.empty() ? "nobody" : text;
}

} // namespace

std::string rootOf(const std::string& sourceAsNamed)
{
    std::string root = sourceAsNamed;
    if (!isAddress(sourceAsNamed)) {
        std::error_code failed;
        const auto whole = std::filesystem::weakly_canonical(
            std::filesystem::absolute(sourceAsNamed, failed), failed);
        root = failed ? sourceAsNamed : whole.native();
    }
    while (root.size() > 1 && root.ends_with('/'))
        root.pop_back();
    return root;
}

std::vector<RepositoryRule> rulesFor(const std::vector<RepositoryRule>& rules,
                                     const std::string& root)
{
    std::vector<RepositoryRule> out;
    const RepositoryRule* nearest = nullptr;
    for (const RepositoryRule& rule : rules) {
        if (liesIn(root, rule.root)) {
            if (nearest == nullptr || rule.root.size() > nearest->root.size())
                nearest = &rule;
        } else if (liesIn(rule.root, root)) {
            out.push_back(rule);
        }
    }
    if (nearest != nullptr)
        out.insert(out.begin(), *nearest);
    return out;
}

Result<> mayLeave(const std::vector<RepositoryRule>& rules, const std::string& root,
                  const std::string& host, Agreed agreed)
{
    for (const RepositoryRule& rule : rulesFor(rules, root)) {
        const bool isAllowed = rule.leaving == Leaving::Hosts
            ? std::find(rule.hosts.begin(), rule.hosts.end(), host) != rule.hosts.end()
            : rule.leaving == Leaving::Ask && agreed == Agreed::Yes;
        if (!isAllowed)
            return Error{Code::Denied,
                         words(rule.root, " ", inWords(rule), "; nothing was sent to ", host)};
    }
    return {};
}

std::string inWords(const RepositoryRule& rule)
{
    switch (rule.leaving) {
    case Leaving::Never:
        return "never goes to a server";
    case Leaving::Ask:
        return "goes to a server only when asked and allowed each time";
    case Leaving::Hosts:
        break;
    }
    return words("goes to no server but ", listed(rule.hosts));
}

} // namespace tf::settings
