#pragma once

// The ways to ask a question once more: with another thinking mode, or of another engine.
//
// What an engine does not honour stands there, too, with the reason. Thread: main.

#include "app/workspace/engine_choice.h"

#include <QCoreApplication>

#include <functional>
#include <span>
#include <vector>

class QMenu;

namespace tf::ui {

struct RetryWay {
    session::RequestSettings settings;
    QString name = {};
    QString note = {}; ///< why it is not possible, or where it goes
    bool isPossible = true;
    bool isAsBefore = false; ///< what was asked the last time
};

struct RetryWays {
    Q_DECLARE_TR_FUNCTIONS(RetryWays)

public:
    std::vector<RetryWay> modes; ///< of thinking, at the engine that was asked; none: it is gone
    std::vector<RetryWay> engines;

    [[nodiscard]] static RetryWays of(const session::RequestSettings& asked,
                                      std::span<const workspace::EngineChoice> engines);

    /// `chosen` is called for the one that is taken.
    void fill(QMenu& menu,
              const std::function<void(const session::RequestSettings&)>& chosen) const;
};

} // namespace tf::ui
