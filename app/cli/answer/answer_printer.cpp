#include "app/cli/answer/answer_printer.h"

#include "app/cli/answer/event_json.h"
#include "app/cli/json_lines.h"
#include "app/cli/shown_text.h"
#include "kernels/base/words.h"

#include <cstdio>
#include <vector>

#include <unistd.h>

namespace tf::cli {

namespace {

using endpoint::Stage;

void put(std::FILE* out, std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), out);
    std::fflush(out);
}

void remark(std::string_view text)
{
    put(stderr, words("m3 ask: ", shownText(text), "\n"));
}

std::string wordsOf(const endpoint::Progress& progress)
{
    const std::string share = words(progress.done, " of ", progress.total);
    switch (progress.stage) {
    case Stage::Uploading:
        return words("sending: ", share, " bytes");
    case Stage::Decoding:
        return words("reading a clip: frame ", share);
    case Stage::Looking:
        return words("looking at picture ", progress.done / 100 + 1, " of ", progress.total / 100,
                     ": ", progress.done % 100, " %");
    case Stage::ReadingPrompt:
        return words("reading the prompt: ", share);
    }
    UNREACHABLE();
}

/// "prompt 12 tokens (3 of media, 9 from the cache), answer 5": of that what is known.
std::string wordsOf(const endpoint::Done& done)
{
    const wire::Usage usage = done.usage.value_or(wire::Usage());
    std::vector<std::string> inside;
    if (done.counts)
        inside.push_back(words(done.counts->mediaTokens, " of media"));
    if (usage.cachedTokens)
        inside.push_back(words(*usage.cachedTokens, " from the cache"));
    std::string line = usage.promptTokens ? words("prompt ", *usage.promptTokens, " tokens")
                                          : std::string("prompt of unknown length");
    for (std::size_t idx = 0; idx < inside.size(); ++idx)
        line += words(idx == 0 ? " (" : ", ", inside[idx], idx + 1 == inside.size() ? ")" : "");
    if (usage.answerTokens)
        line += words(", answer ", *usage.answerTokens);
    if (usage.reasoningTokens)
        line += words(", of those reasoning ", *usage.reasoningTokens);
    if (done.counts)
        line += words(", drafted ", done.counts->draftedTokens, ", of those right ",
                      done.counts->acceptedTokens);
    return line;
}

} // namespace

AnswerPrinter::AnswerPrinter(Show show)
    : m_show(show)
    , m_isTerminal(isatty(STDERR_FILENO) == 1)
    , m_answersTerminal(isatty(STDOUT_FILENO) == 1)
{
}

void AnswerPrinter::print(const endpoint::Event& event)
{
    const bool isProgress = std::holds_alternative<endpoint::Progress>(event.what);
    if (!isProgress)
        clearProgress();
    if (m_show.form == Form::JsonLines)
        put(stdout, jsonLine(json::write(eventJson(event))));
    std::visit([this](const auto& what) { print(what); }, event.what);
}

void AnswerPrinter::print(const endpoint::Progress& progress)
{
    showProgress(wordsOf(progress));
}

void AnswerPrinter::print(const endpoint::Waiting& waiting)
{
    showProgress(words("nothing has come for ", waiting.since.count() / 1000, " s"));
}

void AnswerPrinter::print(const endpoint::Retrying& retrying)
{
    if (m_show.form == Form::Text)
        remark(words(retrying.why.text, "; trying again in ", retrying.after.count(), " ms"));
}

void AnswerPrinter::print(const endpoint::Note& note)
{
    if (m_show.form == Form::Text)
        remark(note.text);
}

void AnswerPrinter::print(const wire::ReplyEvent& event)
{
    if (m_show.form != Form::Text)
        return;
    using Kind = wire::ReplyEvent::Kind;
    switch (event.kind) {
    case Kind::Think:
        if (m_show.thinking)
            put(stderr, m_isTerminal ? shownLines(event.text) : event.text);
        return;
    case Kind::Text:
        printAnswer(event.text);
        return;
    case Kind::TextWasThink:
        endLine();
        remark("what stands above was reasoning");
        return;
    case Kind::CallGrows:
        return;
    case Kind::Call:
        endLine();
        printAnswer(words("call ", event.name, " ", event.text, "\n"));
        return;
    case Kind::BrokenCall:
        printAnswer(event.text);
        endLine();
        remark(words("a call that cannot be read: ", event.reason));
        return;
    }
}

void AnswerPrinter::print(const endpoint::Done& done)
{
    if (m_show.form != Form::Text)
        return;
    endLine();
    if (m_show.stats)
        remark(wordsOf(done));
    if (done.finish == wire::Finish::Length)
        remark("the answer stops here: it has as many tokens as it may have");
    if (done.finish == wire::Finish::Filtered)
        remark("the answer stops here: the server holds the rest back");
}

void AnswerPrinter::print(const endpoint::Failed&)
{
    endLine();
}

void AnswerPrinter::printAnswer(std::string_view text)
{
    // What a repository contains can make a model say anything, a terminal's commands too.
    if (m_answersTerminal)
        put(stdout, shownLines(text));
    else
        put(stdout, text);
    if (!text.empty())
        m_lineOpen = text.back() != '\n';
}

void AnswerPrinter::endLine()
{
    if (m_lineOpen)
        put(stdout, "\n");
    m_lineOpen = false;
}

void AnswerPrinter::showProgress(std::string_view line)
{
    if (!m_isTerminal)
        return;
    put(stderr, words("\r\033[K", line));
    m_progressShown = true;
}

void AnswerPrinter::clearProgress()
{
    if (m_progressShown)
        put(stderr, "\r\033[K");
    m_progressShown = false;
}

} // namespace tf::cli
