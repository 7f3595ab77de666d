#pragma once

// From the tower's rows to rows of the text model: each patch projected, then four merged into one.

#include "engine/run/sight/sight_buffers.h"
#include "engine/run/sight/tower.h"

namespace tf::engine {

class Connector {
public:
    /// Requires: both outlive this.
    Connector(const SightParts& parts, const SightBuffers& buffers)
        : m_parts(parts)
        , m_buffers(buffers)
    {
    }

    /// `hidden`: F32 rows of the tower, at most a chunk. [rows][text hidden], F32.
    [[nodiscard]] Tensor project(const Tensor& hidden) const;
    /// Of the rows that project() left: [rows / merged rows][text hidden], F32.
    [[nodiscard]] Tensor merge(const Tensor& projected) const;

private:
    [[nodiscard]] Tensor cast(const Tensor& floats, const CastRows& rows) const;
    void pass(const ConnectorWeights& weights, const Tensor& in, const CastRows& inner,
              const Tensor& out) const;

    const SightParts& m_parts;
    const SightBuffers& m_buffers;
};

} // namespace tf::engine
