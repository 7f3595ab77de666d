#pragma once

// The thread that keeps one clip open and brings its frames: the one wished for last, those that
// are played in their time, small ones when nothing else is to be done.
//
// What decodes may end at any frame; it is started anew and the wish is tried once more. Thread:
// one at a time. Blocks: never, but for its end, until decoding has stopped.

#include "app/workspace/clip_view.h"
#include "app/workspace/tray/tray_desk.h"
#include "kernels/base/mailbox.h"
#include "vision/client/clip_watch.h"

#include <semaphore>
#include <thread>
#include <variant>

namespace tf::workspace {

/// Where a clip's bytes are.
struct ClipPlace {
    std::string title;
    std::string path; ///< empty: they are in memory
    std::shared_ptr<const std::string> bytes;
};
Result<vision::Source> opened(const ClipPlace& place);

struct ClipOpened {
    vision::ClipFacts facts;
    std::int64_t bytes = 0;
};
struct ClipFrameCame {
    ClipPicture picture;
    bool isSmall = false;
};
/// There is no such frame, or the clip cannot be opened at all.
struct ClipTrouble {
    std::string sentence;
    bool isFatal = false;
};
/// The wish of that number was granted, or cannot be.
struct ClipSought {
    std::int64_t seek = 0;
};
struct ClipRestarted { };
struct ClipPlayed { };
enum class ClipFile : std::uint8_t { Same, Changed, Gone };

using ClipNews = std::variant<ClipOpened, ClipFrameCame, ClipSought, ClipTrouble, ClipRestarted,
                              ClipPlayed, ClipFile>;

class ClipPlayer {
public:
    /// `tell` is called on the player's thread.
    ClipPlayer(ClipPlace place, SharedDecoder decoder, std::function<void(ClipNews)> tell);
    ~ClipPlayer();
    ClipPlayer(const ClipPlayer&) = delete;
    ClipPlayer& operator=(const ClipPlayer&) = delete;

    void setBox(vision::Size box) { post(box); }
    /// `seek` is the number of the wish.
    void seek(std::int64_t index, std::int64_t seek) { post(Seek{index, seek}); }
    void play(double speed, double until) { post(Play{speed, until}); }
    void stop() { post(Stop{}); }
    void showSmall(std::vector<std::int64_t> indices) { post(Small{std::move(indices)}); }

private:
    struct Seek {
        std::int64_t index = 0;
        std::int64_t seek = 0;
    };
    struct Play {
        double speed = 1;
        double until = 0;
    };
    struct Stop { };
    struct Small {
        std::vector<std::int64_t> indices;
    };
    struct End { };
    using Command = std::variant<vision::Size, Seek, Play, Stop, Small, End>;
    using Clock = std::chrono::steady_clock;

    void post(Command command) { m_commands.post(std::move(command)); }
    void run();
    Result<> open();
    Result<> watchAgain();
    void takeCommands();
    void take(const Command& command);
    void look();
    void playOn();
    void endPlaying();
    void showOneSmall();
    Result<vision::FrameSeen> show(std::int64_t index, vision::Size box,
                                   const vision::FrameSink& sink);
    Result<vision::FrameSeen> showOrRestart(std::int64_t index, vision::Size box,
                                            const vision::FrameSink& sink);
    [[nodiscard]] const std::vector<double>& times() const { return m_facts.times; }

    ClipPlace m_place;
    SharedDecoder m_shared;
    std::function<void(ClipNews)> m_tell;
    CancelSource m_cancel;
    CancelToken m_stopped;
    std::counting_semaphore<> m_wake{0};
    Mailbox<Command> m_commands;

    // The thread's own.
    std::optional<vision::Source> m_source;
    std::optional<ContentMark> m_mark;
    std::unique_ptr<vision::ClipWatch> m_watch;
    vision::ClipFacts m_facts;
    vision::Size m_box{1280, 720};
    std::optional<std::int64_t> m_wish;
    std::int64_t m_seek = 0; ///< the number of the last wish
    std::vector<std::int64_t> m_small; ///< the next one last
    std::optional<Play> m_playing;
    Clock::time_point m_playBegan;
    double m_playFrom = 0; ///< seconds of the clip at that moment
    std::int64_t m_index = 0; ///< of the frame that was shown last
    bool m_isGone = false; ///< its file; told once
    bool m_isOver = false;
    std::thread m_thread; // the last member: it uses all others
};

} // namespace tf::workspace
