#pragma once

// A panel over engines of its own, and values as an engine would have told them.

#include "app/secrets/memory.h"
#include "app/workspace/engines.h"
#include "ui/monitor/engine_panel.h"

#include <QTemporaryDir>

namespace tf::test {

/// A vendor's server outside, with a price list.
[[nodiscard]] workspace::EngineChoice vendor();
/// An answer with all its numbers, that ended so many seconds after 14:00 of some day.
[[nodiscard]] workspace::AnswerSpeed answered(int seconds, double rate);

/// 50 GB on one device that has so much free.
[[nodiscard]] engine::MemoryPlan plannedModel(std::uint64_t freeBytes);
/// One request runs, two wait.
[[nodiscard]] engine::Activity busyEngine();

class Monitored {
public:
    Monitored();

    [[nodiscard]] workspace::Engines& engines() { return m_engines; }
    [[nodiscard]] ui::EnginePanel& panel() { return *m_panel; }
    [[nodiscard]] ui::Theme& theme() { return m_theme; }
    [[nodiscard]] QWidget& window() { return m_window; }
    /// Of all labels that are shown, a line for each.
    [[nodiscard]] QString words();

private:
    ui::Theme m_theme;
    QTemporaryDir m_folder;
    secrets::Memory m_keys;
    endpoint::Reach m_reach;
    workspace::Engines m_engines;
    QWidget m_window;
    ui::EnginePanel* m_panel;
};

} // namespace tf::test
