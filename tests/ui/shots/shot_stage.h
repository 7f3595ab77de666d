#pragma once

// A window over a prepared user's folder, and the ways a picture brings it into a state.
//
// Thread: the test's.

#include "app/session/session.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/ui/shots/pinned_clock.h"
#include "ui/shell/desktop.h"
#include "ui/shell/main_window.h"

#include <QTemporaryDir>

#include <optional>

namespace tf::test {

/// What the user has already.
enum class World : std::uint8_t {
    Nothing, ///< no engine, no session
    Endpoints, ///< engines, and no session
    Talks, ///< and a list of sessions, the sample conversation first
};

struct ShotLook {
    settings::ThemeChoice theme = settings::ThemeChoice::Light;
    int zoomPercent = 100;
    QSize size;
};

class ShotStage {
public:
    ShotStage(World world, const ShotLook& look);
    ~ShotStage();

    [[nodiscard]] ui::MainWindow& window() { return *m_desktop->windows().front(); }
    [[nodiscard]] workspace::Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] ui::Theme& theme() { return m_theme; }

    /// Runs an action of the window.
    QWidget* run(ui::ActionId action);
    /// Of that name or class, anywhere in the window.
    template <class T = QWidget>
    [[nodiscard]] T& part(const QString& name = {})
    {
        T* found = window().findChild<T*>(name);
        CHECK(found != nullptr, "the window has that part");
        return *found;
    }
    /// One that is in the store.
    QWidget* open(const session::SessionId& id);
    /// The session becomes one of the store and is shown.
    QWidget* show(session::Session session);
    /// An empty one is shown.
    QWidget* showEmpty();
    /// Into what has the keyboard.
    void type(const QString& text);
    /// What the server "bench" answers with from now on.
    void answerWith(const Answer& answer) { m_answer = answer; }
    /// Asks the server "bench", until these of its words are shown; it took twelve seconds to
    /// begin.
    void ask(const QString& question, const QString& until);
    /// Until nothing more is read, laid out or painted.
    void settle();

private:
    void writeSettings(const ShotLook& look);
    void writeEndpoints();
    void openStore(World world);

    QTemporaryDir m_folder;
    std::optional<HeldClock> m_held; ///< since something was asked
    Answer m_answer;
    ReplayServer m_server;
    ui::Theme m_theme;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<ui::Desktop> m_desktop;
};

} // namespace tf::test
