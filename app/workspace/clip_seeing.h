#pragma once

// What stands behind a ClipView: its two threads, and what they told so far.
//
// Thread: main. Blocks: never, but for its end, until decoding has stopped.

#include "app/workspace/clip_survey.h"
#include "app/workspace/inbox.h"
#include "app/workspace/tray/clip_way.h"

namespace tf::workspace {

class ClipView::Seeing {
public:
    explicit Seeing(ClipView& face)
        : m_face(face)
    {
        forget();
    }
    ~Seeing()
    {
        m_survey.reset();
        m_player.reset();
    }

    void open(const Tray& tray, TrayId id);
    void openKept(session::Store& store, const std::string& blob);
    void close();
    void setBox(vision::Size box);
    void seekTo(std::int64_t index);
    void play(double speed, double until);
    void stop();
    [[nodiscard]] std::int64_t indexAt(double seconds) const;
    [[nodiscard]] ClipMeans means() const;
    [[nodiscard]] KnownClip known() const { return {opened->facts, opened->bytes}; }

    ClipState state = ClipState::Closed;
    std::string sentence;
    ClipLook look;
    ClipPicture first;
    std::vector<ClipPicture> thumbnails;
    ClipChanges changes;
    ClipPicture frame;
    std::optional<ClipOpened> opened;
    std::shared_ptr<const app::ClipTrace> trace;
    std::int64_t wished = 0; ///< the frame that was wished for last
    bool isPlaying = false;
    bool isSeeking = false;
    void showSmall(std::vector<std::int64_t> indices)
    {
        if (m_player)
            m_player->showSmall(std::move(indices));
    }

private:
    void start(ClipPlace place, const SharedDecoder& decoder, const ClipTraces& traces);
    void again();
    void forget();
    void take(ClipNews news);
    void take(const ClipOpened& news);
    void take(const ClipFrameCame& news);
    void take(const ClipSought& news);
    void take(const ClipTrouble& news);
    void take(const ClipRestarted& news);
    void take(const ClipPlayed& news);
    void take(ClipFile news);
    void take(ClipSurveyed news);
    void say(std::string words);
    void watchTray();

    ClipView& m_face;
    const Tray* m_tray = nullptr;
    TrayId m_id = 0;
    QMetaObject::Connection m_trayChanged;
    Intake m_lastIntake;
    Share m_lastShare;
    ClipPlace m_place;
    SharedDecoder m_decoder;
    ClipTraces m_keptTraces; ///< of a kept clip
    vision::Size m_box{1280, 720};
    std::int64_t m_lastSeek = 0;
    std::int64_t m_round = 0; ///< what an earlier one still says is dropped
    std::shared_ptr<ClipPlayer> m_player;
    std::shared_ptr<ClipSurvey> m_survey;
    Inbox m_inbox; // what comes from the threads
};

} // namespace tf::workspace
