#include "tests/ui/frames/prepared_clip.h"

#include <algorithm>
#include <array>

namespace tf::test {

namespace {

constexpr double kRate = 30;
constexpr std::int64_t kFrames = 18'000;
constexpr std::array<double, 3> kMoments{133.1, 251.5, 488.2};

} // namespace

workspace::ClipLook tenMinutes()
{
    workspace::ClipLook look;
    look.title = "login.mp4";
    look.container = "MP4";
    look.codec = "H.264";
    look.width = 1920;
    look.height = 1080;
    look.duration = 600;
    look.frameRate = kRate;
    auto times = std::make_shared<std::vector<double>>();
    for (std::int64_t idx = 0; idx < kFrames; ++idx)
        times->push_back(double(idx) / kRate);
    look.times = times;
    return look;
}

workspace::ClipChanges knownChanges(double secondsRead)
{
    auto points = std::make_shared<std::vector<workspace::ClipChange>>();
    for (int second = 0; second < 600; second += 3) {
        if (second < secondsRead)
            points->push_back({double(second), 0.004F * float(second % 7), false, false});
    }
    for (const double time : kMoments) {
        if (time < secondsRead)
            points->push_back({time, time < 200 ? 0.32F : 0.9F, time > 400, true});
    }
    std::sort(points->begin(), points->end(),
              [](const auto& a, const auto& b) { return a.seconds < b.seconds; });
    workspace::ClipChanges changes;
    changes.points = points;
    changes.secondsRead = secondsRead;
    changes.isWhole = secondsRead >= 600;
    return changes;
}

workspace::ClipSending fortyThree()
{
    using workspace::WhyFrame;
    workspace::ClipSending sending;
    for (int frame = 0; frame < 40; ++frame)
        sending.frames.push_back({frame * 450, frame * 15.0, WhyFrame::Rate, 0});
    for (const double time : kMoments) {
        const auto index = static_cast<std::int64_t>(time * kRate + 0.5);
        sending.frames.push_back({index, time, WhyFrame::Moment, time < 200 ? 0.32F : 0.9F});
    }
    std::sort(sending.frames.begin(), sending.frames.end(),
              [](const auto& a, const auto& b) { return a.index < b.index; });
    sending.pairs = 22;
    sending.width = 1008;
    sending.height = 560;
    sending.tokens = 15'840;
    sending.capUsed = 0.0825;
    sending.why = "The engine on this machine takes clips as pairs of frames.";
    return sending;
}

workspace::ClipPicture flatFrame(std::int64_t index, int width, int height)
{
    auto rgb = std::make_shared<std::vector<std::uint8_t>>();
    rgb->reserve(std::size_t(width) * std::size_t(height) * 3);
    const int dialog = width / 8 + static_cast<int>(index / 450 % 5) * width / 12;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool isBar = y < height / 8;
            const bool isDialog =
                x > dialog && x < dialog + width / 3 && y > height / 3 && y < height * 3 / 4;
            const bool isButton = isDialog && y > height * 5 / 8 && x > dialog + width / 5;
            const std::uint8_t grey = isBar ? 60 : isDialog ? 250 : 215;
            rgb->insert(rgb->end(),
                        {std::uint8_t(isButton ? 70 : grey), std::uint8_t(isButton ? 110 : grey),
                         std::uint8_t(isButton ? 200 : grey)});
        }
    }
    return {index, double(index) / kRate, {width, height, rgb}};
}

} // namespace tf::test
