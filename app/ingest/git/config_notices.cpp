#include "app/ingest/git/config_notices.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <optional>
#include <set>

namespace tf::ingest {

namespace {

constexpr std::string_view kBlank = " \t\r";

struct Setting {
    std::string key; ///< "core.fsmonitor", "filter.*.clean": lower case, the middle left out
    std::string value;
};

struct Wish {
    std::string_view key;
    std::string_view what;
};

constexpr std::string_view kProgram = "it would start a program";
constexpr std::string_view kPlace = "it leads to another place";
constexpr std::string_view kSettings = "it would read other settings";

constexpr Wish kWishes[] = {
    {"core.fsmonitor", kProgram},
    {"core.hookspath", kProgram},
    {"core.sshcommand", kProgram},
    {"core.gitproxy", kProgram},
    {"core.pager", kProgram},
    {"core.editor", kProgram},
    {"core.askpass", kProgram},
    {"core.alternaterefscommand", kProgram},
    {"core.worktree", kPlace},
    {"core.attributesfile", kPlace},
    {"core.excludesfile", kPlace},
    {"include.path", kSettings},
    {"includeif.*.path", kSettings},
    {"extensions.worktreeconfig", kSettings},
    {"url.*.insteadof", kPlace},
    {"url.*.pushinsteadof", kPlace},
    {"filter.*.clean", kProgram},
    {"filter.*.smudge", kProgram},
    {"filter.*.process", kProgram},
    {"diff.external", kProgram},
    {"diff.*.command", kProgram},
    {"diff.*.textconv", kProgram},
    {"merge.*.driver", kProgram},
    {"credential.helper", kProgram},
    {"credential.*.helper", kProgram},
    {"gpg.program", kProgram},
    {"gpg.*.program", kProgram},
    {"remote.*.uploadpack", kProgram},
    {"remote.*.receivepack", kProgram},
    {"remote.*.vcs", kProgram},
    {"sequence.editor", kProgram},
    {"submodule.*.update", kProgram},
    {"uploadpack.packobjectshook", kProgram},
};

std::string_view withoutBlanks(std::string_view text)
{
    const auto begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string lower(std::string_view text)
{
    std::string folded(text);
    for (char& letter : folded) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return folded;
}

/// `core` and `filter "x"` as "core." and "filter.*."
std::string sectionKey(std::string_view header)
{
    const auto quote = header.find_first_of("\". \t");
    const auto name = lower(header.substr(0, quote));
    return quote == std::string_view::npos ? name + '.' : name + ".*.";
}

/// The settings of a text, in the order in which they stand. A line that makes no sense is none.
std::vector<Setting> settingsOf(std::string_view text)
{
    std::vector<Setting> settings;
    std::string section;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = withoutBlanks(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with('[')) {
            const auto close = std::min(line.find(']'), line.size());
            section = sectionKey(line.substr(1, close - 1));
            line = withoutBlanks(line.substr(std::min(close + 1, line.size())));
        }
        if (line.empty() || line[0] == '#' || line[0] == ';')
            continue;
        const auto equals = std::min(line.find('='), line.size());
        settings.push_back({section + lower(withoutBlanks(line.substr(0, equals))),
                            lower(withoutBlanks(line.substr(std::min(equals + 1, line.size()))))});
    }
    return settings;
}

/// Git has a file watcher of its own, which a bare true switches on.
bool isHarmless(const Setting& setting)
{
    const bool isSwitch = setting.value == "true" || setting.value == "false";
    return isSwitch
        && (setting.key == "core.fsmonitor" || setting.key == "extensions.worktreeconfig");
}

bool says(std::string_view text, std::string_view key, std::string_view value)
{
    const auto settings = settingsOf(text);
    return std::any_of(settings.begin(), settings.end(), [&](const Setting& setting) {
        return setting.key == key && setting.value == value;
    });
}

} // namespace

std::vector<std::string> configNotices(std::string_view text, std::string_view where)
{
    std::vector<std::string> notices;
    std::set<std::string> told;
    for (const Setting& setting : settingsOf(text)) {
        const auto* const wish =
            std::find_if(std::begin(kWishes), std::end(kWishes),
                         [&](const Wish& known) { return known.key == setting.key; });
        if (wish == std::end(kWishes) || isHarmless(setting) || !told.insert(setting.key).second)
            continue;
        notices.push_back(words(wish->key, " in ", where, " was not obeyed: ", wish->what));
    }
    return notices;
}

bool saysSha256(std::string_view text)
{
    return says(text, "extensions.objectformat", "sha256");
}

bool saysReftable(std::string_view text)
{
    return says(text, "extensions.refstorage", "reftable");
}

} // namespace tf::ingest
