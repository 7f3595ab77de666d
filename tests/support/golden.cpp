#include "tests/support/golden.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tf::test {

namespace {

std::string_view lineAt(std::string_view text, std::size_t begin)
{
    return text.substr(begin, text.find('\n', begin) - begin);
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
                 begin <= want.size() ? lineAt(want, begin) : "(end)");
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
        std::filesystem::create_directories(std::filesystem::path(path).parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return {};
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
