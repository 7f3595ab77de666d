#include "app/wire/marker_filter.h"

#include "engine/text/answer/answer_marker.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace tf::wire {

namespace {

/// What ends markup whose beginning somebody else took out of the text.
constexpr std::array<std::string_view, 2> kClosers{text::kBareBlockClose, text::kBareInvokeClose};

/// Behind a marker: bytes that go with it; nothing while more of them may come.
std::optional<std::size_t> numCloser(std::string_view behind)
{
    for (const auto closer : kClosers) {
        if (behind.starts_with(closer))
            return closer.size();
        if (text::mayBecome(behind, closer))
            return std::nullopt;
    }
    return 0;
}

} // namespace

std::string MarkerFilter::feed(std::string_view piece)
{
    m_held += piece;
    auto at = m_held.find(text::kNamespace);
    while (at != std::string::npos) {
        const auto behind = std::string_view(m_held).substr(at + text::kNamespace.size());
        const auto closer = numCloser(behind);
        if (!closer)
            break;
        m_held.erase(at, text::kNamespace.size() + *closer);
        // Taking one out may put another together around it.
        at = m_held.find(text::kNamespace, at - std::min(at, text::kNamespace.size()));
    }
    const auto numGiven =
        at != std::string::npos ? at : m_held.size() - text::heldBytes(m_held, text::kNamespace);
    std::string given = m_held.substr(0, numGiven);
    m_held.erase(0, numGiven);
    return given;
}

std::string MarkerFilter::finish()
{
    return withoutMarkers(std::exchange(m_held, {}));
}

std::string withoutMarkers(std::string text)
{
    // Taking one out may put another together around it.
    for (auto at = text.find(text::kNamespace); at != std::string::npos;
         at = text.find(text::kNamespace, at - std::min(at, text::kNamespace.size())))
        text.erase(at, text::kNamespace.size());
    return text;
}

} // namespace tf::wire
