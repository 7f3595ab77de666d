#pragma once

// Finds a weight among the tensors of a checkpoint, in whichever layout and number format it is
// stored, and holds shapes and types against what the config asks for.

#include "engine/model/files/expected_weights.h"
#include "engine/model/files/quantization.h"
#include "engine/model/files/tensor_catalog.h"
#include "kernels/api/stored_matrix.h"

#include <optional>

namespace tf::engine {

class WeightFinder {
public:
    /// Requires: both outlive this.
    WeightFinder(TensorCatalog& catalog, const Quantization& quantization)
        : m_catalog(catalog)
        , m_quantization(quantization)
    {
    }

    /// nullopt when no tensor holds it. BadInput for a tensor that contradicts the config, Corrupt
    /// for one that contradicts its own parts, Unsupported for a layout that is not read.
    Result<std::optional<StoredMatrix>> find(const ExpectedWeight& weight);

private:
    struct Slab;

    Result<StoredMatrix> whole(const ExpectedWeight& weight, const Slab& slab);
    Result<StoredMatrix> plain(const ExpectedWeight& weight, const Slab& slab,
                               WeightFormat format) const;
    Result<StoredMatrix> fp8(const ExpectedWeight& weight, const Slab& slab);
    Result<StoredMatrix> int4(const ExpectedWeight& weight, const std::string& module);
    Result<const std::byte*> scalesOf(const Slab& slab, std::int64_t cols);
    Result<> checkQuantised(const ExpectedWeight& weight, const TensorCatalog::Entry& entry) const;
    Result<> checkGroupOrder(const std::string& module, std::int64_t cols, std::int64_t group);
    Result<const TensorCatalog::Entry*> part(const std::string& module, std::string_view suffix,
                                             std::string_view types,
                                             const std::vector<std::int64_t>& shape);

    TensorCatalog& m_catalog;
    const Quantization& m_quantization;
};

} // namespace tf::engine
