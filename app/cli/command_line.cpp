#include "app/cli/command_line.h"

#include "app/cli/shown_text.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cstdio>

namespace tf::cli {

namespace {

void print(std::FILE* out, std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), out);
}

std::string help(std::span<const Verb> verbs)
{
    std::string text = "Trifold without its window: one verb a job.\n"
                       "\n"
                       "usage: m3 VERB [arguments]\n"
                       "       m3 VERB --help      what a verb does and takes\n"
                       "       m3 --version\n"
                       "\n"
                       "verbs:\n";
    std::size_t widest = 0;
    for (const Verb& verb : verbs)
        widest = std::max(widest, verb.name.size());
    for (const Verb& verb : verbs)
        text += words("  ", verb.name, std::string(widest + 3 - verb.name.size(), ' '),
                      verb.summary, "\n");
    return text;
}

bool asksForHelp(std::string_view argument)
{
    return argument == "--help" || argument == "-h";
}

/// Help can be asked for anywhere before "--", after which everything is a name.
bool anyAsksForHelp(std::span<const std::string> arguments)
{
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    return std::any_of(arguments.begin(), end, asksForHelp);
}

} // namespace

int runCommandLine(std::span<const Verb> verbs, std::span<const std::string> arguments)
{
    if (arguments.empty()) {
        print(stderr, help(verbs));
        return kMisused;
    }
    const std::string& first = arguments.front();
    if (asksForHelp(first) || first == "help") {
        print(stdout, help(verbs));
        return kDone;
    }
    if (first == "--version") {
        print(stdout, "m3 (Trifold) " TRIFOLD_VERSION "\n");
        return kDone;
    }
    const auto verb = std::find_if(verbs.begin(), verbs.end(),
                                   [&first](const Verb& v) { return v.name == first; });
    if (verb == verbs.end())
        return misused("", words("there is no verb \"", first, "\""));
    if (anyAsksForHelp(arguments.subspan(1))) {
        print(stdout, verb->usage);
        return kDone;
    }
    return verb->run(arguments.subspan(1));
}

int misused(std::string_view verb, std::string_view message)
{
    print(stderr,
          words("m3", verb.empty() ? "" : " ", verb, ": ", message, "\nTry: m3",
                verb.empty() ? "" : " ", verb, " --help\n"));
    return kMisused;
}

int failed(std::string_view message)
{
    print(stderr, words("m3: ", shownText(message), "\n"));
    return kFailed;
}

} // namespace tf::cli
