#include "tests/kernels/weights/expert_oracle.h"

#include <algorithm>
#include <cmath>

namespace tf::test {

namespace {

double rounded(double number, DType type)
{
    const auto single = static_cast<float>(number);
    return type == DType::F32 ? single : toFloat(toBFloat16(single));
}

std::vector<double> product(const Sample& matrix, const std::vector<double>& x)
{
    std::vector<double> sums(static_cast<std::size_t>(matrix.matrix.rows));
    for (std::int64_t row = 0; row < matrix.matrix.rows; ++row) {
        for (std::int64_t col = 0; col < matrix.matrix.cols; ++col)
            sums[row] += matrix.at(row, col) * x[col];
    }
    return sums;
}

std::vector<double> expertOf(const ExpertSample& expert, const std::vector<double>& x, DType type)
{
    const auto gate = product(expert.gate, x);
    const auto up = product(expert.up, x);
    std::vector<double> act(gate.size());
    for (std::size_t idx = 0; idx < act.size(); ++idx) {
        const double g = std::min(gate[idx], 7.0);
        const double u = std::clamp(up[idx], -7.0, 7.0);
        act[idx] = rounded(g / (1 + std::exp(-1.702 * g)) * (u + 1), type);
    }
    return product(expert.down, act);
}

} // namespace

ExpertLayer makeExpertLayer(Gen& gen, const ExpertLayerShape& shape)
{
    ExpertLayer layer{shape, {}};
    const auto sample = [&](std::int64_t rows, std::int64_t cols) {
        return makeSample(gen, {shape.format, rows, cols, shape.group, false});
    };
    for (std::int32_t expert = 0; expert <= shape.numExperts; ++expert)
        layer.experts.push_back({sample(shape.expertWidth, shape.width),
                                 sample(shape.expertWidth, shape.width),
                                 sample(shape.width, shape.expertWidth)});
    return layer;
}

Routing randomRouting(Gen& gen, std::int64_t rows, const ExpertLayerShape& shape)
{
    Routing routing;
    for (std::int64_t row = 0; row < rows; ++row) {
        std::vector<std::int32_t> all;
        for (std::int32_t expert = 0; expert < shape.numExperts; ++expert)
            all.push_back(expert);
        while (static_cast<std::int32_t>(all.size()) > shape.topK)
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(gen.below(all.size())));
        for (const auto id : all) {
            routing.ids.push_back(id);
            routing.weights.push_back(static_cast<float>(0.1 + gen.unit()));
        }
    }
    return routing;
}

ExpertRig::ExpertRig(const ExpertLayer& layer, Share share, cpu::Level level, int threads)
    : m_layer(layer)
    , m_share(share)
    , m_gemm(level, threads)
{
    const auto keepExpert = [this](const ExpertSample& expert) -> ExpertWeights {
        return {keep(expert.gate), keep(expert.up), keep(expert.down)};
    };
    for (std::int32_t expert = share.first; expert < share.first + share.count; ++expert)
        m_weights.push_back(keepExpert(layer.experts[static_cast<std::size_t>(expert)]));
    m_shared = keepExpert(layer.experts.back());
}

Weight ExpertRig::keep(const Sample& sample)
{
    return MUST(m_gemm.shelf().keep(wholeOf(sample, formOf(m_layer.shape.format))));
}

Rows ExpertRig::run(const Rows& x, const Routing& routing)
{
    const auto numRows = x.tensor.rows;
    const auto& shape = m_layer.shape;
    Rows act = makeRows(x.tensor.type, numRows * (shape.topK + 1), shape.expertWidth);
    Rows out = makeRows(DType::F32, numRows, shape.width);
    std::fill_n(out.floats(0), shape.width, 1e9F); // what was there must go
    ExpertsArgs args;
    args.x = x.tensor;
    args.ids = routing.ids.empty() ? nullptr : routing.ids.data();
    args.weights = routing.weights.data();
    args.topK = shape.topK;
    args.experts = m_weights.data();
    args.firstLocal = m_share.first;
    args.numLocal = m_share.count;
    args.shared = m_share.shared ? &m_shared : nullptr;
    args.act = act.tensor;
    args.out = out.tensor;
    cpu::experts(args, m_gemm.bench());
    return out;
}

std::vector<double> wantedExperts(const ExpertLayer& layer, Share share, const Rows& x,
                                  const Routing& routing)
{
    std::vector<double> wanted;
    for (std::int64_t row = 0; row < x.tensor.rows; ++row) {
        std::vector<double> input;
        for (std::int64_t col = 0; col < x.tensor.cols; ++col)
            input.push_back(x.at(row, col));
        std::vector<double> sum(input.size());
        const auto add = [&](const ExpertSample& expert, double weight) {
            const auto part = expertOf(expert, input, x.tensor.type);
            for (std::size_t col = 0; col < sum.size(); ++col)
                sum[col] += weight * part[col];
        };
        for (std::int64_t idx = 0; !routing.ids.empty() && idx < layer.shape.topK; ++idx) {
            const auto place = static_cast<std::size_t>(row * layer.shape.topK + idx);
            const auto id = routing.ids[place];
            if (id >= share.first && id < share.first + share.count)
                add(layer.experts[static_cast<std::size_t>(id)], routing.weights[place]);
        }
        if (share.shared)
            add(layer.experts.back(), 1);
        wanted.insert(wanted.end(), sum.begin(), sum.end());
    }
    return wanted;
}

double distance(const Rows& got, const std::vector<double>& wanted)
{
    const auto numbers = got.toFloats();
    double error = 0;
    double size = 0;
    for (std::size_t idx = 0; idx < wanted.size(); ++idx) {
        error += (numbers[idx] - wanted[idx]) * (numbers[idx] - wanted[idx]);
        size += wanted[idx] * wanted[idx];
    }
    return size == 0 ? std::sqrt(error) : std::sqrt(error / size);
}

} // namespace tf::test
