// Any bytes as text: the scanner cuts as its pattern does under PCRE2, decoding gives the text
// back, the streamed text is the whole, and no control token comes from untrusted text.

#include "engine/text/tokens/detokenizer.h"
#include "engine/text/tokens/encoder.h"
#include "engine/text/tokens/utf8.h"

#include <cstdint>
#include <string>

#include <unicode/uchar.h>

using namespace tf;
using text::ControlTokens;
using text::Tokenizer;

namespace {

std::vector<std::size_t> endsOf(const text::Pretokenizer& pretokenizer, std::string_view text)
{
    std::vector<std::size_t> all;
    std::vector<std::size_t> ends(7);
    text::Pretokenizer::Run run(pretokenizer, text);
    while (const auto numPieces = MUST(run.next(ends)))
        all.insert(all.end(), ends.begin(), ends.begin() + static_cast<std::ptrdiff_t>(numPieces));
    return all;
}

/// The valid stretches, without what PCRE2 10.42 (Unicode 14) does not know yet.
std::string knownText(std::string_view bytes)
{
    std::string known;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto sequence = text::firstSequence(bytes.substr(at));
        UVersionInfo age = {};
        if (sequence.kind == text::Sequence::Kind::Whole) {
            u_charAge(static_cast<UChar32>(text::codePointAt(bytes, at).value), age);
            if (age[0] <= 14)
                known += bytes.substr(at, sequence.numBytes);
        }
        at += sequence.numBytes;
    }
    return known;
}

/// What is made once and used for every input.
struct Subject {
    text::CharTable table;
    text::Pretokenizer scanner = MUST(text::Pretokenizer::make(text::kO200kPattern, table));
    text::Pretokenizer regex =
        MUST(text::Pretokenizer::make("(?:" + std::string(text::kO200kPattern) + ")", table));
    text::Normalizer normalizer = MUST(text::Normalizer::make(table));
    Tokenizer tokenizer = MUST(Tokenizer::load(
        TRIFOLD_SOURCE_DIR "/tests/golden/tokenizer/small.json", text::CacheFile::None));
    text::Encoder encoder{tokenizer};
};

std::string normalized(const Subject& subject, std::string_view bytes)
{
    std::string out;
    while (!bytes.empty()) {
        const auto numValid = text::validPrefix(bytes);
        out += MUST(subject.normalizer.normalize(bytes.substr(0, numValid)));
        bytes.remove_prefix(numValid);
        const auto numBroken = text::brokenPrefix(bytes);
        out += bytes.substr(0, numBroken);
        bytes.remove_prefix(numBroken);
    }
    return out;
}

std::string streamed(const Tokenizer& tokenizer, std::span<const text::TokenId> ids)
{
    std::string out;
    text::Detokenizer stream(tokenizer);
    for (const auto id : ids)
        out += MUST(stream.push(id));
    return out + stream.flush();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static Subject subject;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto known = knownText(bytes);
    CHECK(endsOf(subject.scanner, known) == endsOf(subject.regex, known), known);

    const auto ids = MUST(subject.encoder.encode(bytes, ControlTokens::AsText));
    const auto back = MUST(subject.tokenizer.decode(ids));
    CHECK(back == normalized(subject, bytes), "text was changed");
    CHECK(streamed(subject.tokenizer, ids) == back, "the stream differs from the whole");
    for (const auto id : ids)
        CHECK(!subject.tokenizer.isControlToken(id), "a control token from plain text");

    const auto fresh = MUST(subject.tokenizer.encode(bytes, ControlTokens::Match));
    const auto matched = MUST(subject.encoder.encode(bytes, ControlTokens::Match));
    CHECK(std::equal(matched.begin(), matched.end(), fresh.begin(), fresh.end()),
          "the encoder remembers something wrong");
    return 0;
}
