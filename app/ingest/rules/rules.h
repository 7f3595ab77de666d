#pragma once

// Which files are sent, and why the others are not: ignore files, the user's globs, kinds of file.
//
// The user's globs win over ignore files, the last that matches over those before; over a kind of
// file wins one that names what the kind leaves out. Between ignore files .trifoldignore wins, and
// of one sort the deeper. Ignore files are text to be matched, nothing in them is run. Thread: any.

#include "app/ingest/listing.h"
#include "kernels/base/result.h"

#include <memory>
#include <optional>
#include <string_view>

namespace tf::ingest {

/// "+src/**" or "-**/testdata/**", in the order in which the user gave them.
struct UserRule {
    std::string glob;
    bool includes = true;

    bool operator==(const UserRule&) const = default;
};

/// What the user has chosen; a kind that is not taken is left out with its reason.
struct RuleChoice {
    std::vector<UserRule> rules;
    std::int64_t mostBytes = 1 << 20; ///< of one file
    bool takesIgnored = false;
    bool takesGenerated = false;
    bool takesVendored = false;
    bool takesLockFiles = false;

    bool operator==(const RuleChoice&) const = default;
};

/// A rule as the user writes it. BadInput names what is wrong with it.
Result<UserRule> parseUserRule(std::string_view text);

/// The rules on the way down a tree: enter() a folder before what is in it, leave() it after.
class Rules {
public:
    explicit Rules(RuleChoice choice);
    Rules(Rules&&) noexcept;
    Rules& operator=(Rules&&) noexcept;
    ~Rules();

    /// What git ignores besides (.git/info/exclude): weaker than every .gitignore. Before enter().
    void exclude(std::string_view patterns);

    /// First with "", the root, then each folder on the way with its whole path. `gitignore` and
    /// `ours` are the contents of the folder's ignore files; nothing: there is none.
    void enter(std::string_view folder, std::optional<std::string_view> gitignore,
               std::optional<std::string_view> ours);
    void leave();

    /// Of a folder Yes means that it holds a tracked file.
    enum class Tracked : std::uint8_t { No, Yes };
    /// A folder's verdict other than Included leaves out all that is in it; it is Included while a
    /// rule of the user's may include something below. What is tracked is not ignored by
    /// .gitignore. Requires, as file() does: the folder that it is in was the last to be entered.
    [[nodiscard]] Verdict folder(std::string_view path, Tracked tracked = Tracked::No) const;
    [[nodiscard]] Verdict file(std::string_view path, std::int64_t size, Tracked tracked) const;
    /// For a file that is included so far: what its first bytes say (8 KiB are enough). Thread:
    /// any, also while another enters and leaves folders.
    [[nodiscard]] Verdict content(std::string_view path, std::string_view head) const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tf::ingest
