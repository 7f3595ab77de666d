#include "app/ingest/obtain/git_words.h"

#include "app/ingest/obtain/address.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace tf::ingest {

namespace {

constexpr std::size_t kMostQuotedBytes = 300;
constexpr std::size_t kObjectNameDigits = 40;

constexpr std::string_view kPartOfHistory =
    "the bundle holds changes to a history that it does not hold; make one with the whole "
    "history: git bundle create FILE --all";

struct KnownTrouble {
    std::string_view said; ///< a part of it
    Code code;
    std::string_view meaning;
};

/// The first that is found counts.
constexpr KnownTrouble kTroubles[] = {
    {"Could not resolve proxy", Code::Network, "there is no proxy of that name"},
    {"Could not resolve host", Code::Network,
     "there is no host of that name, or no connection to look it up"},
    {"could not read Username", Code::Denied,
     "the server wants a login; clone it yourself with git and open the folder"},
    {"could not read Password", Code::Denied,
     "the server wants a login; clone it yourself with git and open the folder"},
    {"Authentication failed", Code::Denied,
     "the server wants a login; clone it yourself with git and open the folder"},
    {"returned error: 403", Code::Denied, "the server does not allow it"},
    {"returned error: 401", Code::Denied,
     "the server wants a login; clone it yourself with git and open the folder"},
    {"returned error: 407", Code::Denied, "the proxy wants a login"},
    {"certificate", Code::Denied,
     "the server's certificate is not to be trusted: expired, of another host, or of an unknown "
     "authority"},
    {"not allowed", Code::Denied, "the server leads to an address of another kind"},
    {"returned error: 30", Code::Denied, "the server leads to another address: name that one"},
    {"redirect", Code::Denied, "the server leads to another address: name that one"},
    {"Remote branch", Code::NotFound, "there is no such branch or tag"},
    {"couldn't find remote ref", Code::NotFound, "there is no such branch or tag"},
    {"lacks these prerequisite", Code::BadInput, kPartOfHistory},
    {"does not look like a v2 or v3 bundle", Code::Corrupt, "the bundle is damaged"},
    {"early EOF", Code::Corrupt, "it is cut off"},
    {"index-pack", Code::Corrupt, "its objects are damaged or cut off"},
    {"unpack-objects", Code::Corrupt, "its objects are damaged or cut off"},
    {"bad object", Code::Corrupt, "its objects are damaged or cut off"},
    {"No space left", Code::Busy, "the disk is full"},
    {"not valid: is this a git repository", Code::BadInput,
     "the server answers, and there is no git repository"},
    {"not found", Code::NotFound, "there is no repository, or it wants a login"},
    {"returned error: 404", Code::NotFound, "there is no repository, or it wants a login"},
    {"Failed to connect", Code::Network, "nobody answers there"},
    {"timed out", Code::Network, "the server does not answer"},
    {"too slow", Code::Network, "the server does not answer"},
    {"unable to access", Code::Network, "the server cannot be reached"},
    {"failed to execute /usr/bin/git", Code::Unsupported, "there is no git: install it"},
    {"empty repository", Code::BadInput, "it is empty: there is no commit yet"},
};

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        if (end > 0)
            lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Lines that a server had sent are not git's.
std::string ownWords(std::string_view said)
{
    std::string own;
    for (const auto line : linesOf(said))
        if (!line.starts_with("remote:"))
            own += words(line, "\n");
    return own;
}

/// The line that says why, as it can be shown.
std::string reasonIn(std::string_view own)
{
    std::string_view best;
    for (const auto line : linesOf(own))
        if (line.starts_with("fatal:") || line.starts_with("error:") || line.starts_with("bwrap:")
            || best.empty())
            best = line;
    std::string text = withoutUserinfo(best).substr(0, kMostQuotedBytes);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c < 0x20 || c > 0x7E; }, '?');
    return text;
}

std::int64_t numberAt(std::string_view text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::max<std::int64_t>(number, 0);
}

} // namespace

std::optional<ObtainProgress> gitProgress(std::string_view line)
{
    if (line.starts_with("remote: "))
        line.remove_prefix(8);
    const auto colon = line.find(": ");
    const auto open = line.find('(', colon == std::string_view::npos ? line.size() : colon);
    const auto slash = line.find('/', open == std::string_view::npos ? line.size() : open);
    const auto doing = line.substr(0, std::min(colon, line.size()));
    if (slash == std::string_view::npos || line.find('%') > open
        || (doing != "Receiving objects" && doing != "Resolving deltas"
            && doing != "Compressing objects" && doing != "Counting objects"
            && doing != "Unpacking objects"))
        return std::nullopt;
    ObtainProgress progress;
    progress.doing = doing;
    progress.done = numberAt(line.substr(open + 1));
    progress.total = numberAt(line.substr(slash + 1));
    return progress;
}

Error gitError(std::string_view said, std::string_view what, std::string_view ref)
{
    const auto own = ownWords(said);
    const auto source = words("cannot fetch ", withoutUserinfo(what),
                              ref.empty() ? "" : words(" at \"", ref, "\""), ": ");
    if (own.starts_with("bwrap:"))
        return {Code::Unsupported,
                words(source,
                      "git only runs shut in by bubblewrap, which this system does not "
                      "let do so (user namespaces must be allowed): ",
                      reasonIn(own))};
    for (const auto& trouble : kTroubles)
        if (own.find(trouble.said) != std::string::npos)
            return {trouble.code, words(source, trouble.meaning, " (", reasonIn(own), ")")};
    return {Code::Corrupt, words(source, "git failed (", reasonIn(own), ")")};
}

bool wantsWholeHistory(std::string_view said)
{
    return said.find("dumb http transport does not support shallow") != std::string_view::npos;
}

bool isBundle(std::string_view head)
{
    return head.starts_with("# v2 git bundle\n") || head.starts_with("# v3 git bundle\n");
}

Result<std::string> bundleBranch(std::string_view head)
{
    const auto end = head.find("\n\n");
    if (!isBundle(head) || end == std::string_view::npos)
        return Error(Code::Corrupt, "the bundle is damaged: its list of branches has no end");
    std::string found;
    for (const auto line : linesOf(head.substr(0, end))) {
        if (line.starts_with('-'))
            return Error(Code::BadInput, std::string(kPartOfHistory));
        if (line.size() <= kObjectNameDigits || line.starts_with('#') || line.starts_with('@'))
            continue;
        const auto name = line.substr(std::min(line.find(' ') + 1, line.size()));
        if (name == "HEAD")
            return std::string();
        constexpr std::string_view kBranches = "refs/heads/";
        if (!name.starts_with(kBranches))
            continue;
        const auto branch = name.substr(kBranches.size());
        const bool isUsual = branch == "main" || (branch == "master" && found != "main");
        if (checkRef(branch) && (found.empty() || isUsual))
            found = branch;
    }
    if (found.empty())
        return Error(Code::BadInput, "the bundle holds no branch; name one of its tags");
    return found;
}

} // namespace tf::ingest
