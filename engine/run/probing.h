#pragma once

// How a pass hands its buffers to a probe: read back where they are wanted, else untouched.

#include "engine/run/probe.h"
#include "kernels/api/device.h"

namespace tf::engine {

class Probing {
public:
    /// `probe` may be null. The buffers hold `rows` rows.
    Probing(const Probe* probe, Device& device, int rank, std::int64_t rows)
        : m_probe(probe)
        , m_device(device)
        , m_rank(rank)
        , m_rows(rows)
    {
    }

    Result<> floats(int layer, Probed what, const void* data, std::int64_t cols) const;
    Result<> integers(int layer, Probed what, const void* data, std::int64_t cols) const;

    /// Hidden states as the probe wants them; untouched when it does not.
    Result<> replace(int layer, void* hidden) const;

private:
    [[nodiscard]] bool wants(int layer, Probed what) const;
    [[nodiscard]] ProbeReading reading(int layer, Probed what, std::int64_t cols) const;

    const Probe* m_probe;
    Device& m_device;
    int m_rank;
    std::int64_t m_rows;
};

} // namespace tf::engine
