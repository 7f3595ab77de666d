#include "vision/ffmpeg/clip_frame.h"

namespace tf::vision {

ClipFrame::ClipFrame(std::shared_ptr<const Held> held)
    : m_held(std::move(held))
{
}

ClipFrame::ClipFrame(ClipFrame&&) noexcept = default;
ClipFrame& ClipFrame::operator=(ClipFrame&&) noexcept = default;
ClipFrame::~ClipFrame() = default;

std::int64_t ClipFrame::index() const
{
    return m_held->index;
}

double ClipFrame::time() const
{
    return m_held->time;
}

ClipFrame ClipFrame::share() const
{
    return ClipFrame(m_held);
}

Result<> ClipFrame::toRgb(std::uint8_t* to) const
{
    return m_held->painter->paint(*m_held->frame, m_held->before.get(), m_held->upright,
                                  Finish::Exact, to);
}

Result<> ClipFrame::toSmallRgb(Size size, std::uint8_t* to) const
{
    return m_held->painter->paint(*m_held->frame, nullptr, size, Finish::Small, to);
}

} // namespace tf::vision
