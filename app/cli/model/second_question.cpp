#include "app/cli/model/second_question.h"

#include "kernels/base/words.h"

#include <chrono>
#include <semaphore>

namespace tf::cli {

namespace {

/// Where two questions about the same text part.
constexpr std::int64_t kQuestionTokens = 16;

engine::SequenceText textOf(std::int64_t count, std::int64_t vocab, std::uint64_t question)
{
    engine::SequenceText text;
    std::uint64_t state = 1;
    for (std::int64_t idx = 0; idx < count; ++idx) {
        if (idx == count - kQuestionTokens)
            state += question;
        state = state * 6364136223846793005U + 1442695040888963407U;
        text.tokens.push_back(static_cast<std::int32_t>((state >> 33) % std::uint64_t(vocab)));
    }
    return text;
}

struct Answered {
    double seconds = 0;
    std::int64_t cachedTokens = 0;
};

Result<Answered> secondsToFirstToken(engine::Engine& engine, engine::SequenceText prompt)
{
    std::counting_semaphore<> wake(0);
    engine::Request request;
    request.prompt = std::move(prompt);
    request.sampling.temperature = 0;
    request.maxTokens = 1;
    const auto events = std::make_shared<engine::EventBox>([&wake] { wake.release(); });
    request.events = events;
    const auto begin = std::chrono::steady_clock::now();
    static_cast<void>(engine.submit(std::move(request)));
    while (true) {
        wake.acquire();
        for (auto& event : events->drain()) {
            if (auto* failed = std::get_if<engine::Failed>(&event.what))
                return std::move(failed->error);
            const auto* done = std::get_if<engine::Done>(&event.what);
            if (done == nullptr)
                continue;
            events->close();
            const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
            return Answered{spent.count(), done->usage.cachedTokens};
        }
    }
}

} // namespace

Result<FirstTokens> askTwice(const engine::EngineOptions& options, std::int64_t textTokens)
{
    const auto engine = TRY(engine::Engine::load(options));
    const auto vocab = engine->config().vocab;
    // Weights are laid out at their first use: that belongs to loading.
    TRY(secondsToFirstToken(*engine, textOf(4 * kQuestionTokens, vocab, 7)));
    const auto first = TRY(secondsToFirstToken(*engine, textOf(textTokens, vocab, 1)));
    const auto second = TRY(secondsToFirstToken(*engine, textOf(textTokens, vocab, 2)));
    return FirstTokens{first.seconds, second.seconds, second.cachedTokens};
}

} // namespace tf::cli
