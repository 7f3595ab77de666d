#pragma once

// A whole clip as a test sees it: facts, every frame in RGB, what was wrong.

#include "vision/ffmpeg/clip_reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace tf::test {

struct SeenFrame {
    std::int64_t index = 0;
    double time = 0;
    vision::Picture picture;
};

struct SeenClip {
    vision::ClipFacts facts;
    std::vector<SeenFrame> frames;
    std::vector<std::string> faults;
};

/// One of the clips that tests/vision/make_clips made.
Result<vision::Source> madeClip(const char* name);
std::string bytesOf(const char* name);
Result<vision::Source> clipOf(std::string_view bytes);

Result<SeenClip> see(const vision::Source& source, const vision::MediaLimits& limits = {});
Result<SeenClip> see(const char* name);
Result<vision::Picture> pictureOf(const vision::ClipFrame& frame, vision::Size size);

/// How far values are apart in the mean, of one in seven. Requires: equal sizes.
double distance(const vision::Picture& a, const vision::Picture& b);

struct Shade {
    int r = 0;
    int g = 0;
    int b = 0;
};
Shade shadeAt(const vision::Picture& picture, int x, int y);
/// The largest difference of a channel.
int apart(const Shade& a, const Shade& b);

} // namespace tf::test
