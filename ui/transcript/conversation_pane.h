#pragma once

// The middle of the window: an empty conversation that can be dropped on, or what was said in it.

#include "app/workspace/conversation.h"
#include "ui/widgets/pane.h"

class QMimeData;

namespace tf::ui {

class ConversationLink;
class DropZone;
class FindBar;
class TranscriptView;

class ConversationPane : public Pane {
    Q_OBJECT

public:
    explicit ConversationPane(const Theme& theme, QWidget* parent = nullptr);
    ~ConversationPane() override;

    /// nullptr: none is open.
    void setConversation(std::shared_ptr<workspace::Conversation> conversation);
    /// Its signals ask for what is beyond this pane: links, other words, files.
    [[nodiscard]] TranscriptView& view() { return *m_view; }
    void openFind();

Q_SIGNALS:
    /// Something was let go here.
    void dropped(const QMimeData& data);
    /// Markdown, each line after "> ": for the next question.
    void quoteAsked(const QString& quoted);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeBody();
    QWidget* makeExample(Icon icon, const QString& title, const QString& text, QWidget* parent);

    void choosePage();

    DropZone* m_zone = nullptr;
    QWidget* m_emptyPage = nullptr;
    TranscriptView* m_view = nullptr;
    FindBar* m_find = nullptr;
    std::shared_ptr<workspace::Conversation> m_conversation;
    std::unique_ptr<ConversationLink> m_link;
};

} // namespace tf::ui
