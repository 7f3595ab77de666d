#pragma once

// The warnings over one file, by its kind.
//
// Thread: any.

#include "app/works/static_checks.h"

namespace tf::works {

void warnOfHcl(const AnswerFile& file, std::vector<StaticWarning>& to);
/// Kubernetes and Compose alike.
void warnOfYaml(const AnswerFile& file, std::vector<StaticWarning>& to);
void warnOfJson(const AnswerFile& file, std::vector<StaticWarning>& to);
void warnOfDockerfile(const AnswerFile& file, std::vector<StaticWarning>& to);

} // namespace tf::works
