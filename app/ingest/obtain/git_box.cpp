#include "app/ingest/obtain/git_box.h"

#include "kernels/base/words.h"

#include <cstdlib>

namespace tf::ingest {

namespace {

using Arguments = std::vector<std::string>;

constexpr const char* kAuthorityInBox = "/authority.pem";
/// Mapped packs count, too.
constexpr std::int64_t kGitAddressBytes = std::int64_t{16} << 30;

void add(Arguments& to, std::initializer_list<std::string> more)
{
    to.insert(to.end(), more.begin(), more.end());
}

void addPrograms(Arguments& to)
{
    add(to, {"--ro-bind", "/usr", "/usr"});
    for (const char* path : {"/bin", "/lib", "/lib64", "/etc/ld.so.cache"})
        add(to, {"--ro-bind-try", path, path});
    add(to, {"--dev", "/dev"});
}

/// Names of hosts and the authorities that vouch for them.
void addNetwork(Arguments& to)
{
    add(to, {"--share-net"});
    for (const char* path : {"/etc/ssl", "/etc/ca-certificates", "/etc/pki", "/etc/resolv.conf",
                             "/etc/hosts", "/etc/nsswitch.conf", "/etc/host.conf", "/etc/gai.conf"})
        add(to, {"--ro-bind-try", path, path});
}

/// What could start programs, ask questions, go elsewhere or do more than was asked.
void addHabits(Arguments& to, const GitBox& box)
{
    const char* redirects = box.network == BoxNetwork::Any ? "initial" : "false";
    for (const auto& habit :
         {std::string("core.hooksPath=/dev/null"), std::string("core.fsmonitor=false"),
          std::string("credential.helper="), std::string("gc.auto=0"),
          std::string("maintenance.auto=false"), std::string("transfer.bundleURI=false"),
          std::string("submodule.recurse=false"), std::string("safe.directory=*"),
          words("http.followRedirects=", redirects)})
        add(to, {"-c", habit});
}

void keepProxies(std::vector<std::string>& environment)
{
    for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY",
                             "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})
        if (const char* value = std::getenv(name); value != nullptr)
            environment.push_back(words(name, "=", value));
}

} // namespace

std::vector<std::string> boxArguments(const GitBox& box, const std::vector<std::string>& git)
{
    Arguments arguments = {"--unshare-all", "--unshare-user", "--die-with-parent",
                           "--new-session", "--cap-drop",     "ALL"};
    addPrograms(arguments);
    if (box.network != BoxNetwork::None)
        addNetwork(arguments);
    add(arguments, {"--bind", box.place.native(), kPlaceInBox});
    if (!box.bundle.empty())
        add(arguments, {"--ro-bind", box.bundle.native(), kBundleInBox});
    if (!box.caFile.empty())
        add(arguments, {"--ro-bind", box.caFile.native(), kAuthorityInBox});
    add(arguments,
        {"--remount-ro", "/", "--chdir", "/", "--", "/usr/bin/prlimit", "--core=0",
         words("--fsize=", box.mostFileBytes), words("--as=", kGitAddressBytes), "--",
         "/usr/bin/git"});
    addHabits(arguments, box);
    arguments.insert(arguments.end(), git.begin(), git.end());
    return arguments;
}

std::vector<std::string> boxEnvironment(const GitBox& box)
{
    std::vector<std::string> environment = {
        "PATH=/usr/bin:/bin",
        "HOME=/nonexistent",
        "LC_ALL=C",
        "GIT_CONFIG_NOSYSTEM=1",
        "GIT_CONFIG_GLOBAL=/dev/null",
        "GIT_TERMINAL_PROMPT=0",
        "GIT_HTTP_LOW_SPEED_LIMIT=500", // bytes a second
        "GIT_HTTP_LOW_SPEED_TIME=60",
        words("GIT_ALLOW_PROTOCOL=", box.protocol),
    };
    if (!box.caFile.empty())
        environment.push_back(words("GIT_SSL_CAINFO=", kAuthorityInBox));
    if (box.network == BoxNetwork::Any)
        keepProxies(environment);
    else
        environment.emplace_back("no_proxy=*");
    return environment;
}

} // namespace tf::ingest
