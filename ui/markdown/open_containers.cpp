#include "ui/markdown/open_containers.h"

#include <algorithm>
#include <limits>

namespace tf::ui {

namespace {

Container shownItem(const ItemMarker& marker, std::int32_t number, TaskMark task)
{
    Container shown;
    shown.kind = marker.isNumber ? Container::Kind::Number : Container::Kind::Bullet;
    if (marker.isNumber)
        shown.number = number;
    if (!marker.isNumber && task != TaskMark::None)
        shown.kind = task == TaskMark::Done ? Container::Kind::DoneTask : Container::Kind::Task;
    return shown;
}

} // namespace

std::size_t OpenContainers::match(LineCursor& line) const
{
    std::size_t depth = 0;
    for (; depth < m_open.size(); ++depth) {
        const Open& open = m_open[depth];
        if (!open.isItem()) {
            if (line.indent() >= kCodeIndent || line.next() != '>')
                break;
            line.skip(1);
            line.skipIndent(1);
        } else if (line.isBlank()) {
            if (!open.hasContent)
                break;
        } else if (line.indent() >= open.contentIndent) {
            line.skipIndent(open.contentIndent);
        } else {
            break;
        }
    }
    return depth;
}

void OpenContainers::push(Open open)
{
    open.id = ++m_lastId;
    open.lacksBlock = open.isItem();
    for (Open& outer : m_open)
        outer.hasContent = true;
    m_open.push_back(open);
}

void OpenContainers::pushQuote()
{
    m_lists.resize(std::min(m_lists.size(), m_open.size()));
    push({});
}

void OpenContainers::pushItem(const ItemMarker& marker, int contentIndent, TaskMark task)
{
    const std::size_t depth = m_open.size();
    m_lists.resize(depth + 1);
    List& list = m_lists[depth];
    if (list.id == 0 || list.mark != marker.mark)
        list = {++m_lastId, marker.mark, marker.number, false};
    Open open;
    open.shown = shownItem(marker, list.nextNumber, task);
    open.mark = marker.mark;
    open.contentIndent = contentIndent;
    open.list = list.id;
    list.nextNumber += list.nextNumber < std::numeric_limits<std::int32_t>::max() ? 1 : 0;
    push(open);
}

bool OpenContainers::beginBlock()
{
    std::vector<Place> path;
    for (Open& open : m_open) {
        open.hasContent = true;
        path.push_back({open.id, open.list});
    }
    const auto apart =
        std::mismatch(path.begin(), path.end(), m_lastPath.begin(), m_lastPath.end(),
                      [](const Place& now, const Place& before) { return now.id == before.id; });
    bool isTight =
        std::any_of(path.begin(), apart.first, [](const Place& place) { return place.list != 0; });
    const bool isNextItem = apart.first != path.end() && apart.second != m_lastPath.end()
        && apart.first->list != 0 && apart.first->list == apart.second->list;
    if (isNextItem) {
        List& list = m_lists[static_cast<std::size_t>(apart.first - path.begin())];
        list.isLoose = list.isLoose || m_isAfterBlank;
        isTight = !list.isLoose;
    }
    isTight = isTight && !m_isAfterBlank;
    m_lists.resize(std::min(m_lists.size(), m_open.size()));
    m_lastPath = std::move(path);
    m_isAfterBlank = false;
    return isTight;
}

std::vector<Container> OpenContainers::forBlock()
{
    std::vector<Container> containers;
    containers.reserve(m_open.size());
    for (Open& open : m_open) {
        containers.push_back(open.shown);
        containers.back().begins = open.lacksBlock;
        open.lacksBlock = false;
    }
    return containers;
}

} // namespace tf::ui
