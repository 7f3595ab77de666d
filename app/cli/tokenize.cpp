#include "app/cli/tokenize.h"

#include "app/cli/command_line.h"
#include "app/cli/json_lines.h"
#include "app/cli/standard_input.h"
#include "engine/json/value.h"
#include "engine/text/tokens/encoder.h"
#include "kernels/base/words.h"

#include <charconv>
#include <cstdio>
#include <optional>

namespace tf::cli {

namespace {

using text::ControlTokens;

struct TokenizeOptions {
    std::string tokenizer;
    bool raw = false;
    bool decode = false;
    bool jsonLines = false;
};

Result<TokenizeOptions> readTokenizeOptions(std::span<const std::string> arguments)
{
    TokenizeOptions options;
    for (std::size_t idx = 0; idx < arguments.size(); ++idx) {
        const std::string& argument = arguments[idx];
        if (argument == "--raw")
            options.raw = true;
        else if (argument == "--decode")
            options.decode = true;
        else if (argument == "--jsonl")
            options.jsonLines = true;
        else if (argument == "--tokenizer" && idx + 1 < arguments.size())
            options.tokenizer = arguments[++idx];
        else
            return Error(Code::BadInput, words("what is \"", argument, "\"?"));
    }
    if (options.tokenizer.empty())
        return Error(Code::BadInput, "--tokenizer FILE is missing");
    if (options.raw && options.decode)
        return Error(Code::BadInput, "--raw means nothing with --decode");
    return options;
}

void printOut(std::string_view out)
{
    std::fwrite(out.data(), 1, out.size(), stdout);
}

std::string idsAsJson(std::span<const text::TokenId> ids)
{
    std::string out = "[";
    char digits[16];
    for (const text::TokenId id : ids) {
        if (out.size() > 1)
            out += ',';
        out.append(digits, std::to_chars(digits, digits + sizeof digits, id).ptr);
    }
    return out += ']';
}

Result<std::vector<text::TokenId>> idsFrom(const json::Value& value)
{
    if (value.kind != json::Kind::Array)
        return Error(Code::BadInput,
                     words("a ", json::name(value.kind), " where a list of ids must be"));
    std::vector<text::TokenId> ids;
    for (const json::Value& item : value.items) {
        text::TokenId id = 0;
        const char* end = item.text.data() + item.text.size();
        const auto [at, code] = std::from_chars(item.text.data(), end, id);
        if (!item.isInteger() || code != std::errc() || at != end)
            return Error(Code::BadInput,
                         words("entry ", ids.size(), " of the ids is no id: ", json::write(item)));
        ids.push_back(id);
    }
    return ids;
}

/// Decoded text as a JSON member; bytes that are no UTF-8 cannot be written there.
Result<std::string> textMember(const std::string& decoded)
{
    std::string quoted;
    json::appendQuoted(quoted, decoded);
    if (!json::parse(quoted))
        return Error(Code::BadInput,
                     "the ids end within a character or are no text; without "
                     "--jsonl their bytes are printed as they are");
    return words("{\"text\":", quoted, "}");
}

/// One case of the kind in the test vectors.
class TokenizeJob {
public:
    TokenizeJob(const text::Tokenizer& tokenizer, const TokenizeOptions& options)
        : m_tokenizer(tokenizer)
        , m_encoder(tokenizer)
        , m_options(options)
    {
    }

    Result<std::string> line(std::string_view line)
    {
        const auto value = TRY(json::parse(line));
        return m_options.decode ? decodeCase(value) : encodeCase(value);
    }

    Result<std::string> encode(std::string_view content)
    {
        const auto controls = m_options.raw ? ControlTokens::AsText : ControlTokens::Match;
        return idsAsJson(TRY(m_encoder.encode(content, controls))) + "\n";
    }

    Result<std::string> decode(std::string_view content) const
    {
        return m_tokenizer.decode(TRY(idsFrom(TRY(json::parse(content)))));
    }

private:
    Result<std::string> encodeCase(const json::Value& value)
    {
        const json::Value* content = value.find("text");
        if (content == nullptr || content->kind != json::Kind::String)
            return Error(Code::BadInput, "the case has no \"text\"");
        const json::Value* added = value.find("added");
        const bool asText =
            m_options.raw || (added != nullptr && added->kind == json::Kind::Bool && !added->flag);
        const auto ids = TRY(
            m_encoder.encode(content->text, asText ? ControlTokens::AsText : ControlTokens::Match));
        return words("{\"ids\":", idsAsJson(ids), "}");
    }

    Result<std::string> decodeCase(const json::Value& value) const
    {
        const json::Value* ids = value.find("ids");
        if (ids == nullptr)
            return Error(Code::BadInput, "the case has no \"ids\"");
        return textMember(TRY(m_tokenizer.decode(TRY(idsFrom(*ids)))));
    }

    const text::Tokenizer& m_tokenizer;
    text::Encoder m_encoder;
    TokenizeOptions m_options;
};

int runTokenize(std::span<const std::string> arguments)
{
    const auto options = readTokenizeOptions(arguments);
    if (!options)
        return misused("tokenize", options.error().text);
    const auto tokenizer = text::Tokenizer::load(options->tokenizer);
    if (!tokenizer)
        return failed(tokenizer.error().text);
    TokenizeJob job(*tokenizer, *options);
    if (options->jsonLines)
        return runJsonLines([&job](const std::string& line) { return job.line(line); });

    const auto content = readAll(stdin);
    if (!content)
        return failed(content.error().text);
    const auto result = options->decode ? job.decode(*content) : job.encode(*content);
    if (!result)
        return failed(result.error().text);
    printOut(*result);
    return kDone;
}

} // namespace

Verb tokenizeVerb()
{
    return {
        "tokenize", "text to token ids and back",
        "usage: m3 tokenize --tokenizer FILE [--raw] < text       ids, a JSON list on one line\n"
        "       m3 tokenize --tokenizer FILE --decode < ids       the text's bytes\n"
        "       m3 tokenize --tokenizer FILE [--raw] --jsonl      {\"text\":…} to {\"ids\":…}, a "
        "line "
        "each\n"
        "       m3 tokenize --tokenizer FILE --decode --jsonl     {\"ids\":…} to {\"text\":…}, a "
        "line "
        "each\n"
        "\n"
        "  --tokenizer FILE  a tokenizer.json; its tables are kept beside it as FILE.tfcache\n"
        "  --raw             control tokens in the text are ordinary text, as for untrusted input\n"
        "  --decode          from ids to text\n"
        "  --jsonl           many cases; \"added\": false in a case is --raw for it alone. A case "
        "that\n"
        "                    fails gives {\"error\":…}, the others go on, and the exit code is 1\n",
        runTokenize};
}

} // namespace tf::cli
