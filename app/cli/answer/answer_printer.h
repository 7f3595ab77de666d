#pragma once

// An answer on the terminal while it is written: text on standard output, all else beside it.
//
// From any endpoint. As JSON lines every event is an object on standard output instead, and only
// progress stays beside it. What was printed before an end stays. Thread: main.

#include "app/endpoint/event.h"

namespace tf::cli {

class AnswerPrinter {
public:
    enum class Form : std::uint8_t { Text, JsonLines };
    struct Show {
        bool thinking = false; ///< Text: reasoning, on standard error
        bool stats = false; ///< Text: what it took, on standard error
        Form form = Form::Text;
    };
    explicit AnswerPrinter(Show show);

    void print(const endpoint::Event& event);

private:
    void print(const endpoint::Progress& progress);
    void print(const endpoint::Waiting& waiting);
    void print(const endpoint::Retrying& retrying);
    void print(const endpoint::Note& note);
    void print(const wire::ReplyEvent& event);
    void print(const endpoint::Done& done);
    void print(const endpoint::Failed& failed);

    void printAnswer(std::string_view text);
    void endLine();
    void showProgress(std::string_view line);
    void clearProgress();

    Show m_show;
    bool m_isTerminal; ///< standard error
    bool m_answersTerminal; ///< standard output
    bool m_progressShown = false;
    bool m_lineOpen = false; ///< standard output stands in the middle of a line
};

} // namespace tf::cli
