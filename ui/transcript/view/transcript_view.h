#pragma once

// A conversation as a painted list: scrolls, follows what streams, selects, finds.
//
// Shows what a TurnSource says and asks for everything else by signals. Paints when something
// changed and never else; no timer runs while nothing moves. Thread: main.

#include "ui/transcript/view/announcer.h"
#include "ui/transcript/view/pointer.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QUrl>

namespace tf::ui {

class NewLinesPill;

/// What is wanted of an endpoint's settings.
enum class EndpointUse : std::uint8_t { Edit, Test };

class TranscriptView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TranscriptView(const Theme& theme, QWidget* parent = nullptr);
    ~TranscriptView() override;

    void setSource(TurnSource source);
    /// Other turns are shown, or joined otherwise.
    void showBranch();
    void growTurn(tf::session::TurnId id);
    void rewriteTurn(tf::session::TurnId id);
    void endTurn(tf::session::TurnId id);
    /// More is known of pictures and clips, or of places that are named.
    void showMedia();
    /// What is known of the answer that runs.
    void showRunning();
    /// A screen reader hears each paragraph as it is finished.
    void setReadsParagraphs(bool on) { m_announcer.setReadsParagraphs(on); }

    /// To the end, and stays there.
    void follow();
    /// The question before the one at the top, or behind it.
    void showNeighbour(WalkStep step);
    /// Its question at the top of the window, as far as there is enough beneath it.
    void showTurn(session::TurnId id);
    /// As readingChanged() named it; none while nothing is shown.
    [[nodiscard]] session::TurnId reading() const { return m_reading; }

    /// An empty text: nothing is looked for.
    void find(const QString& wanted);
    void findNext(WalkStep step);
    [[nodiscard]] const FindMarks& found() const { return m_found; }
    /// How much of the conversation was looked at, while that takes longer than a second.
    [[nodiscard]] std::optional<int> searchPercent() const;

    /// Scrolls until that place of the screen is in sight.
    void showPlaceOnScreen(const QRect& place);

    /// As by a click; what is gone does nothing.
    void press(const SpotId& id);

    [[nodiscard]] QString selectedText() const;
    void selectAll();
    void copySelection() const;

    [[nodiscard]] Stage& stage() { return m_stage; }
    [[nodiscard]] const StageLook& look() const { return m_look; }

Q_SIGNALS:
    void linkAsked(const QUrl& link);
    /// A place that the turn's answer names; what helps to choose can be opened there on the
    /// screen.
    void citationAsked(tf::session::TurnId turn, const tf::workspace::CitedPlace& place,
                       const QPoint& where);
    void editAsked(tf::session::TurnId id);
    void retryAsked(tf::session::TurnId id);
    /// With what else, or of whom: to be chosen there on the screen.
    void retryOtherAsked(tf::session::TurnId id, const QPoint& place);
    void continueAsked(tf::session::TurnId id);
    /// The next question shall follow that turn.
    void branchAsked(tf::session::TurnId id);
    /// The endpoint of that name shall be changed, or tested.
    void endpointAsked(const QString& name, tf::ui::EndpointUse use);
    void modelAsked();
    void exportAsked();
    void removeAsked(tf::session::TurnId id);
    /// The branch through that turn.
    void siblingAsked(tf::session::TurnId id);
    void copyMarkdownAsked(tf::session::TurnId id);
    void quoteTurnAsked(tf::session::TurnId id);
    void quoteAsked(const QString& markdown);
    void saveCodeAsked(const QString& name, const QString& code);
    void attachmentAsked(tf::session::TurnId id, int idx);
    void foundChanged();
    /// Another turn stands at the top of the window, or the last one while it follows.
    void readingChanged(tf::session::TurnId id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void focusOutEvent(QFocusEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void setUp();
    /// Lays out, moves the scroll bar, and repaints what is not as it was.
    void refresh();
    void refreshSoon();
    void moveScrollBar();
    void repaintMoved(const Stage::Settled& settled);
    void placePill();
    void tellReading();
    [[nodiscard]] bool countDown();
    enum class Looking : std::uint8_t { GoesOn, Done };
    void searchAll();
    void lookEverywhere(Looking looking);
    void lookAgain(session::TurnId id);
    void tellEnd(session::TurnId id);
    void scrollBy(int pixels);
    void scrollSideways(const RowKey& row, int to);
    bool grabSideBar(QPoint place);
    void pullSideBar(QPoint place);
    bool pressOnSideBar(int key);
    void showRow(const RowKey& row);
    void showPlace(const QRect& place);
    void showFound();
    void setFocusedSpot(const std::optional<SpotId>& spot);
    void tellFocus();
    void setActiveTurn(session::TurnId id);
    void updateSpot(const std::optional<SpotId>& spot);
    void hover(const std::optional<SpotId>& spot);
    void pressCitation(const SpotId& id, const Spot& spot);
    void pressTurn(const SpotId& id);
    void pressSibling(const SpotId& id);
    void pressRemedy(const SpotId& id);
    bool showTip(const QHelpEvent& event);
    bool pressKey(QKeyEvent* event);
    bool extendSelection(QKeyEvent* event);

    const Theme& m_theme;
    Stage m_stage;
    StageLook m_look;
    FindMarks m_found;
    Pointer m_pointer;
    struct Grabbed {
        RowKey row;
        int x = 0; ///< of the pointer
        int scrolled = 0;
    };
    std::optional<Grabbed> m_grabbed; ///< a bar under something wide
    NewLinesPill* m_pill;
    Announcer m_announcer;
    session::TurnId m_reading = session::kNoTurn; ///< the last that readingChanged() named
    QBasicTimer m_slices; ///< while a turn is being read, or colours are
    QBasicTimer m_seconds; ///< while an answer runs, or a card counts down
    session::TurnId m_counting = session::kNoTurn; ///< whose card does
    QBasicTimer m_dragging; ///< while a selection is drawn beyond the window
    QElapsedTimer m_searching; ///< since turns are read to be searched
    QElapsedTimer m_lastDouble; ///< since a double click: a third click soon after selects more
    bool m_isMovingBar = false;
    bool m_isRefreshing = false; ///< soon
};

} // namespace tf::ui
