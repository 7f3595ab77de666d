#include "vision/picture/down_table.h"

#include <algorithm>

namespace tf::vision {

namespace {

std::int32_t groupsFor(std::int32_t numTaps)
{
    return (numTaps + kGroupTaps - 1) / kGroupTaps;
}

} // namespace

DownTable downTable(const Taps& taps, Pieces pieces)
{
    DownTable table;
    std::vector<std::int32_t> weights;
    for (std::int32_t place = 0; place < taps.to; ++place) {
        const std::int32_t first = taps.first[std::size_t(place)];
        const std::int32_t count = taps.count[std::size_t(place)];
        const std::int32_t inside = first % kGroupTaps;
        const bool isMoved = groupsFor(count) < groupsFor(inside + count);
        DownRow row;
        row.firstQuad = first / kGroupTaps;
        row.lastQuad = (first + count - 1) / kGroupTaps;
        row.moved = isMoved ? inside : 0;
        row.numGroups = groupsFor(isMoved ? count : inside + count);
        row.weights = table.weights.size();

        weights.assign(isMoved ? 0 : std::size_t(inside), 0);
        weights.insert(weights.end(), taps.at(place), taps.at(place) + count);
        for (std::int32_t begin = 0; begin < std::int32_t(weights.size()); begin += kGroupTaps)
            table.weights.push_back(
                groupOf(weights.data() + begin, std::int32_t(weights.size()) - begin, pieces));
        table.rows.push_back(row);
        table.mostQuads = std::max(table.mostQuads, row.lastQuad - row.firstQuad + 1);
        table.mostGroups = std::max(table.mostGroups, row.numGroups);
    }
    return table;
}

} // namespace tf::vision
