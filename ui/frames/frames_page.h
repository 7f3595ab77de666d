#pragma once

// The Frames tab: which clip is looked at, and what the user chooses of it, kept with the tray.
//
// A clip is opened when the page is first seen, and decoded elsewhere. What is chosen goes to the
// tray when the hand has rested, so that a slider does not have the clip read at each pixel. No
// timer runs while nothing plays. Thread: main.

#include "app/workspace/clip_view.h"
#include "app/workspace/conversation.h"
#include "app/workspace/inbox.h"
#include "ui/frames/choice_history.h"
#include "ui/frames/cited_times.h"
#include "ui/frames/clip_list.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QStackedWidget;

namespace tf::ui {

class ClipNotice;
class ExactStill;
class FramesBoard;

class FramesPage : public QWidget {
    Q_OBJECT

public:
    /// Requires: `store` outlives it.
    FramesPage(const Theme& theme, session::Store& store, QWidget* parent = nullptr);
    ~FramesPage() override;

    /// nullptr: there is none. Requires: it outlives the next call.
    void setTray(workspace::Tray* tray);
    /// nullptr: there is none.
    void setConversation(std::shared_ptr<workspace::Conversation> talk);

    /// Of a clip that lies ready; another one is looked at from then on.
    void showClip(workspace::TrayId id);
    /// Of a clip that went along as a file before; false: it is not among them.
    bool showSent(const std::string& blob);
    /// Where an answer points: goes there as soon as the clip is open.
    void showMoment(double seconds);

    [[nodiscard]] FramesBoard& board() { return *m_board; }
    [[nodiscard]] workspace::ClipView& view() { return m_view; }

Q_SIGNALS:
    /// The user wants to attach a recording.
    void fileAsked();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeParts(const Theme& theme);
    void connectBoard();
    void connectView();
    void showClips();
    void look(std::size_t clip);
    void open();
    void showState();
    void showReady();
    void hearTray();
    void followChoice();
    void takeChoice(const app::ClipChoice& choice);
    void takeBack(const app::ClipChoice& choice);
    void replan();
    void commit();
    void give();
    void makeStill();
    void attachAgain();
    void goToMoment();
    [[nodiscard]] const ListedClip* clip() const;
    [[nodiscard]] bool isChoosing() const;
    [[nodiscard]] bool hasOwnChoice() const;
    [[nodiscard]] app::ClipChoice chosen() const;

    session::Store& m_store;
    workspace::Tray* m_tray = nullptr;
    std::shared_ptr<workspace::Conversation> m_talk;
    workspace::ClipView m_view;
    std::vector<ListedClip> m_clips;
    std::optional<ListedClip> m_shown;
    bool m_isOpen = false; ///< the view was told of it
    bool m_isReady = false; ///< the board shows it
    ChoiceHistory m_history;
    app::ClipChoice m_choice; ///< as it is on the screen
    bool m_isHeld = false; ///< and not yet given to the tray
    CitedTimes m_cited;
    std::optional<double> m_moment; ///< to go to when it is open
    QSize m_box;
    QTimer m_replan; ///< while a slider moves
    QTimer m_commit; ///< the same, longer
    QComboBox* m_names;
    QStackedWidget* m_states;
    ClipNotice* m_empty;
    ClipNotice* m_notice;
    FramesBoard* m_board;
    ExactStill* m_still;
    workspace::Inbox m_inbox; // the last member: what it does uses all others
};

} // namespace tf::ui
