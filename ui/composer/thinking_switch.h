#pragma once

// off | adaptive | on: how the next question is thought about, as the chosen engine can be asked.
//
// What an engine does not honour cannot be chosen and says why. A group of radio buttons to the
// keyboard and to screen readers.

#include "app/workspace/engine_choice.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>

class QRadioButton;

namespace tf::ui {

class ThinkingSwitch : public QWidget {
    Q_OBJECT

public:
    explicit ThinkingSwitch(const Theme& theme, QWidget* parent = nullptr);

    /// What the engine honours; nullptr: none is chosen, and everything may be.
    void setEngine(const workspace::EngineChoice* engine);
    void setMode(session::Thinking mode);
    /// As it will be asked for: what the engine honours, nearest to what was set.
    [[nodiscard]] session::Thinking mode() const;
    /// To the next one that the engine honours.
    void cycle();

Q_SIGNALS:
    /// By the user alone.
    void chosen(tf::session::Thinking mode);

private:
    void show();
    [[nodiscard]] bool isHonoured(std::size_t place) const;

    std::array<QRadioButton*, 3> m_buttons{};
    std::array<workspace::ThinkingChoice, 3> m_choices;
    session::Thinking m_wanted = session::Thinking::Adaptive;
};

} // namespace tf::ui
