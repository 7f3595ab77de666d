#include "app/cli/media/stamp_tokens.h"

#include "engine/text/tokens/tokenizer.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <memory>

namespace tf::cli {

namespace {

/// "]<]12.3 seconds[>[": two tokens before the number, three behind it, the point and the decimal;
/// whole digits go in threes. A tokenizer of 200,000 pieces gives the same for every stamp.
std::int64_t estimatedTokens(std::string_view stamp)
{
    const auto point = std::min(stamp.find('.'), stamp.size());
    const auto numDigits = std::count_if(stamp.begin(), stamp.begin() + static_cast<long>(point),
                                         [](char c) { return c >= '0' && c <= '9'; });
    return 7 + (numDigits + 2) / 3;
}

} // namespace

Result<StampTokens> stampTokens(const std::optional<std::string>& modelFolder)
{
    if (!modelFolder)
        return StampTokens{estimatedTokens,
                           "estimated without a tokenizer: about 8 tokens a stamp; --model DIR "
                           "counts them"};
    const std::filesystem::path folder = *modelFolder;
    auto loaded = TRY(text::Tokenizer::load(folder / "tokenizer.json")
                          .because("--model is for the tokens of time stamps"));
    const auto tokenizer = std::make_shared<text::Tokenizer>(std::move(loaded));
    const auto count = [tokenizer](std::string_view stamp) {
        const auto ids = tokenizer->encode(stamp, text::ControlTokens::Match);
        return ids ? static_cast<std::int64_t>(ids->size()) : estimatedTokens(stamp);
    };
    return StampTokens{count, words("counted by the tokenizer of ", folder.native())};
}

} // namespace tf::cli
