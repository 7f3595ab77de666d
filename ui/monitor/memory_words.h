#pragma once

// What a model takes and what its engine does, as words: the verdict before it is loaded, the parts
// of its memory, requests and cache.
//
// Thread: main.

#include "app/workspace/local_model.h"
#include "ui/monitor/fact.h"
#include "ui/theme/tokens.h"

namespace tf::ui {

/// One part of a memory, in the order in which it is drawn.
struct MemoryPart {
    QString name;
    std::uint64_t bytes = 0;
    Token ink = Token::Accent;
};

/// Those that are not empty.
[[nodiscard]] std::vector<MemoryPart> partsOf(const engine::MemoryUse& use);

/// "It fits: 12.3 GB of the 51.0 GB that are free.", or how much is missing and what to do.
[[nodiscard]] QString verdictWords(const engine::MemoryPlan& plan);

/// Of the model that is loaded: planned beside real, context, threads, and what it does now.
[[nodiscard]] FactGroup loadedFacts(const engine::MemoryPlan& plan, std::int64_t taken,
                                    const std::optional<engine::Activity>& activity);

} // namespace tf::ui
