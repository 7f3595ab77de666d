#pragma once

// A tray in a test: engines to choose, and a wait until all that lies in it was read.

#include "app/workspace/tray.h"

#include <QString>

/// A server outside of the kind "minimax" or another, with so many tokens.
tf::workspace::EngineChoice serverChoice(const char* kind, std::int64_t contextTokens = 1'000'000);
/// The model on this machine.
tf::workspace::EngineChoice localChoice();

/// False when something was still being read after half a minute.
bool isRead(const tf::workspace::Tray& tray);
/// Requires: there is one of that number.
const tf::workspace::TrayItem& itemOf(const tf::workspace::Tray& tray, tf::workspace::TrayId id);
