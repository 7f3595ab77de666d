#include "app/works/tool_check.h"

#include "app/works/checked_copy.h"
#include "app/works/code_shape.h"
#include "app/works/line.h"
#include "app/workspace/said.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>
#include <system_error>

#include <unistd.h>

namespace tf::works {

namespace {

namespace fs = std::filesystem;
using workspace::Said;
using workspace::said;

constexpr std::size_t kMostRoots = 4;

/// What of the files a tool is for.
struct Seen {
    std::vector<std::string> terraformRoots; ///< folders, "" is the outermost
    std::vector<std::string> manifests; ///< of Kubernetes
    std::string compose; ///< empty: there is none
};

std::string folderOf(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

bool isComposeFile(const AnswerFile& file)
{
    const std::string name = inSmallLetters(fs::path(file.path).filename().native());
    return name == "compose.yaml" || name == "compose.yml" || name == "docker-compose.yaml"
        || name == "docker-compose.yml";
}

/// A module's folder is checked with the root that uses it.
bool isModule(const std::string& folder)
{
    return folder.starts_with("modules/") || folder.find("/modules/") != std::string::npos;
}

Seen seenIn(std::span<const AnswerFile> files)
{
    Seen seen;
    std::set<std::string> roots;
    for (const AnswerFile& file : files) {
        const std::string folder = folderOf(file.path);
        if (file.path.ends_with(".tf") && !isModule(folder))
            roots.insert(folder);
        const bool isYaml = file.path.ends_with(".yaml") || file.path.ends_with(".yml");
        if (isYaml && isComposeFile(file) && seen.compose.empty())
            seen.compose = file.path;
        else if (isYaml && !topValue(file.text, "kind").empty())
            seen.manifests.push_back(file.path);
    }
    for (const std::string& root : roots) {
        if (seen.terraformRoots.size() < kMostRoots)
            seen.terraformRoots.push_back(root);
    }
    return seen;
}

std::optional<fs::path> findTool(const ToolPlaces& places, std::string_view name)
{
    for (const fs::path& folder : places.folders) {
        const fs::path program = folder / name;
        std::error_code why;
        if (fs::is_regular_file(program, why) && access(program.c_str(), X_OK) == 0)
            return program;
    }
    return std::nullopt;
}

/// "on main.tf line 3", "main.tf:3", "error in web.yaml: line 3".
void findPlace(CheckResult& result, std::span<const AnswerFile> files)
{
    for (const AnswerFile& file : files) {
        const std::string name = fs::path(file.path).filename().native();
        const std::size_t at = result.said.find(name);
        if (at == std::string::npos)
            continue;
        std::string_view rest(result.said);
        rest = rest.substr(at + name.size(), 80);
        rest = rest.substr(0, rest.find('\n'));
        const std::size_t digits = rest.find_first_of("0123456789");
        result.path = file.path;
        if (digits != rest.npos && (rest.starts_with(':') || rest.find("line") < digits)) {
            for (std::size_t idx = digits;
                 idx < std::min(rest.size(), digits + 7) && rest[idx] >= '0' && rest[idx] <= '9';
                 ++idx)
                result.line = result.line * 10 + (rest[idx] - '0');
        }
        return;
    }
}

class Checking {
public:
    Checking(std::span<const AnswerFile> files, const ToolPlaces& places, const fs::path& folder,
             const CancelToken& cancel)
        : m_files(files)
        , m_places(places)
        , m_folder(folder)
        , m_cancel(cancel)
    {
    }

    Result<std::vector<CheckResult>> run() &&
    {
        const Seen seen = seenIn(m_files);
        if (!seen.terraformRoots.empty())
            TRY(checkTerraform(seen));
        if (!seen.manifests.empty())
            TRY(checkKubernetes(seen));
        if (!seen.compose.empty())
            TRY(checkCompose(seen.compose));
        return std::move(m_results);
    }

private:
    /// The result of a run whose exit code says all; kept for the caller to look at.
    Result<CheckResult> check(std::string name, ToolRun run)
    {
        run.folder = m_folder;
        run.box = m_places.box;
        CheckResult result{.name = std::move(name)};
        auto end = runTool(run, m_cancel);
        TRY(m_cancel.check());
        if (!end) {
            result.reason = end.error().code == Code::Unsupported
                ? said(Said::tr("Checks only run shut in by bubblewrap, which is not installed."))
                : said(Said::tr("It could not be started: %1"), {end.error().text});
            return result;
        }
        result.said = trimmed(end->said);
        if (end->isLate)
            result.reason = said(Said::tr("It took too long and was ended."));
        else if (result.said.starts_with("bwrap:"))
            result.reason = said(Said::tr("Its box could not be made: %1"), {result.said});
        else
            result.state = end->exitCode == 0 ? CheckState::Passed : CheckState::Failed;
        if (result.state == CheckState::Failed)
            findPlace(result, m_files);
        return result;
    }

    void notRun(std::string name, std::string reason)
    {
        m_results.push_back({std::move(name), CheckState::NotRun, std::move(reason)});
    }

    Result<> checkTerraform(const Seen& seen)
    {
        auto tool = findTool(m_places, "terraform");
        if (!tool)
            tool = findTool(m_places, "tofu");
        if (!tool) {
            for (const char* name : {"terraform fmt", "terraform validate"})
                notRun(name, said(Said::tr("Neither terraform nor tofu is installed.")));
            return {};
        }
        const std::string name = tool->filename().native();
        m_results.push_back(
            TRY(check(name + " fmt", {*tool, {"fmt", "-check", "-recursive", "-no-color"}, {}})));
        for (const std::string& root : seen.terraformRoots) {
            const std::string shown = name + " validate" + (root.empty() ? "" : " " + root);
            auto ready = TRY(check(
                shown, {*tool, {"init", "-backend=false", "-input=false", "-no-color"}, {}, root}));
            if (ready.state == CheckState::Failed && wantsNetwork(ready.said)) {
                notRun(shown,
                       said(Said::tr("It needs plugins of providers, which are fetched over "
                                     "the network; checks have none.")));
                continue;
            }
            if (ready.state == CheckState::Passed)
                ready = TRY(check(shown, {*tool, {"validate", "-no-color"}, {}, root}));
            m_results.push_back(std::move(ready));
        }
        return {};
    }

    static bool wantsNetwork(const std::string& said)
    {
        for (const std::string_view words :
             {"Failed to query available provider packages", "Failed to install provider",
              "could not connect", "no such host", "Failed to download module",
              "network is unreachable", "connection refused", "current server API group list"}) {
            if (speaksOf(said, inSmallLetters(words)))
                return true;
        }
        return false;
    }

    Result<> checkKubernetes(const Seen& seen)
    {
        const std::string name = "kubectl --dry-run=client";
        const auto tool = findTool(m_places, "kubectl");
        if (!tool) {
            notRun(name, said(Said::tr("kubectl is not installed.")));
            return {};
        }
        ToolRun run{*tool, {"create", "--dry-run=client", "--validate=false", "-o", "name"}, {}};
        for (const std::string& path : seen.manifests)
            run.arguments.insert(run.arguments.end(), {"-f", path});
        auto result = TRY(check(name, std::move(run)));
        if (result.state == CheckState::Failed && wantsNetwork(result.said)) {
            result.state = CheckState::NotRun;
            result.reason =
                said(Said::tr("kubectl asks a cluster which kinds there are, and checks "
                              "have no network."));
        }
        m_results.push_back(std::move(result));
        return {};
    }

    Result<> checkCompose(const std::string& path)
    {
        const std::string name = "docker compose config";
        const auto tool = findTool(m_places, "docker");
        if (!tool) {
            notRun(name, said(Said::tr("docker is not installed.")));
            return {};
        }
        auto result = TRY(check(name, {*tool, {"compose", "-f", path, "config", "--quiet"}, {}}));
        // Without the plugin, docker knows neither the word nor its options.
        const bool isUnknown = speaksOf(result.said, "unknown command")
            || speaksOf(result.said, "is not a docker command")
            || speaksOf(result.said, "unknown shorthand flag");
        if (result.state == CheckState::Failed && isUnknown) {
            result = {name, CheckState::NotRun,
                      said(Said::tr("docker is installed without its compose plugin."))};
        }
        m_results.push_back(std::move(result));
        return {};
    }

    std::span<const AnswerFile> m_files;
    const ToolPlaces& m_places;
    const fs::path& m_folder;
    const CancelToken& m_cancel;
    std::vector<CheckResult> m_results;
};

} // namespace

ToolPlaces toolPlaces()
{
    ToolPlaces places;
    const char* path = std::getenv("PATH");
    const std::string folders = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
    for (std::size_t begin = 0; begin < folders.size();) {
        const std::size_t end = std::min(folders.find(':', begin), folders.size());
        fs::path folder = folders.substr(begin, end - begin);
        if (folder.is_absolute())
            places.folders.push_back(std::move(folder));
        begin = end + 1;
    }
    return places;
}

std::vector<std::string> checksFor(std::span<const AnswerFile> files)
{
    const Seen seen = seenIn(files);
    std::vector<std::string> names;
    if (!seen.terraformRoots.empty())
        names = {"terraform fmt", "terraform validate"};
    if (!seen.manifests.empty())
        names.emplace_back("kubectl --dry-run=client");
    if (!seen.compose.empty())
        names.emplace_back("docker compose config");
    return names;
}

Result<std::vector<CheckResult>> runChecks(std::span<const AnswerFile> files,
                                           const ToolPlaces& places, const CancelToken& cancel)
{
    const CheckedCopy copy = TRY(CheckedCopy::make(files));
    return Checking(files, places, copy.folder(), cancel).run();
}

} // namespace tf::works
