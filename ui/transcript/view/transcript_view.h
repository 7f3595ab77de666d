#pragma once

// A conversation as a painted list: scrolls, follows what streams, selects, finds.
//
// Shows what a TurnSource says and asks for everything else by signals. Paints when something
// changed and never else; no timer runs while nothing moves. Thread: main.

#include "ui/transcript/view/pointer.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QUrl>

namespace tf::ui {

class LiveStatus;
class NewLinesPill;

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
    /// What is known of the answer that runs.
    void showRunning();

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

    /// Scrolls until that place of the screen is in sight.
    void showPlaceOnScreen(const QRect& place);

    [[nodiscard]] QString selectedText() const;
    void selectAll();
    void copySelection() const;

    [[nodiscard]] Stage& stage() { return m_stage; }
    [[nodiscard]] const StageLook& look() const { return m_look; }

Q_SIGNALS:
    void linkAsked(const QUrl& link);
    void editAsked(tf::session::TurnId id);
    void retryAsked(tf::session::TurnId id);
    void continueAsked(tf::session::TurnId id);
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
    void lookAgain(session::TurnId id);
    void tellBeginning(session::TurnId id);
    void tellEnd(session::TurnId id);
    void scrollBy(int pixels);
    void showRow(const RowKey& row);
    void showPlace(const QRect& place);
    void showFound();
    void setFocusedSpot(const std::optional<SpotId>& spot);
    void setActiveTurn(session::TurnId id);
    void updateSpot(const std::optional<SpotId>& spot);
    void hover(const std::optional<SpotId>& spot);
    void press(const SpotId& id);
    void pressTurn(const SpotId& id);
    void pressSibling(const SpotId& id);
    bool pressKey(QKeyEvent* event);
    bool extendSelection(QKeyEvent* event);

    const Theme& m_theme;
    Stage m_stage;
    StageLook m_look;
    FindMarks m_found;
    Pointer m_pointer;
    NewLinesPill* m_pill;
    LiveStatus* m_status;
    session::TurnId m_told = session::kNoTurn; ///< whose answer was announced
    session::TurnId m_reading = session::kNoTurn; ///< the last that readingChanged() named
    QBasicTimer m_slices; ///< while a turn is being read, or colours are
    QBasicTimer m_seconds; ///< while an answer runs
    QBasicTimer m_dragging; ///< while a selection is drawn beyond the window
    QElapsedTimer m_lastDouble; ///< since a double click: a third click soon after selects more
    bool m_isMovingBar = false;
    bool m_isRefreshing = false; ///< soon
};

} // namespace tf::ui
