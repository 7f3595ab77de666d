#include "tests/engine/model/golden_files.h"

#include "tests/engine/model/tiny_checkpoint.h"

#include <charconv>

namespace tf::test {

std::vector<std::int32_t> goldenTokens(const std::filesystem::path& folder)
{
    std::vector<std::int32_t> tokens;
    for (const auto& item : MUST(json::parse(readText(folder / "tokens.json"))).items) {
        tokens.push_back(0);
        std::from_chars(item.text.data(), item.text.data() + item.text.size(), tokens.back());
    }
    return tokens;
}

} // namespace tf::test
