#include "engine/model/end_tokens.h"

#include "engine/json/value.h"
#include "kernels/base/mapped_file.h"
#include "kernels/base/words.h"

#include <charconv>
#include <string>

namespace tf::engine {

namespace {

Result<std::int32_t> tokenFrom(const json::Value& value)
{
    std::int32_t token = 0;
    const char* end = value.text.data() + value.text.size();
    if (value.kind == json::Kind::Number
        && std::from_chars(value.text.data(), end, token).ptr == end && token >= 0)
        return token;
    return Error(Code::BadInput,
                 words("eos_token_id is ", json::write(value), ", not the number of a token"));
}

Result<std::vector<std::int32_t>> tokensFrom(const json::Value& value)
{
    std::vector<std::int32_t> tokens;
    if (value.kind != json::Kind::Array) {
        tokens.push_back(TRY(tokenFrom(value)));
        return tokens;
    }
    for (const json::Value& item : value.items)
        tokens.push_back(TRY(tokenFrom(item)));
    return tokens;
}

Result<std::vector<std::int32_t>> tokensIn(const std::filesystem::path& path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return std::vector<std::int32_t>();
    const auto file = TRY(MappedFile::open(path));
    const auto bytes = TRY(file.bytes(0, file.size()));
    const auto value = TRY(
        json::parse(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size())));
    const json::Value* tokens = value.find("eos_token_id");
    if (tokens == nullptr || tokens->isNull())
        return std::vector<std::int32_t>();
    return tokensFrom(*tokens);
}

} // namespace

Result<std::vector<std::int32_t>> readEndTokens(const std::filesystem::path& folder)
{
    for (const char* name : {"generation_config.json", "config.json"}) {
        auto tokens = TRY(tokensIn(folder / name).because(words("reading ", name)));
        if (!tokens.empty())
            return tokens;
    }
    return std::vector<std::int32_t>();
}

} // namespace tf::engine
