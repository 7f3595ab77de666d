#include "engine/run/sight/sight.h"

#include "engine/run/sight/connector.h"
#include "engine/run/sight/segments.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cmath>

namespace tf::engine {

namespace {

/// Rows that go through the products together: enough that attention lays out keys and values
/// seldom, few enough that the buffers stay small.
constexpr std::int64_t kChunkRows = 1024;

class Look {
public:
    Look(const Media& media, const SightParts& parts, const SightWatch& watch)
        : m_media(media)
        , m_parts(parts)
        , m_vision(*parts.config.vision)
        , m_watch(watch)
        , m_segments(segmentsOf(media.grid, m_vision.segmentFrames))
    {
    }

    Result<FeatureRows> run()
    {
        TRY(prepare());
        for (const Segment& segment : m_segments)
            TRY(look(segment));
        TRY(m_parts.device.sync());
        return std::move(m_features);
    }

private:
    [[nodiscard]] std::int64_t rowsOf(const Segment& segment) const
    {
        return std::int64_t(segment.frames) * m_media.grid.height * m_media.grid.width;
    }

    Result<> prepare();
    Result<> look(const Segment& segment);
    Result<> connect(const Tensor& hidden);
    Result<> take(const Tensor& tokens);
    Result<> probe(SightStage stage, int layer, const Tensor& rows) const;
    Result<> beat(std::int64_t rows);

    const Media& m_media;
    const SightParts& m_parts;
    const VisionConfig& m_vision;
    const SightWatch& m_watch;
    std::vector<Segment> m_segments;
    std::int64_t m_chunk = 0;
    Buffer m_memory;
    SightBuffers m_buffers;
    FeatureRows m_features;
    std::int64_t m_done = 0;
};

Result<> Look::prepare()
{
    const std::int64_t rows = rowsOf(m_segments.front()); // no other is larger
    const std::int64_t merged = m_vision.mergedRows();
    m_chunk = std::min(std::max<std::int64_t>(1, kChunkRows / merged) * merged, rows);
    const SightSizes sizes{m_parts.config, m_parts.type, rows, m_chunk};
    m_memory = TRY(m_parts.device.alloc(sightBytes(sizes))
                       .because(words("looking at ", m_media.grid.patches(), " patches")));
    m_buffers = layOutSight(sizes, m_memory.data());
    std::vector<double> frequencies;
    for (int idx = 0; idx < m_vision.axisDims() / 2; ++idx)
        frequencies.push_back(std::pow(m_vision.ropeTheta, -2.0 * idx / m_vision.axisDims()));
    TRY(m_parts.device.upload(m_buffers.inverseFrequencies, frequencies.data(),
                              frequencies.size() * sizeof(double)));
    TRY(m_parts.device.upload(m_buffers.table, m_media.table.data(), sizeof m_media.table));
    m_features.cols = m_parts.config.hidden;
    m_features.values.reserve(
        static_cast<std::size_t>(m_media.grid.patches() / m_vision.mergedRows() * m_features.cols));
    return {};
}

Result<> Look::look(const Segment& segment)
{
    const std::int64_t rows = rowsOf(segment);
    const auto places = placesIn(segment, m_media.grid, m_vision.merge);
    TRY(m_parts.device.upload(m_buffers.places, places.data(),
                              places.size() * sizeof(std::int32_t)));
    const Tower tower(m_parts, m_buffers, rows, m_chunk);
    const auto patchBytes = static_cast<std::size_t>(m_vision.patchNumbers());
    TRY(tower.embed(std::span(m_media.rows)
                        .subspan(static_cast<std::size_t>(segment.firstRow) * patchBytes,
                                 static_cast<std::size_t>(rows) * patchBytes)));
    TRY(probe(SightStage::Patches, -1, tower.hidden()));
    tower.norm();
    TRY(probe(SightStage::Normed, -1, tower.hidden()));
    for (int layer = 0; layer < m_vision.layers; ++layer) {
        TRY(tower.layer(static_cast<std::size_t>(layer),
                        [this](std::int64_t count) { return beat(count); }));
        TRY(probe(SightStage::Layer, layer, tower.hidden()));
    }
    return connect(tower.hidden());
}

Result<> Look::connect(const Tensor& hidden)
{
    const Connector connector(m_parts, m_buffers);
    for (std::int64_t begin = 0; begin < hidden.rows; begin += m_chunk) {
        const Tensor some = hidden.someRows(begin, std::min(m_chunk, hidden.rows - begin));
        TRY(beat(some.rows));
        const Tensor projected = connector.project(some);
        TRY(probe(SightStage::Projected, -1, projected));
        const Tensor tokens = connector.merge(projected);
        TRY(probe(SightStage::Merged, -1, tokens));
        TRY(take(tokens));
    }
    return {};
}

/// As the reference, features get the type of the text model's activations.
Result<> Look::take(const Tensor& tokens)
{
    const auto begin = m_features.values.size();
    m_features.values.resize(begin + static_cast<std::size_t>(tokens.rows * tokens.cols));
    const auto added = std::span(m_features.values).subspan(begin);
    TRY(m_parts.device.readback(added.data(), tokens.data, added.size_bytes()));
    if (m_parts.type == DType::BF16)
        std::transform(added.begin(), added.end(), added.begin(),
                       [](float value) { return toFloat(toBFloat16(value)); });
    m_features.rows += tokens.rows;
    return {};
}

Result<> Look::probe(SightStage stage, int layer, const Tensor& rows) const
{
    if (!m_watch.probe)
        return {};
    SightReading reading{stage, layer, rows.rows, rows.cols, {}};
    reading.values.resize(static_cast<std::size_t>(rows.rows * rows.cols));
    TRY(m_parts.device.readback(reading.values.data(), rows.data,
                                reading.values.size() * sizeof(float)));
    return m_watch.probe(reading);
}

Result<> Look::beat(std::int64_t rows)
{
    if (m_watch.progress)
        TRY(m_watch.progress(m_done, m_media.grid.patches() * (m_vision.layers + 1)));
    m_done += rows;
    return m_watch.cancel.check();
}

} // namespace

Result<> checkMedia(const Media& media, const VisionConfig& config)
{
    constexpr std::int32_t kMostPatches = 1 << 16; // of a side or in time
    const MediaGrid& grid = media.grid;
    const bool sane = grid.frames > 0 && grid.height > 0 && grid.width > 0
        && grid.frames <= kMostPatches && grid.height <= kMostPatches && grid.width <= kMostPatches
        && grid.height % config.merge == 0 && grid.width % config.merge == 0;
    if (!sane)
        return Error(Code::BadInput,
                     words("a grid of ", grid.frames, " x ", grid.height, " x ", grid.width,
                           " patches: height and width are multiples of ", config.merge));
    const std::int64_t numBytes = std::ssize(media.rows);
    if (numBytes % config.patchNumbers() != 0 || numBytes / config.patchNumbers() != grid.patches())
        return Error(Code::BadInput,
                     words(numBytes, " bytes of patches, where a grid of ", grid.frames, " x ",
                           grid.height, " x ", grid.width, " takes ", grid.patches(),
                           " patches of ", config.patchNumbers()));
    return {};
}

Result<FeatureRows> lookAt(const Media& media, const SightParts& parts, const SightWatch& watch)
{
    return Look(media, parts, watch).run();
}

} // namespace tf::engine
