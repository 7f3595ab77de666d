#include "app/ingest/rules/glob.h"

#include "app/ingest/rules/byte_set.h"

#include <optional>

namespace tf::ingest {

namespace {

constexpr std::string_view kSpecialBytes = "*?[\\";
constexpr std::size_t kMostSets = 0xffff;

} // namespace

Glob::Glob(std::string_view pattern)
{
    if (pattern.ends_with('/')) {
        m_forFolders = true;
        pattern.remove_suffix(1);
    }
    m_forNames = pattern.find('/') == std::string_view::npos;
    if (!m_forNames && pattern.starts_with('/'))
        pattern.remove_prefix(1);
    m_pattern = pattern;

    // What comes before the first special byte is compared as it is, and a `**` right behind it
    // counts as the beginning of the pattern: abc**/x matches abcd/e/x. So it does in git.
    const auto special = std::min(pattern.find_first_of(kSpecialBytes), pattern.size());
    m_prefix = pattern.substr(0, special);
    compile(pattern.substr(special));
    if (m_ops.empty() && !m_prefix.empty())
        m_lastByte = m_prefix.back();
    else if (!m_ops.empty() && m_ops.back().step == Step::Byte)
        m_lastByte = static_cast<char>(m_ops.back().byte);
}

void Glob::compile(std::string_view pattern)
{
    std::size_t at = 0;
    while (at < pattern.size() && !m_isBroken) {
        switch (pattern[at]) {
        case '*':
            at = addStars(pattern, at);
            break;
        case '[':
            at = addSet(pattern, at);
            break;
        case '?':
            m_ops.push_back({Step::Any});
            ++at;
            break;
        case '\\':
            ++at;
            m_isBroken = at == pattern.size();
            [[fallthrough]];
        default:
            if (!m_isBroken)
                m_ops.push_back({Step::Byte, static_cast<unsigned char>(pattern[at])});
            ++at;
        }
    }
}

std::size_t Glob::addStars(std::string_view pattern, std::size_t at)
{
    const auto end = std::min(pattern.find_first_not_of('*', at), pattern.size());
    const auto rest = pattern.substr(end);
    const bool isWhole = (at == 0 || pattern[at - 1] == '/')
        && (rest.empty() || rest.front() == '/' || rest.starts_with("\\/"));
    if (m_forNames || end - at < 2 || !isWhole) {
        m_ops.push_back({Step::Star});
        return end;
    }
    if (!rest.starts_with('/')) {
        m_ops.push_back({Step::Deep});
        return end;
    }
    m_ops.push_back({Step::Folders});
    return end + 1;
}

std::size_t Glob::addSet(std::string_view pattern, std::size_t at)
{
    const auto set = readByteSet(pattern.substr(at));
    if (!set || m_sets.size() == kMostSets) {
        m_isBroken = true;
        return pattern.size();
    }
    m_ops.push_back({Step::Set, 0, static_cast<std::uint16_t>(m_sets.size())});
    m_sets.push_back(set->bytes);
    m_sets.back().reset('/');
    return at + set->numRead;
}

bool Glob::takes(const Op& op, char byte) const
{
    const auto value = static_cast<unsigned char>(byte);
    switch (op.step) {
    case Step::Byte:
        return op.byte == value;
    case Step::Any:
        return byte != '/';
    case Step::Set:
        return m_sets[op.set].test(value);
    case Step::Star:
    case Step::Deep:
    case Step::Folders:
        break;
    }
    return false;
}

// Only the last star and the last deep step are ever tried again. That is exact: what stands
// between two deep steps is a whole number of names, so its first match is also the one that ends
// first; and a star behind which all fails at the end of its name fails for every star before it.
bool Glob::matchesRest(std::string_view text) const
{
    struct Retry {
        std::size_t op = 0; ///< behind the star; 0: none
        std::size_t at = 0; ///< what it leaves to the rest
    };
    Retry star;
    Retry deep;
    std::size_t op = 0;
    std::size_t at = 0;
    for (;;) {
        if (op == m_ops.size() && at == text.size())
            return true;
        if (op < m_ops.size() && m_ops[op].step == Step::Star) {
            star = {++op, at};
            continue;
        }
        if (op < m_ops.size() && m_ops[op].step >= Step::Deep) {
            if (++op == m_ops.size() && m_ops[op - 1].step == Step::Deep)
                return true;
            deep = {op, at};
            star = {};
            continue;
        }
        if (op < m_ops.size() && at < text.size() && takes(m_ops[op], text[at])) {
            ++op;
            ++at;
            continue;
        }
        if (star.op != 0 && star.at < text.size() && text[star.at] != '/') {
            op = star.op;
            at = ++star.at;
            continue;
        }
        if (deep.op == 0 || deep.at >= text.size())
            return false;
        const auto next = m_ops[deep.op - 1].step == Step::Deep ? deep.at : text.find('/', deep.at);
        if (next == std::string_view::npos)
            return false;
        op = deep.op;
        at = deep.at = next + 1;
        star = {};
    }
}

bool Glob::reachesInto(std::string_view folder) const
{
    if (m_isBroken || isFloating())
        return false;
    std::string_view pattern = m_pattern;
    while (!folder.empty()) {
        const auto patternSlash = pattern.find('/');
        const auto part = pattern.substr(0, patternSlash);
        if (part.find("**") != std::string_view::npos)
            return true;
        const auto slash = folder.find('/');
        const auto name = folder.substr(0, slash);
        if (patternSlash == std::string_view::npos || !Glob(part).matches(name, name, Node::Folder))
            return false;
        pattern.remove_prefix(patternSlash + 1);
        folder = slash == std::string_view::npos ? "" : folder.substr(slash + 1);
    }
    return true;
}

} // namespace tf::ingest
