#pragma once

// A clip as it is looked at: its first frame, small pictures, what changes when, frames on demand,
// and what of it would be sent for a choice.
//
// Decoded in a process of its own, which stays at the clip while it is open and is started anew
// when it ends. Thread: main. Blocks: never, but for its end, until decoding has stopped.

#include "app/session/store.h"
#include "app/workspace/tray.h"

#include <QObject>

namespace tf::workspace {

enum class ClipState : std::uint8_t { Closed, Opening, Ready, Failed };

/// What is known of it, once it is Ready.
struct ClipLook {
    std::string title;
    std::string container; ///< "MP4"
    std::string codec; ///< "H.264"
    int width = 0; ///< upright
    int height = 0;
    double duration = 0; ///< seconds, to the end of the last frame
    double frameRate = 0; ///< average
    int rotation = 0; ///< degrees clockwise that it was turned by
    bool hasAudio = false;
    bool isHdr = false;
    /// Seconds of every frame from the first, ascending. Never null.
    std::shared_ptr<const std::vector<double>> times;
    std::vector<std::string> faults; ///< what of it could not be read, one sentence each
};

struct ClipPicture {
    std::int64_t index = -1; ///< in ClipLook::times; -1: not known, of a first look
    double seconds = 0;
    Preview pixels; ///< no rgb: none yet
};

/// The frames of a clip that differ from the one before, in order of time.
struct ClipChange {
    double seconds = 0;
    float change = 0; ///< share of the screen, 0 to 1
    bool isScene = false; ///< nearly all of the screen is another one
    bool isEvent = false; ///< one of the moments that sampling by moments sends
};

struct ClipChanges {
    /// Never null; grows while the clip is read.
    std::shared_ptr<const std::vector<ClipChange>> points;
    double secondsRead = 0;
    bool isWhole = false; ///< nothing more comes; events are only known now
    std::string problem; ///< why it ends before the clip does
};

enum class WhyFrame : std::uint8_t { Rate, Moment, Picked, Last };

struct SentFrame {
    std::int64_t index = 0; ///< in ClipLook::times
    double seconds = 0;
    WhyFrame why = WhyFrame::Rate;
    float change = 0; ///< of a moment: share of the screen
};

/// What a choice comes to for the engine that the tray is for.
struct ClipSending {
    enum class Form : std::uint8_t { File, Pairs, Pictures };
    Form form = Form::Pairs;
    std::string why; ///< why it goes in this form
    std::vector<SentFrame> frames; ///< of a file: those that its server is expected to take
    std::int64_t pairs = 0;
    int width = 0; ///< of each frame as it is seen
    int height = 0;
    std::int64_t tokens = 0;
    std::vector<std::string> dropped; ///< what did not fit, one sentence each
    std::int64_t duplicates = 0; ///< frames left out since they look like the one before
    double capUsed = 0; ///< share of what one clip may show; above 1 before frames were dropped
    bool awaitsMoments = false; ///< the clip is still being read; more frames may come
    std::string problem; ///< not empty: nothing can be sent as chosen, and why
};

class ClipView : public QObject {
    Q_OBJECT

public:
    explicit ClipView(QObject* parent = nullptr);
    ~ClipView() override;

    /// A clip that lies there. Requires: `tray` outlives it, or close() comes before its end.
    void open(const Tray& tray, TrayId id);
    /// A clip that went along with an earlier question: a content of the store, which outlives it.
    void openKept(session::Store& store, const std::string& blob);
    void close();

    [[nodiscard]] ClipState state() const;
    /// Failed: what is wrong and what to do. Else empty, or what happened meanwhile: the decoder
    /// was started anew, the file was changed or is gone.
    [[nodiscard]] const std::string& sentence() const;
    [[nodiscard]] const ClipLook& look() const;
    /// Is there before it is Ready.
    [[nodiscard]] const ClipPicture& first() const;
    /// Sixty at most, at key frames, in order of time.
    [[nodiscard]] const std::vector<ClipPicture>& thumbnails() const;
    [[nodiscard]] const ClipChanges& changes() const;

    /// Frames come no larger than this, in pixels of the screen.
    void setBox(int width, int height);
    /// The frame that is shown at that time. The latest wish counts; earlier ones are dropped.
    void seek(double seconds);
    void seekTo(std::int64_t index);
    /// So many frames on, or back.
    void step(int frames);
    /// From where it is, at 0.25 to 4 times its speed, to its end or `until`, where it stops.
    void play(double speed, double until = 0);
    void stop();
    [[nodiscard]] bool isPlaying() const;
    /// A frame is wished for that is not there yet.
    [[nodiscard]] bool isSeeking() const;
    /// The frame that came last. Its place is that of the frame that is shown at the wished time.
    [[nodiscard]] const ClipPicture& frame() const;

    /// Small pictures of these frames, for a strip; smallShown() for each as it comes. Those wished
    /// for before and not yet begun are dropped.
    void showSmall(std::vector<std::int64_t> indices);

    /// What Tray::choose() with this choice would send: the same function makes both. Of a kept
    /// clip as for the engine on this machine. Requires: Ready.
    [[nodiscard]] ClipSending plan(const app::ClipChoice& choice) const;
    /// What the tray takes of this clip when nothing is chosen.
    [[nodiscard]] app::ClipChoice usualChoice() const;

Q_SIGNALS:
    /// state(), sentence() or look() are others now.
    void stateChanged();
    /// first() or thumbnails().
    void thumbnailsChanged();
    /// changes(): a few times a second while the clip is read; plan() too when they are whole.
    void changesChanged();
    /// frame().
    void frameChanged();
    /// It came to the end, or to `until`, or was stopped.
    void playEnded();
    /// The engine, its budget or the room in a request changed: plan() may say another thing.
    void planChanged();
    void smallShown(const tf::workspace::ClipPicture& picture);

private:
    class Seeing;
    std::unique_ptr<Seeing> m_seeing;
};

} // namespace tf::workspace
