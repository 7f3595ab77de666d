#pragma once

// The whole window over a prepared folder, and the server that answers it, for a measure.
//
// Thread: main.

#include "tests/ui/measure/prepared_workspace.h"
#include "ui/shell/caret_rest.h"
#include "ui/shell/desktop.h"
#include "ui/shell/main_window.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/view/transcript_view.h"

#include <QProcess>

namespace tf::test {

/// replay_endpoint while this lives.
class Replay {
public:
    Replay();
    ~Replay();
    Replay(const Replay&) = delete;
    Replay& operator=(const Replay&) = delete;

    [[nodiscard]] const QUrl& url() const { return m_url; }

private:
    QProcess m_process;
    QUrl m_url;
};

class BenchDesk {
public:
    explicit BenchDesk(const PreparedWorkspace& prepared);

    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] ui::TranscriptView& view() { return m_window->page().pane().view(); }
    [[nodiscard]] workspace::Conversation* talk() { return m_window->page().conversation(); }

    bool waitForSession();
    /// Waits until more of the answer comes; false: it never does.
    bool ask(const QString& text);

private:
    ui::Theme m_theme;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<ui::Desktop> m_desktop;
    ui::CaretRest m_caret;
    ui::MainWindow* m_window = nullptr;
};

/// One wait without a timer of its own between: QTest::qWait() looks every 10 ms.
void waitFor(int millis);

} // namespace tf::test
