#pragma once

// One message for a screen reader: who says it, and its text place by place.
//
// Thread: main.

#include "app/session/turn.h"

#include <QAccessible>

#include <compare>

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

    // QAccessibleInterface
    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override;
    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
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

    TranscriptView& m_view;
    Message m_message;
    int m_cursor = 0;
};

} // namespace tf::ui
