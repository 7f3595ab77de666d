#include "tests/engine/face/engine_run.h"

#include "kernels/base/words.h"

#include <semaphore>

namespace tf::test {

namespace {

constexpr std::chrono::milliseconds kPoll{20};
constexpr int kMostPolls = 1500;

} // namespace

std::filesystem::path tinyModel(const std::string& shape)
{
    return words(TRIFOLD_SOURCE_DIR, "/tests/golden/model/", shape);
}

engine::EngineOptions tinyOptions(const std::filesystem::path& model)
{
    engine::EngineOptions options;
    options.model = model;
    options.group.threads = 2;
    options.group.precision = {DType::F32, DType::F32, DType::F32};
    options.group.limits.rows = 40;
    options.group.limits.sequences = 16;
    options.group.limits.positions = 512;
    options.group.limits.pages = 128;
    options.sequencesPerStep = 16;
    return options;
}

std::unique_ptr<engine::Engine> tinyEngine(const std::filesystem::path& model)
{
    return MUST(engine::Engine::load(tinyOptions(model)));
}

Asked::Asked(engine::Engine& engine, engine::Request request)
    : m_wake(std::make_shared<std::counting_semaphore<>>(0))
    , m_events(std::make_shared<engine::EventBox>([wake = m_wake] { wake->release(); }))
{
    request.events = m_events;
    m_ticket = engine.submit(std::move(request));
}

bool Asked::drain(std::chrono::milliseconds patience)
{
    static_cast<void>(m_wake->try_acquire_for(patience));
    for (auto& event : m_events->drain()) {
        if (const auto* progress = std::get_if<engine::PromptProgress>(&event.what)) {
            m_said.promptDone.push_back(progress->done);
        } else if (const auto* token = std::get_if<engine::TokenChosen>(&event.what)) {
            m_said.tokens.push_back(token->chosen.token);
            m_said.chances.push_back(token->chosen.logProbability);
        } else if (const auto* answer = std::get_if<text::AnswerEvent>(&event.what)) {
            m_said.text += answer->text;
        } else if (const auto* done = std::get_if<engine::Done>(&event.what)) {
            m_said.done = *done;
        } else if (const auto* media = std::get_if<engine::MediaProgress>(&event.what)) {
            m_said.mediaShown.push_back(*media);
        } else {
            m_said.failed = std::get<engine::Failed>(event.what).error;
        }
    }
    return m_said.done || m_said.failed;
}

void Asked::awaitFirstToken()
{
    for (int poll = 0; poll < kMostPolls && m_said.tokens.empty(); ++poll) {
        if (drain(kPoll))
            return;
    }
}

Said Asked::all()
{
    for (int poll = 0; poll < kMostPolls; ++poll) {
        if (drain(kPoll))
            return std::move(m_said);
    }
    CHECK(false, "the request did not end");
    return {};
}

Said ask(engine::Engine& engine, engine::Request request)
{
    return Asked(engine, std::move(request)).all();
}

engine::Request greedy(std::vector<std::int32_t> prompt, std::int64_t maxTokens)
{
    engine::Request request;
    request.prompt.tokens = std::move(prompt);
    request.sampling.temperature = 0;
    request.maxTokens = maxTokens;
    request.drafting = engine::Drafting::Never;
    request.wantsTokens = true;
    request.endTokens = {-1}; // none: the model goes on
    return request;
}

std::vector<std::int32_t> someTokens(std::int64_t count, std::int32_t vocab, std::uint64_t seed)
{
    std::vector<std::int32_t> tokens;
    std::uint64_t state = seed * 0x9e3779b97f4a7c15U + 1;
    for (std::int64_t idx = 0; idx < count; ++idx) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        tokens.push_back(static_cast<std::int32_t>((state >> 33) % std::uint64_t(vocab)));
    }
    return tokens;
}

} // namespace tf::test
