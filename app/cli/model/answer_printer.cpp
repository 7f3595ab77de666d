#include "app/cli/model/answer_printer.h"

#include "kernels/base/words.h"

#include <chrono>
#include <cstdio>

#include <unistd.h>

namespace tf::cli {

namespace {

constexpr std::chrono::milliseconds kPoll{50};

void put(std::FILE* out, std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), out);
    std::fflush(out);
}

} // namespace

AnswerPrinter::AnswerPrinter(Show show)
    : m_show(show)
    , m_isTerminal(isatty(STDERR_FILENO) == 1)
    , m_wake(std::make_shared<std::counting_semaphore<>>(0))
    , m_events(std::make_shared<engine::EventBox>([wake = m_wake] { wake->release(); }))
{
}

Result<> AnswerPrinter::printAll(engine::Ticket& ticket, const CancelToken& interrupt)
{
    while (true) {
        static_cast<void>(m_wake->try_acquire_for(kPoll));
        if (interrupt.cancelled())
            ticket.cancel.cancel();
        for (auto& event : m_events->drain()) {
            if (const auto* progress = std::get_if<engine::PromptProgress>(&event.what))
                printProgress(*progress);
            else if (const auto* media = std::get_if<engine::MediaProgress>(&event.what))
                printProgress(*media);
            else if (const auto* answer = std::get_if<text::AnswerEvent>(&event.what))
                print(*answer);
            else if (const auto* done = std::get_if<engine::Done>(&event.what))
                return print(*done);
            else if (auto* fault = std::get_if<engine::Failed>(&event.what)) {
                clearProgress();
                return std::move(fault->error);
            }
        }
    }
}

void AnswerPrinter::print(const text::AnswerEvent& event)
{
    clearProgress();
    using Kind = text::AnswerEvent::Kind;
    if (event.kind == Kind::Think) {
        if (m_show.thinking)
            put(stderr, event.text);
        return;
    }
    put(stdout, event.text);
    if (!event.text.empty())
        m_lineOpen = event.text.back() != '\n';
}

void AnswerPrinter::printProgress(const engine::PromptProgress& progress)
{
    if (!m_isTerminal)
        return;
    put(stderr, words("\r\033[Kreading the prompt: ", progress.done, " of ", progress.total));
    m_progressShown = true;
}

void AnswerPrinter::printProgress(const engine::MediaProgress& progress)
{
    if (!m_isTerminal)
        return;
    put(stderr,
        words("\r\033[Klooking at picture ", progress.medium + 1, " of ", progress.media, ": ",
              static_cast<int>(100 * progress.share), " %"));
    m_progressShown = true;
}

void AnswerPrinter::clearProgress()
{
    if (m_progressShown)
        put(stderr, "\r\033[K");
    m_progressShown = false;
}

Result<> AnswerPrinter::print(const engine::Done& done)
{
    clearProgress();
    if (m_lineOpen)
        put(stdout, "\n");
    const engine::Usage& usage = done.usage;
    if (m_show.stats)
        put(stderr,
            words("m3 ask: prompt ", usage.promptTokens, " tokens (", usage.mediaTokens,
                  " of media, ", usage.cachedTokens, " from the cache), answer ",
                  usage.answerTokens, ", drafted ", usage.draftedTokens, ", of those right ",
                  usage.acceptedTokens, "\n"));
    if (done.reason == engine::FinishReason::Cancelled)
        return Error(Code::Cancelled, "stopped on request");
    if (done.reason == engine::FinishReason::Length)
        put(stderr, "m3 ask: the answer stops here: it has as many tokens as it may have\n");
    return {};
}

} // namespace tf::cli
