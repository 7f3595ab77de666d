#include "app/workspace/asking/running_notes.h"

namespace tf::workspace {

void note(Running& running, const endpoint::Event& event)
{
    if (const auto* progress = std::get_if<endpoint::Progress>(&event.what)) {
        running.progress = *progress;
    } else if (const auto* waiting = std::get_if<endpoint::Waiting>(&event.what)) {
        running.silent = waiting->since;
    } else if (const auto* retrying = std::get_if<endpoint::Retrying>(&event.what)) {
        running.retrying = *retrying;
        running.retryAt = std::chrono::steady_clock::now() + retrying->after;
        running.sent.reset();
    } else if (const auto* said = std::get_if<endpoint::Note>(&event.what)) {
        running.notes.push_back(said->text);
    }
}

void notePiece(Running& running)
{
    running.lastWord = std::chrono::steady_clock::now();
    if (!running.firstWord)
        running.firstWord = running.lastWord;
    ++running.pieces;
    running.progress.reset();
    running.retrying.reset();
    running.retryAt.reset();
}

} // namespace tf::workspace
