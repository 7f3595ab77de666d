#pragma once

// One message for a screen reader: who says it, and its text place by place.
//
// Thread: main.

#include "app/session/turn.h"
#include "ui/transcript/layout/spot.h"

#include <QAccessible>

#include <compare>
#include <map>
#include <vector>

namespace tf::ui {

class TranscriptView;

enum class MessageSide : std::uint8_t { Question, Answer };

struct Message {
    session::TurnId turn = session::kNoTurn;
    MessageSide side = MessageSide::Question;

    auto operator<=>(const Message&) const = default;
};

class MessageAccessible : public QAccessibleInterface, public QAccessibleTextInterface {
public:
    MessageAccessible(TranscriptView& view, Message message);
    ~MessageAccessible() override;
    MessageAccessible(const MessageAccessible&) = delete;
    MessageAccessible& operator=(const MessageAccessible&) = delete;

    /// What of it the keyboard is on; nullptr: nothing.
    [[nodiscard]] QAccessibleInterface* focusedSpot() const;

    // QAccessibleInterface
    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override;
    [[nodiscard]] QAccessibleInterface* parent() const override;
    /// What of it is in sight and can be pressed.
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] int childCount() const override;
    int indexOfChild(const QAccessibleInterface* wanted) const override;
    [[nodiscard]] QString text(QAccessible::Text which) const override;
    void setText(QAccessible::Text, const QString&) override { }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    // QAccessibleTextInterface
    void selection(int, int* startOffset, int* endOffset) const override;
    [[nodiscard]] int selectionCount() const override { return 0; }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }
    [[nodiscard]] int cursorPosition() const override { return m_cursor; }
    void setCursorPosition(int position) override { m_cursor = position; }
    [[nodiscard]] QString text(int startOffset, int endOffset) const override;
    [[nodiscard]] int characterCount() const override;
    [[nodiscard]] QRect characterRect(int offset) const override;
    [[nodiscard]] int offsetAtPoint(const QPoint& point) const override;
    void scrollToSubstring(int startIndex, int endIndex) override;
    QString attributes(int offset, int* startOffset, int* endOffset) const override;

private:
    /// All that is shown of it, blocks parted by lines.
    [[nodiscard]] QString words() const;
    [[nodiscard]] std::vector<SpotId> spots() const;
    [[nodiscard]] QAccessibleInterface* accessibleOf(const SpotId& id) const;

    TranscriptView& m_view;
    Message m_message;
    int m_cursor = 0;
    mutable std::map<SpotId, QAccessible::Id> m_spots;
};

} // namespace tf::ui
