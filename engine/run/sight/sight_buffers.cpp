#include "engine/run/sight/sight_buffers.h"

#include "engine/media.h"
#include "engine/run/carver.h"

namespace tf::engine {

namespace {

class SightCarver {
public:
    SightCarver(const SightSizes& sizes, std::byte* memory)
        : m_sizes(sizes)
        , m_vision(*sizes.config.vision)
        , m_carver(memory)
    {
    }

    SightBuffers carve()
    {
        SightBuffers buffers;
        carveSegment(buffers);
        carveTower(buffers);
        carveConnector(buffers);
        buffers.table = m_carver.array<float>(Media::kChannels * 256);
        buffers.inverseFrequencies = m_carver.array<double>(m_vision.axisDims() / 2);
        return buffers;
    }

    [[nodiscard]] std::uint64_t bytes() const { return m_carver.bytes(); }

private:
    void carveSegment(SightBuffers& buffers)
    {
        const std::int64_t rows = m_sizes.rows;
        buffers.hidden = m_carver.tensor(DType::F32, rows, m_vision.hidden);
        buffers.key = m_carver.tensor(m_sizes.type, rows, m_vision.hidden);
        buffers.value = m_carver.tensor(m_sizes.type, rows, m_vision.hidden);
        buffers.places = m_carver.array<std::int32_t>(rows * 3);
    }

    void carveTower(SightBuffers& buffers)
    {
        const std::int64_t chunk = m_sizes.chunk;
        const bool exact = m_sizes.type == DType::F32;
        buffers.bytes = m_carver.array<std::uint8_t>(chunk * m_vision.patchNumbers());
        buffers.pixels = m_carver.tensor(DType::F32, chunk, m_vision.patchNumbers());
        buffers.normed = m_carver.tensor(m_sizes.type, chunk, m_vision.hidden);
        buffers.query = castRows(chunk, m_vision.hidden);
        if (!exact) {
            buffers.rawKey = m_carver.tensor(DType::F32, chunk, m_vision.hidden);
            buffers.rawValue = m_carver.tensor(DType::F32, chunk, m_vision.hidden);
        }
        buffers.attended = m_carver.tensor(m_sizes.type, chunk, m_vision.hidden);
        buffers.delta = m_carver.tensor(DType::F32, chunk, m_vision.hidden);
        buffers.up = castRows(chunk, m_vision.width);
    }

    void carveConnector(SightBuffers& buffers)
    {
        const std::int64_t chunk = m_sizes.chunk;
        const std::int64_t merged = chunk / m_vision.mergedRows();
        if (m_sizes.type != DType::F32)
            buffers.tower.cast = m_carver.tensor(m_sizes.type, chunk, m_vision.hidden);
        buffers.projectInner = castRows(chunk, m_vision.projectorWidth);
        buffers.projected = castRows(chunk, m_sizes.config.hidden);
        buffers.mergeInner = castRows(merged, m_vision.projectorWidth);
        buffers.tokens = m_carver.tensor(DType::F32, merged, m_sizes.config.hidden);
    }

    CastRows castRows(std::int64_t rows, std::int64_t cols)
    {
        CastRows both;
        both.floats = m_carver.tensor(DType::F32, rows, cols);
        both.cast =
            m_sizes.type == DType::F32 ? both.floats : m_carver.tensor(m_sizes.type, rows, cols);
        return both;
    }

    const SightSizes& m_sizes;
    const VisionConfig& m_vision;
    Carver m_carver;
};

} // namespace

std::uint64_t sightBytes(const SightSizes& sizes)
{
    SightCarver carver(sizes, nullptr);
    carver.carve();
    return carver.bytes();
}

SightBuffers layOutSight(const SightSizes& sizes, std::byte* memory)
{
    return SightCarver(sizes, memory).carve();
}

} // namespace tf::engine
