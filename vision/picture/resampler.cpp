#include "vision/picture/resampler.h"

#include "kernels/base/check.h"
#include "kernels/base/words.h"
#include "vision/picture/fast_passes.h"
#include "vision/picture/plain_passes.h"
#include "vision/picture/taps.h"

namespace tf::vision {

namespace {

constexpr std::int64_t kMaxWeights = std::int64_t{1} << 22;
constexpr std::int64_t kMaxBytes = std::int64_t{1} << 29; ///< of a result, or between the passes

Result<> checkSizes(Size from, Size to)
{
    if (from.width <= 0 || from.height <= 0 || to.width <= 0 || to.height <= 0)
        return Error(Code::BadInput,
                     words("cannot make ", to.width, " x ", to.height, " of ", from.width, " x ",
                           from.height, ": a side is empty"));
    const std::int64_t between = Size{to.width, from.height}.area() * 3;
    if (numWeights(from.width, to.width) + numWeights(from.height, to.height) > kMaxWeights
        || between > kMaxBytes || to.area() * 3 > kMaxBytes)
        return Error(Code::BadInput,
                     words("making ", to.width, " x ", to.height, " of ", from.width, " x ",
                           from.height, " would take too much memory; choose a smaller size"));
    return {};
}

} // namespace

class Resampler::Plan {
public:
    Plan(Size from, Size to, Level level)
        : m_from(from)
        , m_across(tapsOf(from.width, to.width))
        , m_down(tapsOf(from.height, to.height))
        , m_fast(FastPasses::make(m_across, m_down, level))
    {
    }

    void run(const PictureView& source, std::uint8_t* to) const
    {
        CHECK(source.size == m_from, "a resampler is for pictures of one size");
        if (m_fast)
            m_fast->run(source, to);
        else
            resamplePlainly(source, m_across, m_down, to);
    }

private:
    Size m_from;
    Taps m_across;
    Taps m_down;
    std::optional<FastPasses> m_fast;
};

Resampler::Resampler(std::unique_ptr<const Plan> plan)
    : m_plan(std::move(plan))
{
}
Resampler::Resampler(Resampler&&) noexcept = default;
Resampler& Resampler::operator=(Resampler&&) noexcept = default;
Resampler::~Resampler() = default;

Result<Resampler> Resampler::make(Size from, Size to, Level level)
{
    TRY(checkSizes(from, to));
    return Resampler(std::make_unique<const Plan>(from, to, level));
}

void Resampler::run(const PictureView& source, std::uint8_t* to) const
{
    m_plan->run(source, to);
}

Result<Picture> resampled(const PictureView& source, Size to)
{
    const Resampler resampler = TRY(Resampler::make(source.size, to));
    Picture picture;
    picture.size = to;
    picture.rgb.resize(static_cast<std::size_t>(to.area()) * 3);
    resampler.run(source, picture.rgb.data());
    return picture;
}

} // namespace tf::vision
