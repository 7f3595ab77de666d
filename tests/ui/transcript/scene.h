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
    /// Why that turn has no answer, as it is known in this process.
    void fail(session::TurnId id, workspace::Trouble trouble);
    [[nodiscard]] std::vector<workspace::EngineChoice>& engines() { return m_engines; }
    /// What is known of pictures and clips, by their content's id; nothing else is kept.
    [[nodiscard]] std::map<std::string, workspace::KeptMedium>& media() { return m_media; }
    /// Until nothing more is to be read or coloured.
    void settle();

    [[nodiscard]] ui::TranscriptView& view() { return *m_view; }
    [[nodiscard]] ui::Stage& stage() { return m_view->stage(); }
    [[nodiscard]] ui::Theme& theme() { return m_theme; }
    [[nodiscard]] session::Session& session() { return m_session; }
    [[nodiscard]] workspace::Running& running() { return m_running; }
    /// Where that text of a paragraph stands in the window; -1: it is out of sight.
    [[nodiscard]] int yOf(const QString& text);
    /// Presses the first spot of that kind in a turn; false: there is none.
    bool press(session::TurnId id, ui::SpotKind kind);
    /// The raw words on a turn's card.
    void showDetails(session::TurnId id);
    /// The names of the buttons on a turn's card.
    [[nodiscard]] QStringList cardButtons(session::TurnId id);
    /// The first of that kind in a turn.
    [[nodiscard]] std::optional<std::size_t> rowOf(session::TurnId id, ui::RowKind kind);
    void scrollTo(int top);

private:
    ui::Theme m_theme;
    session::Session m_session;
    workspace::Running m_running;
    std::map<session::TurnId, workspace::Trouble> m_troubles;
    std::vector<workspace::EngineChoice> m_engines;
    std::map<std::string, workspace::KeptMedium> m_media;
    std::unique_ptr<ui::TranscriptView> m_view;
};

} // namespace tf::test
