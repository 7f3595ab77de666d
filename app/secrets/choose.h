#pragma once

// Which of the places for keys work here, and whether the one that the user wants is among them.
//
// The choice is the user's: what was wanted and does not work is an error with the reason, and no
// other place, least of all a weaker one, is taken for it. Thread: main.

#include "app/secrets/probe.h"

namespace tf::secrets {

/// Every store that was asked, in the order it was asked.
using Survey = std::vector<ProbeReport>;

/// Probes the stores one after the other. Requires: they outlive the answer.
void survey(std::vector<SecretStore*> stores, std::function<void(Survey)> answer);

/// The wanted kind when it is usable; else why not, and which kinds the user could choose instead.
Result<StoreKind> choose(const Survey& survey, StoreKind wanted);

} // namespace tf::secrets
