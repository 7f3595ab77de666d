#pragma once

// Two answers to the same question side by side, scrolled as one; one of them can be gone on with.
//
// Shown in the middle of the window instead of the conversation. An answer that streams goes on
// growing here. Lets the conversation go when it is closed or another page takes its place.
// Thread: main.

#include "app/workspace/conversation.h"
#include "ui/widgets/pane.h"

#include <QUrl>

#include <memory>

class QSplitter;

namespace tf::ui {

class CompareSide;
class SyncedScrolling;

class ComparePage : public Pane {
    Q_OBJECT

public:
    explicit ComparePage(const Theme& theme, QWidget* parent = nullptr);
    ~ComparePage() override;

    /// That turn and the one before it among its siblings, or the one behind it. False, and
    /// nothing is opened, when it has none.
    bool open(std::shared_ptr<workspace::Conversation> conversation, session::TurnId turn);

    [[nodiscard]] CompareSide& left() { return *m_left; }
    [[nodiscard]] CompareSide& right() { return *m_right; }

Q_SIGNALS:
    void closeAsked();
    void linkAsked(const QUrl& link);
    void saveCodeAsked(const QString& name, const QString& code);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectSide(CompareSide& side, CompareSide& other);
    void show(session::TurnId left, session::TurnId right);
    void alignHeads();
    void choose(CompareSide& side, CompareSide& other, session::TurnId turn);
    void goOn(session::TurnId turn);
    void lookAgain();
    void letGo();
    void close();

    std::shared_ptr<workspace::Conversation> m_conversation;
    session::TurnId m_turn = session::kNoTurn; ///< whose siblings are compared
    QSplitter* m_sides;
    CompareSide* m_left;
    CompareSide* m_right;
    std::unique_ptr<SyncedScrolling> m_scrolling;
};

/// The last turn of the shown branch that has siblings; none: there is nothing to compare.
[[nodiscard]] session::TurnId lastFork(const workspace::Conversation& conversation);

} // namespace tf::ui
