#pragma once

// One clip in all its parts: picture, player, timeline, frames, how it is sampled, what it costs.
//
// Values go in, wishes come out; nothing is decoded, sent or kept here. In one column or in two, as
// there is room. Thread: main.

#include "app/workspace/clip_view.h"
#include "ui/frames/strip/frame_strip.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>

class QBoxLayout;
class QComboBox;
class QStackedWidget;

namespace tf::ui {

class BudgetLine;
class CoverBar;
class FrameScreen;
class IconLabel;
class Playback;
class PlayerBar;
class SamplingForm;
class TabRow;
class TextButton;
class TextLabel;
class Timeline;

/// Of an earlier question nothing can be changed, but it can go along once more.
enum class BoardUse : std::uint8_t { Choosing, Looking };

class FramesBoard : public QWidget {
    Q_OBJECT

public:
    explicit FramesBoard(const Theme& theme, QWidget* parent = nullptr);

    /// Another clip: nothing of the last one stays.
    void begin(BoardUse use);
    void setLook(const workspace::ClipLook& look);
    void setFrame(const workspace::ClipPicture& picture);
    void setSmall(const workspace::ClipPicture& picture);
    void setChanges(const workspace::ClipChanges& changes);
    void setChoice(const app::ClipChoice& choice);
    void setSending(const workspace::ClipSending& sending);
    void setTierTokens(const std::array<std::int64_t, 3>& tokens);
    /// Moments that answers name.
    void setCited(std::vector<double> seconds);
    /// Something calm that the user should know; empty: nothing.
    void setNote(const QString& sentence);
    void takePlayEnd();
    /// Goes there, and says whether a frame of it was sent.
    void showMoment(double seconds);

    [[nodiscard]] double place() const { return m_place; }
    [[nodiscard]] Playback& playback() { return *m_playback; }
    [[nodiscard]] Timeline& timeline() { return *m_timeline; }
    [[nodiscard]] FrameStrip& strip() { return *m_strip; }
    [[nodiscard]] FrameScreen& screen() { return *m_screen; }
    [[nodiscard]] SamplingForm& form() { return *m_form; }

    enum class Side : std::uint8_t { Frames, Sampling };
    void showSide(Side side);

Q_SIGNALS:
    void seekAsked(double seconds);
    void frameAsked(std::int64_t index);
    void stepAsked(int frames);
    void playAsked(double speed, double until);
    void stopAsked();
    void boxChanged(int width, int height);
    void smallAsked(const std::vector<std::int64_t>& indices);
    /// By the user; many a second while a slider moves.
    void choiceMade(const tf::app::ClipChoice& choice);
    void usualAsked();
    void undoAsked();
    void redoAsked();
    void stillAsked();
    void attachAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeNote();
    QWidget* makePlayer();
    QWidget* makeMoment();
    QWidget* makeSide();
    QWidget* makeStrip();
    void connectPlayer();
    void connectCovers();
    void seek(double seconds);
    void goToFrame(std::int64_t index);
    void make(app::ClipChoice choice);
    void showTimeline();
    void showStrip();
    void showCovers();
    void showPlace();
    void showMomentLine();
    void fitScreen();
    void setCovering(bool covering);
    void changeCover(std::size_t shown, const app::CoveredStretch& to);
    void takeWish(const std::vector<StripFrame>& frames, FrameWish wish);
    void togglePick();
    void pickAround();
    [[nodiscard]] StripFrame shownFrame() const;
    [[nodiscard]] bool isChoosing() const { return m_use == BoardUse::Choosing; }

    const Theme& m_theme;
    BoardUse m_use = BoardUse::Choosing;
    workspace::ClipLook m_look;
    workspace::ClipChanges m_changes;
    workspace::ClipSending m_sending;
    app::ClipChoice m_choice;
    std::vector<double> m_cited;
    std::vector<double> m_sent;
    std::vector<std::size_t> m_covers; ///< of the choice, those at the time that is shown
    std::optional<double> m_moment; ///< that was gone to and is not shown by any frame
    double m_place = 0;
    std::int64_t m_frame = -1;

    QWidget* m_noteRow;
    TextLabel* m_note;
    TextButton* m_attach;
    QBoxLayout* m_columns;
    Playback* m_playback;
    FrameScreen* m_screen;
    TextLabel* m_caption;
    CoverBar* m_coverBar;
    PlayerBar* m_bar;
    Timeline* m_timeline;
    TextLabel* m_watch;
    QWidget* m_momentRow;
    TextLabel* m_momentWords;
    TextButton* m_momentButton;
    BudgetLine* m_budget;
    TabRow* m_tabs;
    QStackedWidget* m_pages;
    QComboBox* m_density;
    FrameStrip* m_strip;
    SamplingForm* m_form;
};

} // namespace tf::ui
