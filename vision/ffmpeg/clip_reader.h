#pragma once

// A clip read from its first frame to its last, once, each frame with its real time.
//
// Colours, rotation, pixel shape and interlacing are put right when a frame is turned into RGB;
// frames that nobody wants are only decoded. Runs in the helper process alone: no name is opened,
// no protocol spoken, only the demuxers of a list. Thread: one at a time; the decoder may use
// several of its own. Blocks: on the disk, while it decodes.

#include "kernels/base/result.h"
#include "vision/media/facts.h"
#include "vision/media/screen_view.h"
#include "vision/media/source.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace tf::vision {

/// A decoded frame, cheap to keep: the pixels are counted, not copied.
class ClipFrame {
public:
    ClipFrame(ClipFrame&&) noexcept;
    ClipFrame& operator=(ClipFrame&&) noexcept;
    ~ClipFrame();

    [[nodiscard]] std::int64_t index() const; ///< in ClipFacts::times
    [[nodiscard]] double time() const; ///< seconds from the clip's first frame
    [[nodiscard]] ClipFrame share() const; ///< another hold on the same pixels
    /// To look for changes in. Valid while this frame is, and until another's is asked for.
    Result<ScreenView> screen() const;
    /// Upright sRGB of the size in ClipFacts, without gaps; `to` holds width * height * 3 bytes.
    Result<> toRgb(std::uint8_t* to) const;
    /// The same in another size, in one go: quick, for the screen, not what a model shall see.
    Result<> toSmallRgb(Size size, std::uint8_t* to) const;

    class Held;
    explicit ClipFrame(std::shared_ptr<const Held> held);

private:
    std::shared_ptr<const Held> m_held;
};

class ClipReader {
public:
    /// Header and times of all frames, without decoding more than a frame. Reads the whole file.
    /// Requires: the source outlives the reader.
    static Result<ClipReader> open(const Source& source, const MediaLimits& limits);
    /// Header and first frame alone, however long the clip is: for a first look and thumbnails.
    /// facts() has no times and the header's word for the duration, frames have no index (-1).
    static Result<ClipReader> glance(const Source& source, const MediaLimits& limits);
    /// As open(), to see what changes when: frames that no other is made from may be left out where
    /// there are many, and the others are a little rougher.
    static Result<ClipReader> survey(const Source& source, const MediaLimits& limits);
    ClipReader(ClipReader&&) noexcept;
    ClipReader& operator=(ClipReader&&) noexcept;
    ~ClipReader();

    [[nodiscard]] const ClipFacts& facts() const;
    /// The next frame in order of time; nothing at the end. What is broken inside is passed over
    /// and told by faults().
    Result<std::optional<ClipFrame>> next();
    /// The key frame at or before a time, for thumbnails; next() goes on from there.
    Result<std::optional<ClipFrame>> keyFrameAt(double time);
    /// The same for several times, ascending, decoded beside one another; a key frame once.
    Result<std::vector<ClipFrame>> keyFramesAt(std::span<const double> times);
    /// The next frames of next() lead to that one, some before it left out: from where decoding is
    /// when that is on the way, else from the key frame before it. Requires: open(), and an index
    /// of facts().times.
    Result<> goTo(std::int64_t index);
    /// What was wrong with what was read so far.
    [[nodiscard]] std::vector<std::string> faults() const;

private:
    class Stream;
    explicit ClipReader(std::unique_ptr<Stream> stream);
    std::unique_ptr<Stream> m_stream;
};

} // namespace tf::vision
