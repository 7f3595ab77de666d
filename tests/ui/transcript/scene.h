#pragma once

// A view over a session that a test writes: turns are added, grow and end as the test says.

#include "tests/ui/transcript/sample.h"
#include "ui/transcript/view/transcript_view.h"

#include <memory>

namespace tf::test {

class Scene {
public:
    explicit Scene(session::Session session = {}, QSize size = {800, 600});

    /// A question and the beginning of its answer.
    session::TurnId ask(std::string question);
    /// More of the last answer, and what the view makes of it.
    void stream(const std::string& text, session::PartKind kind = session::PartKind::Text);
    void end(session::TurnState state = session::TurnState::Finished);
    /// Until nothing more is to be read or coloured.
    void settle();

    [[nodiscard]] ui::TranscriptView& view() { return *m_view; }
    [[nodiscard]] ui::Stage& stage() { return m_view->stage(); }
    [[nodiscard]] ui::Theme& theme() { return m_theme; }
    [[nodiscard]] session::Session& session() { return m_session; }
    [[nodiscard]] workspace::Running& running() { return m_running; }
    /// Where that text of a paragraph stands in the window; -1: it is out of sight.
    [[nodiscard]] int yOf(const QString& text);
    void scrollTo(int top);

private:
    ui::Theme m_theme;
    session::Session m_session;
    workspace::Running m_running;
    std::unique_ptr<ui::TranscriptView> m_view;
};

} // namespace tf::test
