#include "app/wire/model_list.h"

#include "app/wire/fields.h"

#include <algorithm>

namespace tf::wire {

namespace {

constexpr std::size_t kMaxListBytes = std::size_t(16) << 20;

/// vLLM and SGLang; OpenRouter; others; llama.cpp keeps it in `meta`.
std::optional<std::int64_t> maxTokensOf(const json::Value& model)
{
    for (const std::string_view name :
         {"max_model_len", "context_length", "context_window", "max_context_length"}) {
        if (const auto number = wholeNumberIn(model, name))
            return number;
    }
    const json::Value* meta = objectIn(model, "meta");
    if (meta == nullptr)
        return std::nullopt;
    const auto served = wholeNumberIn(*meta, "n_ctx");
    return served ? served : wholeNumberIn(*meta, "n_ctx_train");
}

std::optional<bool> takes(const json::Value& model, std::string_view kind)
{
    const json::Value* architecture = objectIn(model, "architecture");
    const json::Value* kinds =
        architecture != nullptr ? arrayIn(*architecture, "input_modalities") : nullptr;
    if (kinds == nullptr)
        return std::nullopt;
    return std::any_of(kinds->items.begin(), kinds->items.end(),
                       [kind](const json::Value& known) { return known.text == kind; });
}

} // namespace

Result<std::vector<ListedModel>> readModelList(std::string_view text)
{
    const json::Value answer = TRY(json::parse(text, {.maxBytes = kMaxListBytes, .maxDepth = 64}));
    const json::Value* list = arrayIn(answer, "data");
    if (list == nullptr)
        return Error{Code::BadInput, "the server's list of models has no array \"data\""};
    std::vector<ListedModel> models;
    for (const json::Value& model : list->items) {
        if (const std::string* id = stringIn(model, "id"))
            models.push_back(
                {*id, maxTokensOf(model), takes(model, "image"), takes(model, "video")});
    }
    return models;
}

} // namespace tf::wire
