#include "app/ingest/pack/worth.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace tf::ingest {

namespace {

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& list)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 16> kTestFolders = {
    "test",      "tests",         "testing",  "testdata",     "test-data", "__tests__",
    "spec",      "specs",         "fixtures", "__fixtures__", "mocks",     "__mocks__",
    "snapshots", "__snapshots__", "e2e",      "testsuite"};
constexpr std::array<std::string_view, 9> kDataFolders = {
    "testdata",      "test-data", "fixtures", "__fixtures__", "snapshots",
    "__snapshots__", "data",      "locale",   "locales"};
constexpr std::array<std::string_view, 17> kDataEndings = {
    "json",    "jsonl", "csv", "tsv", "svg",    "xml", "po",    "pot",  "snap",
    "geojson", "log",   "dat", "txt", "ndjson", "sql", "plist", "ipynb"};
constexpr std::array<std::string_view, 7> kDocumentEndings = {"md",  "rst",  "adoc",   "tex",
                                                              "org", "html", "textile"};
constexpr std::array<std::string_view, 14> kSettingsEndings = {
    "yml", "yaml",   "toml",  "ini", "cfg",          "conf", "properties",
    "env", "gradle", "cmake", "nix", "editorconfig", "lock", "service"};
constexpr std::array<std::string_view, 15> kEntrances = {
    "readme",         "readme.md",          "readme.rst",   "readme.txt",
    "cmakelists.txt", "makefile",           "package.json", "cargo.toml",
    "go.mod",         "pyproject.toml",     "setup.py",     "pom.xml",
    "build.gradle",   "docker-compose.yml", "dockerfile"};

std::string lower(std::string_view text)
{
    std::string low(text);
    for (char& letter : low)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return low;
}

/// Any folder on the way to `path` is one of `list`.
template <std::size_t N>
bool isUnderOneOf(std::string_view path, const std::array<std::string_view, N>& list)
{
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
        if (isOneOf(path.substr(0, slash), list))
            return true;
        path.remove_prefix(slash + 1);
    }
    return false;
}

/// foo_test.go, test_foo.py, foo.test.ts, foo.spec.js.
bool isNamedTest(std::string_view file)
{
    const auto stem = file.substr(0, file.rfind('.'));
    return stem.ends_with("_test") || stem.ends_with(".test") || stem.ends_with(".spec")
        || stem.starts_with("test_") || stem.starts_with("tst_");
}

} // namespace

Worth worthOf(std::string_view path)
{
    const std::string low = lower(path);
    const auto slash = low.rfind('/');
    const std::string_view file = slash == std::string::npos
        ? std::string_view(low)
        : std::string_view(low).substr(slash + 1);
    if (slash == std::string::npos && isOneOf(file, kEntrances))
        return Worth::Entrance;
    const auto dot = file.rfind('.');
    const auto ending = dot == std::string_view::npos ? std::string_view() : file.substr(dot + 1);
    const bool isData = isOneOf(ending, kDataEndings);
    if (isUnderOneOf(low, kDataFolders) || (isData && file != "cmakelists.txt"))
        return Worth::Data;
    if (isUnderOneOf(low, kTestFolders) || isNamedTest(file))
        return Worth::Tests;
    if (isOneOf(ending, kDocumentEndings))
        return Worth::Documents;
    if (isOneOf(ending, kSettingsEndings) || file.starts_with('.'))
        return Worth::Settings;
    return Worth::Source;
}

std::string_view name(Worth worth)
{
    constexpr std::string_view kNames[] = {"data",     "tests",  "documents",
                                           "settings", "source", "entrances"};
    static_assert(std::size(kNames) == kNumWorths);
    return kNames[static_cast<std::size_t>(worth)];
}

std::string_view turnOf(Worth worth)
{
    constexpr std::string_view kTurns[] = {"data goes first",
                                           "tests go after data",
                                           "documents go after tests",
                                           "settings go after documents",
                                           "source goes when little else is left",
                                           "what stands at the entrance goes last"};
    static_assert(std::size(kTurns) == kNumWorths);
    return kTurns[static_cast<std::size_t>(worth)];
}

} // namespace tf::ingest
