#include "tests/engine/text/tokens/sample_tokenizer.h"

#include "engine/json/value.h"
#include "engine/text/tokens/encoder.h"
#include "kernels/base/words.h"

#include <fstream>
#include <iterator>

namespace tf::test {

namespace {

std::string sampleSpelled(std::span<const text::TokenId> ids)
{
    std::string out;
    for (const text::TokenId id : ids)
        out += words(id, ' ');
    return out;
}

} // namespace

std::string contentOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    CHECK(file.good(), path);
    return {(std::istreambuf_iterator<char>(file)), {}};
}

std::string sampleTokenizerJson()
{
    return contentOf(TRIFOLD_SOURCE_DIR "/tests/golden/tokenizer/small.json");
}

text::Tokenizer sampleTokenizer()
{
    return MUST(text::Tokenizer::parse(sampleTokenizerJson()));
}

std::string replaced(std::string json, std::string_view from, std::string_view to)
{
    const auto place = json.find(from);
    CHECK(place != std::string::npos, from);
    return json.replace(place, from.size(), to);
}

std::string failedCase(const text::Tokenizer& tokenizer, const std::string& path)
{
    const auto lines = contentOf(path);
    text::Encoder encoder(tokenizer);
    int lineNumber = 0;
    for (std::size_t begin = 0; begin < lines.size();) {
        const auto end = lines.find('\n', begin);
        const auto value = MUST(json::parse(std::string_view(lines).substr(begin, end - begin)));
        begin = end + 1;
        ++lineNumber;
        const auto* added = value.find("added");
        const bool asText = added != nullptr && !added->flag;
        std::vector<text::TokenId> wanted;
        for (const auto& id : value.find("ids")->items)
            wanted.push_back(static_cast<text::TokenId>(std::stoul(id.text)));
        const auto got =
            MUST(encoder.encode(value.find("text")->text,
                                asText ? text::ControlTokens::AsText : text::ControlTokens::Match));
        if (!std::equal(got.begin(), got.end(), wanted.begin(), wanted.end()))
            return words(path, ":", lineNumber, ": ", value.find("text")->text, "\n  got  ",
                         sampleSpelled(got), "\n  want ", sampleSpelled(wanted));
    }
    return lineNumber > 0 ? std::string() : words(path, " has no cases");
}

} // namespace tf::test
