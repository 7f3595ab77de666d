#pragma once

// What a tensor of a checkpoint is called in the released files, whoever exported it.
//
// Exports of Transformers and of quantisers move prefixes and rename modules; the layer, the expert
// and what the tensor is stay readable in each style. Fused tensors keep a name of their own here.

#include <optional>
#include <string>
#include <string_view>

namespace tf::engine {

/// The released name without the prefix `language_model.`; nullopt for a tensor that is no part of
/// the model's forward pass (multi-token prediction). Thread: any.
[[nodiscard]] std::optional<std::string> releasedName(std::string_view stored);

/// Whether a tensor of that released name belongs to the vision tower or its connector.
[[nodiscard]] bool isOfVision(std::string_view released);

} // namespace tf::engine
