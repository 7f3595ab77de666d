#include "app/ingest/rules/user_globs.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf::ingest {

namespace {

/// src/** and src/* without what is behind the folder.
std::string_view namedPart(std::string_view glob)
{
    while (glob.ends_with("/**") || glob.ends_with("/*"))
        glob.remove_suffix(glob.ends_with("/**") ? 3 : 2);
    return glob;
}

/// The same glob, still read as a path from the root: "src" of "src/**" is no name of any depth.
Glob namedGlob(std::string_view glob)
{
    const auto named = namedPart(glob);
    if (named.size() == glob.size() || named.find('/') != std::string_view::npos)
        return Glob(named);
    return Glob(words("/", named));
}

int numParts(std::string_view path)
{
    return path.empty() ? 0 : 1 + int(std::count(path.begin(), path.end(), '/'));
}

bool isOnlyStars(const Glob& glob)
{
    return glob.pattern().find_first_not_of("*/") == std::string::npos;
}

} // namespace

Result<UserRule> parseUserRule(std::string_view text)
{
    if (text.empty() || (text.front() != '+' && text.front() != '-'))
        return Error(Code::BadInput, words("rule \"", text, "\": it must begin with + or -"));
    const UserRule rule{std::string(text.substr(1)), text.front() == '+'};
    const Glob glob(rule.glob);
    if (glob.pattern().empty())
        return Error(Code::BadInput, words("rule \"", text, "\": the glob is missing"));
    if (glob.isBroken())
        return Error(Code::BadInput,
                     words("rule \"", text,
                           "\": nothing can match it, a [ is not closed, a class in it is not "
                           "known, or it ends in a backslash"));
    return rule;
}

UserGlobs::UserGlobs(const std::vector<UserRule>& rules)
{
    for (const UserRule& rule : rules)
        m_items.push_back({rule, Glob(rule.glob), namedGlob(rule.glob)});
}

Reaches UserGlobs::reaches(const Reaches& above, std::string_view path, Node node) const
{
    Reaches reaches = above;
    reaches.resize(m_items.size());
    if (m_items.empty() || path.empty())
        return reaches;
    const auto name = path.substr(path.rfind('/') + 1);
    const int depth = numParts(path);
    for (std::size_t idx = 0; idx < m_items.size(); ++idx) {
        if (m_items[idx].whole.matches(path, name, node))
            reaches[idx].whole = depth;
        if (!isOnlyStars(m_items[idx].named) && m_items[idx].named.matches(path, name, node))
            reaches[idx].named = depth;
    }
    return reaches;
}

std::size_t UserGlobs::firstAfterExcluding(const Reaches& reaches) const
{
    for (std::size_t idx = m_items.size(); idx > 0; --idx) {
        if (!m_items[idx - 1].rule.includes && reaches[idx - 1].whole >= 0)
            return idx;
    }
    return 0;
}

const UserRule* UserGlobs::excluding(const Reaches& reaches) const
{
    const auto first = firstAfterExcluding(reaches);
    for (auto idx = first; idx < m_items.size(); ++idx) {
        if (reaches[idx].whole >= 0)
            return nullptr;
    }
    return first == 0 ? nullptr : &m_items[first - 1].rule;
}

bool UserGlobs::bringsBack(const Reaches& reaches, Strength strength, int depth, int ownDepth) const
{
    for (auto idx = firstAfterExcluding(reaches); idx < m_items.size(); ++idx) {
        const int reached = strength == Strength::Named ? reaches[idx].named : reaches[idx].whole;
        if (reached >= depth && (ownDepth == depth || !m_items[idx].whole.isFloating()))
            return true;
    }
    return false;
}

bool UserGlobs::mayReachInto(const Reaches& reaches, std::string_view folder, LeftOut leftOut) const
{
    for (auto idx = firstAfterExcluding(reaches); idx < m_items.size(); ++idx) {
        const Item& item = m_items[idx];
        const bool mayFloat = leftOut == LeftOut::ByGlob && item.whole.isFloating();
        if (item.rule.includes && (mayFloat || item.whole.reachesInto(folder)))
            return true;
    }
    return false;
}

} // namespace tf::ingest
