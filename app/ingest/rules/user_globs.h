#pragma once

// The user's globs, and how deep on the way to a path they match.
//
// A glob holds for what it matches and for all that is in it. What a kind of file leaves out comes
// back only by a glob that names it: `+node_modules/**` does, `+src/**` does not bring back
// src/node_modules. Globs that float (`*.md`, `**/x`) reach into no folder that was left out for
// another reason than a glob.

#include "app/ingest/rules/glob.h"
#include "app/ingest/rules/rules.h"

namespace tf::ingest {

/// How many parts of a path the deepest match of one glob has; -1: it does not match.
struct Reach {
    int whole = -1; ///< the glob as it stands
    int named = -1; ///< without the /** or /* at its end
};

/// One a glob, for one path.
using Reaches = std::vector<Reach>;

/// What brings something back that was left out.
enum class Strength : std::uint8_t {
    Matched, ///< enough against ignore files
    Named, ///< against kinds
};

class UserGlobs {
public:
    explicit UserGlobs(const std::vector<UserRule>& rules);

    /// Of a path whose folder has the reaches `above`. Thread: any.
    [[nodiscard]] Reaches reaches(const Reaches& above, std::string_view path, Node node) const;

    /// The rule that leaves the path out; nullptr: none, or one after it includes it again.
    [[nodiscard]] const UserRule* excluding(const Reaches& reaches) const;
    /// True when a rule includes what was left out at `depth` parts of its path, where the path
    /// itself has `ownDepth`.
    [[nodiscard]] bool bringsBack(const Reaches& reaches, Strength strength, int depth,
                                  int ownDepth) const;

    enum class LeftOut : std::uint8_t { ByGlob, Otherwise };
    /// True when a rule may include something in that folder.
    [[nodiscard]] bool mayReachInto(const Reaches& reaches, std::string_view folder,
                                    LeftOut leftOut) const;

private:
    struct Item {
        UserRule rule;
        Glob whole;
        Glob named;
    };

    [[nodiscard]] std::size_t firstAfterExcluding(const Reaches& reaches) const;

    std::vector<Item> m_items;
};

} // namespace tf::ingest
