#include "tests/support/golden.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tf::test {

namespace {

/// The line with its end made visible: two texts may differ in nothing else.
std::string lineAt(std::string_view text, std::size_t begin)
{
    if (begin >= text.size())
        return "(end)";
    const auto newline = text.find('\n', begin);
    return words(text.substr(begin, newline - begin),
                 newline == std::string_view::npos ? "(end)" : "");
}

std::string firstDifference(std::string_view got, std::string_view want)
{
    const auto place = static_cast<std::size_t>(
        std::mismatch(got.begin(), got.end(), want.begin(), want.end()).first - got.begin());
    const auto before = got.substr(0, place);
    const auto lineNumber = 1 + std::count(before.begin(), before.end(), '\n');
    const auto newline = before.rfind('\n');
    const auto begin = newline == std::string_view::npos ? 0 : newline + 1;
    return words("line ", lineNumber, "\n  got  ", lineAt(got, begin), "\n  want ",
                 lineAt(want, begin));
}

} // namespace

bool rebasing()
{
    const char* rebase = std::getenv("TRIFOLD_REBASE");
    return rebase != nullptr && std::string_view(rebase) == "1";
}

std::string compareWithFile(const std::string& path, std::string_view text)
{
    if (rebasing()) {
        std::error_code ignored; // the file says why it cannot be written
        std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
        std::ofstream file(path, std::ios::binary);
        return file << text << std::flush ? std::string() : words("cannot write ", path);
    }
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return words(path, " does not exist; TRIFOLD_REBASE=1 writes it");
    const std::string want((std::istreambuf_iterator<char>(file)), {});
    if (text == want)
        return {};
    return words(path, " differs at ", firstDifference(text, want),
                 "\n  TRIFOLD_REBASE=1 accepts it");
}

std::string compareWithGolden(std::string_view name, std::string_view text)
{
    return compareWithFile(words(TRIFOLD_SOURCE_DIR, "/tests/golden/", name), text);
}

} // namespace tf::test
