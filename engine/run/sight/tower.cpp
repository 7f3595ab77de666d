#include "engine/run/sight/tower.h"

#include <algorithm>
#include <cmath>

namespace tf::engine {

namespace {

const Tensor kNothing; ///< nothing to add, or no result wanted

GemmJob jobOf(const LinearWeights& weights, const Tensor& out)
{
    return {weights.weight, out, weights.bias};
}

} // namespace

Tower::Tower(const SightParts& parts, const SightBuffers& buffers, std::int64_t rows,
             std::int64_t chunk)
    : m_parts(parts)
    , m_vision(*parts.config.vision)
    , m_buffers(buffers)
    , m_device(parts.device)
    , m_rows(rows)
    , m_chunk(chunk)
{
}

std::int64_t Tower::countFrom(std::int64_t begin) const
{
    return std::min(m_chunk, m_rows - begin);
}

Result<> Tower::embed(std::span<const std::uint8_t> bytes) const
{
    const std::int64_t width = m_vision.patchNumbers();
    for (std::int64_t begin = 0; begin < m_rows; begin += m_chunk) {
        const std::int64_t count = countFrom(begin);
        const Tensor pixels = m_buffers.pixels.firstRows(count);
        TRY(m_device.upload(m_buffers.bytes, bytes.data() + begin * width,
                            static_cast<std::uint64_t>(count * width)));
        m_device.patchRows({m_buffers.bytes, m_buffers.table, m_vision.channels, pixels});
        GemmArgs args;
        args.x = pixels;
        args.jobs[0] = {m_parts.weights.patches, m_buffers.hidden.someRows(begin, count), nullptr};
        args.numJobs = 1;
        m_device.gemm(args);
    }
    return {};
}

void Tower::norm() const
{
    addNorm(m_parts.weights.norm, hidden(), kNothing, hidden());
}

void Tower::addNorm(const NormWeights& weights, const Tensor& hidden, const Tensor& delta,
                    const Tensor& out) const
{
    m_device.layerNorm({hidden, delta, weights.weight, weights.bias,
                        static_cast<float>(m_vision.normEpsilon), out});
}

Result<> Tower::layer(std::size_t layerIdx, const SightBeat& beat) const
{
    const VisionLayerWeights& weights = m_parts.weights.layers[layerIdx];
    for (std::int64_t begin = 0; begin < m_rows; begin += m_chunk)
        keysAndValues(weights, begin);
    for (std::int64_t begin = 0; begin < m_rows; begin += m_chunk) {
        TRY(beat(countFrom(begin)));
        attention(weights, begin);
        feedForward(weights, begin);
    }
    return {};
}

void Tower::keysAndValues(const VisionLayerWeights& weights, std::int64_t begin) const
{
    const std::int64_t count = countFrom(begin);
    const bool exact = m_parts.type == DType::F32;
    const Tensor normed = m_buffers.normed.firstRows(count);
    const Tensor key = m_buffers.key.someRows(begin, count);
    const Tensor value = m_buffers.value.someRows(begin, count);
    const Tensor rawKey = exact ? key : m_buffers.rawKey.firstRows(count);
    const Tensor rawValue = exact ? value : m_buffers.rawValue.firstRows(count);
    addNorm(weights.attentionNorm, m_buffers.hidden.someRows(begin, count), kNothing, normed);
    GemmArgs args;
    args.x = normed;
    args.jobs[0] = jobOf(weights.key, rawKey);
    args.jobs[1] = jobOf(weights.value, rawValue);
    args.numJobs = 2;
    m_device.gemm(args);
    turn(rawKey, key, begin);
    m_device.convert({rawValue, value});
}

void Tower::turn(const Tensor& in, const Tensor& out, std::int64_t begin) const
{
    m_device.axisRope({in, out, m_buffers.places + begin * AxisRopeArgs::kAxes, m_vision.heads,
                       m_vision.headDim(), m_vision.axisDims(), m_buffers.inverseFrequencies});
}

void Tower::attention(const VisionLayerWeights& weights, std::int64_t begin) const
{
    const std::int64_t count = countFrom(begin);
    const Tensor normed = m_buffers.normed.firstRows(count);
    const Tensor query = m_buffers.query.cast.firstRows(count);
    const Tensor attended = m_buffers.attended.firstRows(count);
    addNorm(weights.attentionNorm, m_buffers.hidden.someRows(begin, count), kNothing, normed);
    GemmArgs args;
    args.x = normed;
    args.jobs[0] = jobOf(weights.query, m_buffers.query.floats.firstRows(count));
    args.numJobs = 1;
    m_device.gemm(args);
    turn(m_buffers.query.floats.firstRows(count), query, begin);
    AttendSegmentArgs attend;
    attend.query = query;
    attend.key = m_buffers.key.firstRows(m_rows);
    attend.value = m_buffers.value.firstRows(m_rows);
    attend.heads = m_vision.heads;
    attend.dim = m_vision.headDim();
    attend.scale = 1.0F / std::sqrt(static_cast<float>(m_vision.headDim()));
    attend.out = attended;
    m_device.attendSegment(attend);
    args.x = attended;
    args.jobs[0] = jobOf(weights.out, m_buffers.delta.firstRows(count));
    m_device.gemm(args);
}

/// Adds what attention left in delta first.
void Tower::feedForward(const VisionLayerWeights& weights, std::int64_t begin) const
{
    const std::int64_t count = countFrom(begin);
    const Tensor hidden = m_buffers.hidden.someRows(begin, count);
    const Tensor delta = m_buffers.delta.firstRows(count);
    const Tensor normed = m_buffers.normed.firstRows(count);
    addNorm(weights.feedForwardNorm, hidden, delta, normed);
    GemmArgs args;
    args.x = normed;
    args.jobs[0] = jobOf(weights.up, m_buffers.up.floats.firstRows(count));
    args.numJobs = 1;
    m_device.gemm(args);
    m_device.gelu({m_buffers.up.floats.firstRows(count), m_buffers.up.cast.firstRows(count)});
    args.x = m_buffers.up.cast.firstRows(count);
    args.jobs[0] = jobOf(weights.down, delta);
    m_device.gemm(args);
    addNorm({}, hidden, delta, kNothing);
}

} // namespace tf::engine
