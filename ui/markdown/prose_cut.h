#pragma once

// Prose that would take long to lay out, cut into stretches that do not.
//
// What a sign costs depends on its kind: a letter little, a mark that is stacked on another or a
// change of looks much. The marks go on in every stretch. Thread: any.

#include "ui/markdown/prose.h"

namespace tf::ui {

/// What an ordinary paragraph may cost, in Latin letters without marks.
constexpr int kMaxProseCost = 4096;

/// At least one; cut behind a space where there is one. The same beginning is cut in the same way,
/// whatever comes behind it.
[[nodiscard]] std::vector<Prose> cutProse(Prose prose, int maxCost = kMaxProseCost);

} // namespace tf::ui
