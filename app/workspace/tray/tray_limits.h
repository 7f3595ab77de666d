#pragma once

// Why what lies in a tray cannot be sent to the chosen engine, in sentences that name the thing.
//
// Thread: any.

#include "app/workspace/tray/taken.h"

#include <span>

namespace tf::workspace {

/// One thing of the tray; nothing is taken while it is read or when it cannot be.
struct TrayPlace {
    const TrayItem* item = nullptr;
    std::shared_ptr<const Taken> taken;
};

[[nodiscard]] std::vector<std::string> limitProblems(std::span<const TrayPlace> places,
                                                     const Intake& intake);

/// Whose small print the engine may not be able to read.
[[nodiscard]] std::vector<std::string> legibleCautions(std::span<const TrayItem> items,
                                                       const Intake& intake);

/// What would leave this machine and looks like a secret; nothing for an engine on it.
[[nodiscard]] std::vector<std::string> leakProblems(std::span<const TrayPlace> places,
                                                    const Intake& intake);

/// What looks like a secret in the words of a question.
[[nodiscard]] std::vector<std::string> questionLeaks(std::string_view question);

} // namespace tf::workspace
