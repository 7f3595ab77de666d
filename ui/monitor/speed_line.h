#pragma once

// The engine that answers in one line: "ready · 41.2 tok/s · first word 1.9 s · cache hit 96 %".
//
// For the status row. What has no room is cut at the end and stands in the tool tip; words change
// when a signal brings other ones, and nothing ticks. Thread: main.

#include "app/workspace/engines.h"
#include "ui/widgets/text_label.h"

namespace tf::ui {

class RunningWatch;

class SpeedLine : public TextLabel {
    Q_OBJECT

public:
    /// Requires: `engines` outlives it.
    SpeedLine(const Theme& theme, workspace::Engines& engines, QWidget* parent = nullptr);

    /// nullptr: none is shown.
    void setConversation(std::shared_ptr<workspace::Conversation> conversation);
    /// nullptr: none is chosen.
    void setEngine(const workspace::EngineChoice* engine);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void tell();
    [[nodiscard]] QString stateWords() const;
    [[nodiscard]] QString lineWords() const;

    workspace::Engines& m_engines;
    RunningWatch* m_watch;
    std::optional<workspace::EngineChoice> m_engine;
};

} // namespace tf::ui
