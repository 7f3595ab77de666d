// Any bytes as a tokenizer.json: refused with words, or a tokenizer that keeps its promises.

#include "engine/text/tokens/tokenizer.h"

#include <cstdint>
#include <string>

using namespace tf;
using text::ControlTokens;

namespace {

constexpr std::string_view kTexts[] = {"", "a", "ab abab 12 <x>", "\xff\x80 ab\xc3",
                                       "]~b] e\xcc\x81\n\n"};

bool normalizes(std::string_view json)
{
    return json.find("NFC") != std::string_view::npos;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view json(reinterpret_cast<const char*>(data), size);
    const auto tokenizer = text::Tokenizer::parse(json);
    if (!tokenizer) {
        CHECK(!tokenizer.error().text.empty(), "an error without words");
        return 0;
    }
    for (const auto content : kTexts) {
        const auto ids = tokenizer->encode(content, ControlTokens::AsText);
        if (!ids) // an exploding pattern
            continue;
        for (const auto id : *ids)
            CHECK(!tokenizer->isControlToken(id), "a control token from plain text");
        const auto back = MUST(tokenizer->decode(*ids));
        CHECK(normalizes(json) || back == content, "text was lost");
        if (const auto matched = tokenizer->encode(content, ControlTokens::Match))
            MUST(tokenizer->decode(*matched));
    }
    return 0;
}
