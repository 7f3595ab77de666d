#include "app/endpoint/server_kind.h"

#include <algorithm>
#include <array>

namespace tf::endpoint {

namespace {

using wire::Dialect;
using wire::Honours;
using wire::ReasoningEcho;
using wire::ThinkingField;
using wire::ThinkingWord;
using wire::VideoForm;

/// What M3's own template takes.
constexpr std::array<ThinkingWord, 3> kTemplateModes{
    {{"disabled", {}}, {"adaptive", {}}, {"enabled", {}}}};

constexpr std::array<ThinkingWord, 3> kMiniMaxTypes{
    {{"disabled", {}},
     {"adaptive", {}},
     {"adaptive", "MiniMax's own service cannot force thinking: \"on\" is sent as adaptive"}}};

constexpr std::array<ThinkingWord, 3> kOpenRouterWords{
    {{"false", {}},
     {"true", "OpenRouter knows on and off only: \"adaptive\" is sent as on"},
     {"true", {}}}};

constexpr std::array<ThinkingWord, 3> kNoWords{
    {{{}, "nobody knows how this server switches thinking off"},
     {{}, "nobody knows how this server is asked for adaptive thinking"},
     {{}, "nobody knows how this server switches thinking on"}}};

constexpr std::string_view kMiniMaxUrls[] = {
    "https://api.minimax.io/v1", "https://api.minimaxi.com/v1", "https://api.minimax.cn/v1"};
constexpr std::string_view kOpenRouterUrls[] = {"https://openrouter.ai/api/v1"};

constexpr std::int64_t kHalfMillion = 512 * 1000;
constexpr PriceTier kMiniMaxTiers[] = {{kHalfMillion, 0.30, 0.06, 1.20},
                                       {INT64_MAX, 0.60, 0.12, 2.40}};

const std::array<ServerKind, 6> kServerKinds{{
    {.id = "vllm",
     .name = "vLLM",
     .baseUrls = {},
     .dialect = {.thinkingField = ThinkingField::TemplateMode,
                 .thinkingWords = kTemplateModes,
                 .echo = ReasoningEcho::Reasoning,
                 .video = VideoForm::Kwargs,
                 .topK = Honours::Yes},
     .limits = {},
     .rates = {}},
    {.id = "sglang",
     .name = "SGLang",
     .baseUrls = {},
     .dialect = {.thinkingField = ThinkingField::TemplateMode,
                 .thinkingWords = kTemplateModes,
                 .echo = ReasoningEcho::ReasoningContent,
                 .video = VideoForm::Plain,
                 .topK = Honours::Yes},
     .limits = {},
     .rates = {}},
    {.id = "llamacpp",
     .name = "llama.cpp",
     .baseUrls = {},
     .dialect = {.thinkingField = ThinkingField::TemplateMode,
                 .thinkingWords = kTemplateModes,
                 .echo = ReasoningEcho::ReasoningContent,
                 .topK = Honours::Yes},
     .limits = {},
     .rates = {}},
    {.id = "minimax",
     .name = "MiniMax",
     .baseUrls = kMiniMaxUrls,
     .dialect = {.thinkingField = ThinkingField::ThinkingType,
                 .thinkingWords = kMiniMaxTypes,
                 .echo = ReasoningEcho::Details,
                 .video = VideoForm::InsideUrl,
                 .imageDetail = Honours::Yes,
                 .reasoningSplit = Honours::Yes,
                 .stopsAndSeed = Honours::No,
                 .maxTokens = "max_completion_tokens"},
     .growth = wire::Growth::Unsettled,
     .limits = {},
     .rates = {kMiniMaxTiers, "2026-09-11"}},
    {.id = "openrouter",
     .name = "OpenRouter",
     .baseUrls = kOpenRouterUrls,
     .dialect = {.thinkingField = ThinkingField::ReasoningEnabled,
                 .thinkingWords = kOpenRouterWords,
                 .echo = ReasoningEcho::Details,
                 .video = VideoForm::None,
                 .topK = Honours::Yes},
     .growth = wire::Growth::Unsettled,
     .limits = {},
     .rates = {kMiniMaxTiers, "2026-07-02"}},
    {.id = "other",
     .name = "Another OpenAI-compatible server",
     .baseUrls = {},
     .dialect = {.thinkingWords = kNoWords},
     .growth = wire::Growth::Unsettled,
     .limits = {},
     .rates = {}},
}};

} // namespace

std::span<const ServerKind> serverKinds()
{
    return kServerKinds;
}

const ServerKind* findServerKind(std::string_view id)
{
    const auto found = std::find_if(kServerKinds.begin(), kServerKinds.end(),
                                    [id](const ServerKind& kind) { return kind.id == id; });
    return found != kServerKinds.end() ? &*found : nullptr;
}

} // namespace tf::endpoint
