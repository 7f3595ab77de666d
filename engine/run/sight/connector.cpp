#include "engine/run/sight/connector.h"

namespace tf::engine {

Tensor Connector::cast(const Tensor& floats, const CastRows& rows) const
{
    if (m_parts.type == DType::F32)
        return floats;
    const Tensor out = rows.cast.firstRows(floats.rows);
    m_parts.device.convert({floats, out});
    return out;
}

void Connector::pass(const ConnectorWeights& weights, const Tensor& in, const CastRows& inner,
                     const Tensor& out) const
{
    GemmArgs args;
    args.x = in;
    args.jobs[0] = {weights.first.weight, inner.floats.firstRows(in.rows), weights.first.bias};
    args.numJobs = 1;
    m_parts.device.gemm(args);
    m_parts.device.gelu({inner.floats.firstRows(in.rows), inner.cast.firstRows(in.rows)});
    args.x = inner.cast.firstRows(in.rows);
    args.jobs[0] = {weights.second.weight, out, weights.second.bias};
    m_parts.device.gemm(args);
}

Tensor Connector::project(const Tensor& hidden) const
{
    const Tensor out = m_buffers.projected.floats.firstRows(hidden.rows);
    pass(m_parts.weights.project, cast(hidden, m_buffers.tower), m_buffers.projectInner, out);
    return out;
}

/// Patches that become one token stand one behind the other, so merging them is another view.
Tensor Connector::merge(const Tensor& projected) const
{
    const std::int64_t merged = m_parts.config.vision->mergedRows();
    Tensor in = cast(projected, m_buffers.projected);
    in.rows /= merged;
    in.cols *= merged;
    in.stride = in.cols;
    const Tensor out = m_buffers.tokens.firstRows(in.rows);
    pass(m_parts.weights.merge, in, m_buffers.mergeInner, out);
    return out;
}

} // namespace tf::engine
