#include "vision/helper/moment_pixels.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tf::vision {

namespace {

/// Of what the box allows, the most for moments; decoders need the rest.
constexpr std::int64_t kMomentBytes = 448LL << 20;

std::int64_t numWithRoom(std::int64_t most, std::int64_t bytesEach)
{
    return std::clamp<std::int64_t>(kMomentBytes / bytesEach, 1, most);
}

} // namespace

MomentPixels::MomentPixels(std::int64_t most, FrameFit fit)
    : m_fit(std::move(fit))
    , m_finder(numWithRoom(most, m_fit.numBytes()))
{
    if (const auto room = numWithRoom(most, m_fit.numBytes()); room < most)
        m_notes.push_back(words("memory has room for ", room, " moments of ", m_fit.size().width,
                                " x ", m_fit.size().height, ", so fewer were kept"));
}

Result<> MomentPixels::look(ClipFrame frame)
{
    const auto index = frame.index();
    const auto screen = TRY(frame.screen());
    m_held.emplace(index, frame.share());
    TRY(obey(TRY(m_finder.look(index, frame.time(), screen))));
    letGo(index);
    return {};
}

Result<> MomentPixels::finish()
{
    TRY(obey(TRY(m_finder.finish())));
    m_held.clear();
    return {};
}

Result<> MomentPixels::obey(const Verdict& verdict)
{
    for (const auto index : verdict.dropped)
        m_kept.erase(index);
    for (const Moment& moment : verdict.kept) {
        const auto held = m_held.find(moment.index);
        if (held == m_held.end())
            return Error(Code::Internal, words("frame ", moment.index, " was let go too early"));
        Kept kept{moment, {}};
        kept.rgb.resize(static_cast<std::size_t>(m_fit.numBytes()));
        TRY(m_fit.write(held->second, kept.rgb.data()));
        m_kept.insert_or_assign(moment.index, std::move(kept));
    }
    m_again.insert(m_again.end(), verdict.again.begin(), verdict.again.end());
    return {};
}

/// The newest frame stays until the next one is judged: a verdict may name it.
void MomentPixels::letGo(std::int64_t newest)
{
    const auto wanted = m_finder.holds();
    for (auto held = m_held.begin(); held != m_held.end();) {
        const bool stays = held->first == newest
            || std::find(wanted.begin(), wanted.end(), held->first) != wanted.end();
        held = stays ? std::next(held) : m_held.erase(held);
    }
}

Result<> MomentPixels::show(SlotDesk& desk) const
{
    for (const auto& [index, kept] : m_kept) {
        const auto slot = TRY(desk.freeSlot());
        if (!slot)
            return {};
        std::memcpy(desk.pixels(*slot), kept.rgb.data(), kept.rgb.size());
        const Moment& moment = kept.moment;
        TRY(desk.show({*slot, index, moment.time, m_fit.size(), moment.reason, moment.change}));
    }
    return {};
}

} // namespace tf::vision
