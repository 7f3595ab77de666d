#include "engine/json/tokenizer_sections.h"

#include "kernels/base/words.h"

#include <charconv>

namespace tf::json {

namespace {

/// What "ByteLevel" splits by when nothing else does: the pattern of GPT-2.
constexpr std::string_view kByteLevelPattern =
    R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

constexpr std::size_t kMaxAddedTokenBytes = 1024;

Error badSection(std::string_view what)
{
    return {Code::BadInput, std::string(what)};
}

Error unsupported(std::string_view what)
{
    return {Code::Unsupported, words("this tokenizer asks for ", what, ", which is not built")};
}

std::string_view textOf(const Value* value)
{
    return value != nullptr && value->kind == Kind::String ? std::string_view(value->text) : "";
}

std::string_view typeOf(const Value& value)
{
    return textOf(value.find("type"));
}

Result<bool> flagOf(const Value& value, std::string_view name, bool absent)
{
    const Value* flag = value.find(name);
    if (flag == nullptr)
        return absent;
    if (flag->kind != Kind::Bool)
        return badSection(
            words("\"", name, "\" is a ", json::name(flag->kind), ", not true or false"));
    return flag->flag;
}

Result<std::uint32_t> idOf(const Value& value)
{
    const Value* id = value.find("id");
    if (id == nullptr || !id->isInteger())
        return badSection("\"id\" is missing or not a whole number");
    std::uint32_t number = 0;
    const char* end = id->text.data() + id->text.size();
    const auto [at, code] = std::from_chars(id->text.data(), end, number);
    if (code != std::errc() || at != end || number >= kMaxTokenId)
        return badSection(words("id ", id->text, " is out of range; ids are below ", kMaxTokenId));
    return number;
}

Result<TokenizerFile::AddedToken> readAddedToken(const Value& value)
{
    if (value.kind != Kind::Object)
        return badSection(words("a ", name(value.kind), " where an object must be"));
    TokenizerFile::AddedToken token;
    token.text = textOf(value.find("content"));
    token.id = TRY(idOf(value));
    if (token.text.empty() || token.text.size() > kMaxAddedTokenBytes)
        return badSection(
            words("\"content\" must be a text of 1 to ", kMaxAddedTokenBytes, " bytes"));
    for (const std::string_view flag : {"lstrip", "rstrip", "single_word"}) {
        if (TRY(flagOf(value, flag, false)))
            return unsupported(words("\"", flag, "\" on the added token \"", token.text, "\""));
    }
    token.special = TRY(flagOf(value, "special", false));
    token.normalized = TRY(flagOf(value, "normalized", !token.special));
    return token;
}

Result<std::string> readSplit(const Value& value)
{
    const Value* pattern = value.find("pattern");
    const Value* regex = pattern == nullptr ? nullptr : pattern->find("Regex");
    if (textOf(regex).empty())
        return unsupported("a Split by something other than a Regex");
    const auto behavior = textOf(value.find("behavior"));
    const bool invert = TRY(flagOf(value, "invert", false));
    // Both keep every match as a piece; what lies between becomes a piece too.
    if (behavior != "Isolated" && !(behavior == "Removed" && invert))
        return unsupported(
            words("a Split with behavior \"", behavior, "\"", invert ? " inverted" : ""));
    return regex->text;
}

enum class ByteLevelSplits : std::uint8_t { No, Yes };

Result<ByteLevelSplits> readByteLevel(const Value& value)
{
    if (typeOf(value) != "ByteLevel")
        return unsupported(words("the pre_tokenizer \"", typeOf(value), "\""));
    if (TRY(flagOf(value, "add_prefix_space", true)))
        return unsupported("a space before every text (add_prefix_space)");
    return TRY(flagOf(value, "use_regex", true)) ? ByteLevelSplits::Yes : ByteLevelSplits::No;
}

} // namespace

Result<std::vector<TokenizerFile::AddedToken>> readAddedTokens(const Value& value)
{
    std::vector<TokenizerFile::AddedToken> tokens;
    if (value.isNull())
        return tokens;
    if (value.kind != Kind::Array)
        return badSection(words("a ", name(value.kind), " where a list must be"));
    for (const Value& item : value.items)
        tokens.push_back(TRY(readAddedToken(item).because(words("entry ", tokens.size()))));
    return tokens;
}

Result<Normalization> readNormalizer(const Value& value)
{
    if (value.isNull())
        return Normalization::None;
    const auto type = typeOf(value);
    if (type == "NFC")
        return Normalization::Nfc;
    const Value* parts = value.find("normalizers");
    if (type == "Sequence" && parts != nullptr && parts->items.size() <= 1)
        return parts->items.empty() ? Normalization::None : readNormalizer(parts->items.front());
    return unsupported(words("the normalizer \"", type, "\""));
}

Result<std::string> readPreTokenizer(const Value& value)
{
    if (value.isNull())
        return unsupported("no pre_tokenizer (a byte-level one is needed)");
    if (typeOf(value) != "Sequence") {
        const bool splits = TRY(readByteLevel(value)) == ByteLevelSplits::Yes;
        return std::string(splits ? kByteLevelPattern : "");
    }
    const Value* parts = value.find("pretokenizers");
    if (parts == nullptr || parts->items.size() != 2 || typeOf(parts->items[0]) != "Split")
        return unsupported("a pre_tokenizer Sequence other than Split, ByteLevel");
    if (TRY(readByteLevel(parts->items[1])) == ByteLevelSplits::Yes)
        return unsupported("splitting twice (Split, then ByteLevel with use_regex)");
    return readSplit(parts->items[0]);
}

Result<> checkPostProcessor(const Value& value)
{
    if (!value.isNull() && typeOf(value) != "ByteLevel") // ByteLevel changes offsets, never ids
        return unsupported(words("the post_processor \"", typeOf(value), "\""));
    return {};
}

Result<> checkDecoder(const Value& value)
{
    if (!value.isNull() && typeOf(value) != "ByteLevel")
        return unsupported(words("the decoder \"", typeOf(value), "\""));
    return {};
}

Result<> checkModelSetting(std::string_view name, const Value& value)
{
    if (name == "type" && textOf(&value) != "BPE")
        return unsupported(words("the model type \"", textOf(&value), "\""));
    const bool off = value.isNull() || (value.kind == Kind::String && value.text.empty())
        || (value.kind == Kind::Number && (value.text == "0" || value.text == "0.0"));
    if ((name == "continuing_subword_prefix" || name == "end_of_word_suffix" || name == "dropout")
        && !off)
        return unsupported(words("\"", name, "\""));
    if (name == "ignore_merges" && value.kind != Kind::Bool)
        return badSection("\"ignore_merges\" is neither true nor false");
    return {};
}

} // namespace tf::json
