#include "app/wire/trouble.h"

#include "app/wire/fields.h"
#include "engine/json/utf8_repair.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace tf::wire {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string shortened(std::string_view text)
{
    return json::repairedUtf8(text.substr(0, kMaxTroubleBytes));
}

/// MiniMax ends its words with the code in brackets: "invalid params, … (2013)".
std::int64_t codeAtEnd(std::string_view text)
{
    const auto open = text.rfind('(');
    if (open == std::string_view::npos || !text.ends_with(')'))
        return 0;
    std::int64_t code = 0;
    const char* end = text.data() + text.size() - 1;
    const auto read = std::from_chars(text.data() + open + 1, end, code);
    return read.ec == std::errc() && read.ptr == end && code >= 1000 && code < 10'000 ? code : 0;
}

/// "maximum context length is 524,288 tokens": the first number after those words.
std::optional<std::int64_t> limitIn(std::string_view text)
{
    constexpr std::string_view kPhrases[] = {"context length", "context window", "max_model_len",
                                             "maximum number of tokens"};
    auto at = std::string_view::npos;
    for (const auto phrase : kPhrases)
        at = std::min(at, text.find(phrase));
    if (at == std::string_view::npos)
        return std::nullopt;
    std::int64_t number = 0;
    while (at < text.size() && !isDigit(text[at]))
        ++at;
    for (; at < text.size() && (isDigit(text[at]) || text[at] == ','); ++at) {
        if (number > std::int64_t(1) << 40)
            return std::nullopt;
        if (text[at] != ',')
            number = number * 10 + (text[at] - '0');
    }
    return number >= 256 ? std::optional(number) : std::nullopt;
}

void takeWords(Trouble& trouble, std::string_view text)
{
    trouble.text = shortened(text);
    trouble.limitTokens = limitIn(trouble.text);
    if (trouble.vendorCode == 0)
        trouble.vendorCode = codeAtEnd(trouble.text);
}

std::string stringOr(const json::Value& object, std::string_view name)
{
    const std::string* text = stringIn(object, name);
    return text != nullptr ? shortened(*text) : std::string();
}

Trouble fromObject(const json::Value& error)
{
    Trouble trouble;
    trouble.type = stringOr(error, "type");
    if (const auto code = wholeNumberIn(error, "code"))
        (*code >= 1000 ? trouble.vendorCode : trouble.status) = *code;
    else if (trouble.type.empty())
        trouble.type = stringOr(error, "code");
    std::string text = stringOr(error, "message");
    // OpenRouter: the words of the server behind it.
    if (const json::Value* metadata = objectIn(error, "metadata")) {
        if (const std::string* raw = stringIn(*metadata, "raw"))
            text += words(text.empty() ? "" : ": ", *raw);
    }
    takeWords(trouble, text);
    return trouble;
}

std::optional<Trouble> fromBaseResp(const json::Value& answer)
{
    const json::Value* base = objectIn(answer, "base_resp");
    const auto code = base != nullptr ? wholeNumberIn(*base, "status_code") : std::nullopt;
    if (!code || *code == 0)
        return std::nullopt;
    Trouble trouble;
    trouble.vendorCode = *code;
    takeWords(trouble, stringOr(*base, "status_msg"));
    return trouble;
}

/// What a page of HTML says without its tags is no use either; its beginning tells who sent it.
std::string firstLine(std::string_view body)
{
    while (!body.empty() && (body.front() == '\n' || body.front() == '\r' || body.front() == ' '))
        body.remove_prefix(1);
    return std::string(body.substr(0, std::min<std::size_t>(body.find_first_of("\r\n"), 200)));
}

struct RemedyRow {
    std::int64_t code;
    Remedy remedy;
};

constexpr RemedyRow kVendorRemedies[] = {
    {1000, Remedy::RetryLater},    {1001, Remedy::RetryLater},    {1002, Remedy::RetryLater},
    {1004, Remedy::CheckKey},      {1008, Remedy::Pay},           {1013, Remedy::RetryLater},
    {1024, Remedy::RetryLater},    {1026, Remedy::Refused},       {1027, Remedy::Refused},
    {1033, Remedy::RetryLater},    {1039, Remedy::Shorten},       {1041, Remedy::RetryLater},
    {1042, Remedy::ChangeRequest}, {2013, Remedy::ChangeRequest}, {2045, Remedy::RetryLater},
    {2049, Remedy::CheckKey},      {2056, Remedy::WaitForPlan},
};

constexpr RemedyRow kStatusRemedies[] = {
    {400, Remedy::ChangeRequest}, {401, Remedy::CheckKey},      {402, Remedy::Pay},
    {403, Remedy::CheckKey},      {404, Remedy::ChangeRequest}, {408, Remedy::RetryLater},
    {409, Remedy::RetryLater},    {413, Remedy::Shorten},       {422, Remedy::ChangeRequest},
    {425, Remedy::RetryLater},    {429, Remedy::RetryLater},    {500, Remedy::RetryLater},
    {502, Remedy::RetryLater},    {503, Remedy::RetryLater},    {504, Remedy::RetryLater},
    {529, Remedy::RetryLater},
};

template <std::size_t N>
std::optional<Remedy> rowOf(const RemedyRow (&table)[N], std::int64_t code)
{
    const auto* row = std::find_if(std::begin(table), std::end(table),
                                   [code](const RemedyRow& r) { return r.code == code; });
    return row != std::end(table) ? std::optional(row->remedy) : std::nullopt;
}

Code codeOf(Remedy remedy)
{
    switch (remedy) {
    case Remedy::RetryLater:
    case Remedy::WaitForPlan:
        return Code::Busy;
    case Remedy::CheckKey:
    case Remedy::Pay:
    case Remedy::Refused:
        return Code::Denied;
    case Remedy::Shorten:
    case Remedy::ChangeRequest:
        return Code::BadInput;
    case Remedy::Nothing:
        break;
    }
    return Code::Network;
}

} // namespace

std::optional<Trouble> troubleIn(const json::Value& answer)
{
    const json::Value* error = answer.find("error");
    if (error == nullptr || error->isNull()) {
        // vLLM of old and a few proxies put the members at the top.
        const std::string* object = stringIn(answer, "object");
        return object != nullptr && *object == "error" ? std::optional(fromObject(answer))
                                                       : fromBaseResp(answer);
    }
    Trouble trouble;
    if (error->kind == json::Kind::Object)
        trouble = fromObject(*error);
    else
        takeWords(trouble, error->text);
    trouble.requestId = stringOr(answer, "request_id");
    if (auto base = fromBaseResp(answer); base && trouble.vendorCode == 0)
        trouble.vendorCode = base->vendorCode;
    return trouble;
}

Trouble readTrouble(std::int64_t status, std::string_view body)
{
    Trouble trouble;
    const auto answer = json::parse(body, {.maxBytes = std::size_t(1) << 20, .maxDepth = 64});
    if (answer)
        trouble = troubleIn(*answer).value_or(trouble);
    if (answer && trouble.text.empty())
        takeWords(trouble,
                  stringIn(*answer, "message") ? *stringIn(*answer, "message")
                                               : stringOr(*answer, "detail"));
    if (trouble.text.empty())
        takeWords(trouble, firstLine(body));
    trouble.status = status;
    return trouble;
}

Remedy remedyOf(const Trouble& trouble)
{
    if (const auto remedy = rowOf(kVendorRemedies, trouble.vendorCode))
        return *remedy;
    if (trouble.limitTokens && trouble.status < 429)
        return Remedy::Shorten;
    return rowOf(kStatusRemedies, trouble.status).value_or(Remedy::Nothing);
}

Error errorOf(const Trouble& trouble)
{
    std::string text = "the server answered";
    if (trouble.status != 0)
        text += words(" ", trouble.status);
    if (trouble.vendorCode != 0)
        text += words(" (code ", trouble.vendorCode, ")");
    text += words(": ", trouble.text.empty() ? "nothing more" : trouble.text);
    return {codeOf(remedyOf(trouble)), text};
}

} // namespace tf::wire
