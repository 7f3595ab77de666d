#pragma once

// A composer in a window over a conversation that a script answers, and events as a user makes
// them.

#include "tests/app/workspace/talk.h"
#include "ui/composer/composer.h"

namespace tf::test {

/// An engine that is asked: on this machine, or a server of that kind outside.
[[nodiscard]] workspace::EngineChoice engineHere();
[[nodiscard]] workspace::EngineChoice engineAway(const char* kind = "minimax");

class Composed {
public:
    Composed();
    ~Composed();

    [[nodiscard]] ui::Composer& composer() { return *m_composer; }
    [[nodiscard]] ui::ComposerEdit& edit();
    [[nodiscard]] Talk& talk() { return m_talk; }
    [[nodiscard]] ui::Theme& theme() { return m_theme; }
    [[nodiscard]] QWidget& window() { return m_window; }
    [[nodiscard]] QStringList notices();

    /// Presses the button with that text; false when there is none to press.
    bool press(const QString& text);

private:
    ui::Theme m_theme;
    Talk m_talk;
    workspace::TrayShelf m_trays;
    QWidget m_window;
    ui::Composer* m_composer;
};

} // namespace tf::test
