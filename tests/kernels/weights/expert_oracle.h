#pragma once

// A layer's experts with random weights and routing, and what they must give, in double.

#include "tests/kernels/weights/gemm_oracle.h"

#include "kernels/cpu/weights/experts.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tf::test {

struct ExpertLayerShape {
    WeightFormat format = WeightFormat::BF16;
    std::int64_t group = 0;
    std::int64_t width = 96;
    std::int64_t expertWidth = 160;
    std::int32_t numExperts = 6;
    std::int32_t topK = 2;
};

struct ExpertSample {
    Sample gate;
    Sample up;
    Sample down;
};

struct ExpertLayer {
    ExpertLayerShape shape;
    std::vector<ExpertSample> experts; ///< the shared one last
};

ExpertLayer makeExpertLayer(Gen& gen, const ExpertLayerShape& shape);

/// Who goes where: ids ascending in a row.
struct Routing {
    std::vector<std::int32_t> ids;
    std::vector<float> weights;
};
Routing randomRouting(Gen& gen, std::int64_t rows, const ExpertLayerShape& shape);

/// Which experts a device has, and whether the shared one is among them.
struct Share {
    std::int32_t first = 0;
    std::int32_t count = 0;
    bool shared = true;
};

/// Puts the layer on a device and runs it.
class ExpertRig {
public:
    ExpertRig(const ExpertLayer& layer, Share share, cpu::Level level, int threads);

    Rows run(const Rows& x, const Routing& routing);
    GemmRig& gemm() { return m_gemm; }

private:
    Weight keep(const Sample& sample);

    const ExpertLayer& m_layer;
    Share m_share;
    GemmRig m_gemm;
    std::vector<ExpertWeights> m_weights;
    ExpertWeights m_shared;
};

/// What the share must give, row by row.
std::vector<double> wantedExperts(const ExpertLayer& layer, Share share, const Rows& x,
                                  const Routing& routing);

/// How far `got` is from that, relative to its norm.
double distance(const Rows& got, const std::vector<double>& wanted);

} // namespace tf::test
