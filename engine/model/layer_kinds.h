#pragma once

// Which layers attend sparsely and which hold experts, from the lists that a config may spell it
// in.
//
// At least one list of each kind must be there: a config without them means a dense model to
// others, and to nobody who made one.

#include "engine/model/config.h"
#include "engine/model/config_fields.h"

namespace tf::engine {

/// One kind a layer. `sparse` holds the fields of sparse_attention_config where there is one.
Result<std::vector<LayerKind>> readLayerKinds(const ConfigFields& text,
                                              const std::optional<ConfigFields>& sparse);

} // namespace tf::engine
