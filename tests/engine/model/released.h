#pragma once

// The released model's config, as far as its text side says.

#include "engine/model/config.h"

namespace tf::test {

engine::ModelConfig releasedConfig();

} // namespace tf::test
