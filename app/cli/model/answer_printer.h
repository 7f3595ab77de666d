#pragma once

// An answer on the terminal while it is written: text on standard output, all else beside it.

#include "engine/engine.h"

#include <memory>
#include <semaphore>

namespace tf::cli {

class AnswerPrinter {
public:
    struct Show {
        bool thinking = false;
        bool stats = false;
    };
    explicit AnswerPrinter(Show show);

    /// Where the engine puts the request's events.
    [[nodiscard]] const std::shared_ptr<engine::EventBox>& events() const { return m_events; }

    /// Prints until the answer ends; an interrupt cancels it and is an error. Blocks: till then.
    Result<> printAll(engine::Ticket& ticket, const CancelToken& interrupt);

private:
    void print(const text::AnswerEvent& event);
    void printProgress(const engine::PromptProgress& progress);
    void printProgress(const engine::MediaProgress& progress);
    void clearProgress();
    Result<> print(const engine::Done& done);

    Show m_show;
    bool m_isTerminal;
    bool m_progressShown = false;
    bool m_lineOpen = false; ///< standard output stands in the middle of a line
    /// Shared with the box, which the engine may hold on to.
    std::shared_ptr<std::counting_semaphore<>> m_wake;
    std::shared_ptr<engine::EventBox> m_events;
};

} // namespace tf::cli
