#include "engine/run/probing.h"

namespace tf::engine {

bool Probing::wants(int layer, Probed what) const
{
    return m_probe != nullptr && m_probe->wants && m_probe->wants(m_rank, layer, what);
}

ProbeReading Probing::reading(int layer, Probed what, std::int64_t cols) const
{
    ProbeReading reading;
    reading.rank = m_rank;
    reading.layer = layer;
    reading.what = what;
    reading.rows = m_rows;
    reading.cols = cols;
    return reading;
}

Result<> Probing::floats(int layer, Probed what, const void* data, std::int64_t cols) const
{
    if (!wants(layer, what))
        return {};
    ProbeReading out = reading(layer, what, cols);
    out.floats.resize(static_cast<std::size_t>(m_rows * cols));
    TRY(m_device.readback(out.floats.data(), data, out.floats.size() * sizeof(float)));
    return m_probe->take(out);
}

Result<> Probing::integers(int layer, Probed what, const void* data, std::int64_t cols) const
{
    if (!wants(layer, what))
        return {};
    ProbeReading out = reading(layer, what, cols);
    out.integers.resize(static_cast<std::size_t>(m_rows * cols));
    TRY(m_device.readback(out.integers.data(), data, out.integers.size() * sizeof(std::int32_t)));
    return m_probe->take(out);
}

Result<> Probing::replace(int layer, void* hidden) const
{
    if (m_probe == nullptr || !m_probe->instead)
        return {};
    const std::vector<float> states = m_probe->instead(m_rank, layer);
    if (states.empty())
        return {};
    return m_device.upload(hidden, states.data(), states.size() * sizeof(float));
}

} // namespace tf::engine
