#pragma once

// The middle of the window: an empty conversation that can be dropped on, or what was said in it.

#include "app/works/preset.h"
#include "ui/transcript/story/turn_source.h"
#include "ui/widgets/pane.h"

class QMimeData;

namespace tf::ui {

class ConversationLink;
class DropZone;
class FindBar;
class MapLink;
class TranscriptView;
class TurnMap;

class ConversationPane : public Pane {
    Q_OBJECT

public:
    explicit ConversationPane(const Theme& theme, QWidget* parent = nullptr);
    ~ConversationPane() override;

    /// Whom a question can be asked of; from the next conversation on.
    void setEngines(EngineList engines) { m_engines = std::move(engines); }
    /// The same for pictures and clips of earlier questions. Requires: it outlives this.
    void setMedia(workspace::KeptMedia& media);
    /// And for places that answers name; null: they are not looked for.
    void setCitations(std::shared_ptr<const CitationLook> citations)
    {
        m_citations = std::move(citations);
    }
    /// nullptr: none is open.
    void setConversation(std::shared_ptr<workspace::Conversation> conversation);
    /// Its signals ask for what is beyond this pane: links, other words, files.
    [[nodiscard]] TranscriptView& view() { return *m_view; }
    [[nodiscard]] TurnMap& map() { return *m_map; }
    void openFind();
    /// The turn in sight, and those words marked in it; the keyboard stays where it is.
    void showFound(session::TurnId turn, const QString& words);
    /// Of the last question.
    void openRetryMenu();

Q_SIGNALS:
    /// Something was let go here.
    void dropped(const QMimeData& data);
    /// Markdown, each line after "> ": for the next question.
    void quoteAsked(const QString& quoted);
    /// One of the examples of an empty conversation: a kind of work, as app/works names it.
    void presetAsked(const QString& id);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeBody();
    QWidget* makeExample(Icon icon, const works::Preset& preset, const QString& text,
                         QWidget* parent);

    void choosePage();
    void addTalk();

    DropZone* m_zone = nullptr;
    QWidget* m_emptyPage = nullptr;
    QWidget* m_talk = nullptr; ///< the view, and the map beside it
    TranscriptView* m_view = nullptr;
    TurnMap* m_map = nullptr;
    FindBar* m_find = nullptr;
    std::shared_ptr<workspace::Conversation> m_conversation;
    EngineList m_engines;
    MediaLook m_media;
    std::shared_ptr<const CitationLook> m_citations;
    std::unique_ptr<ConversationLink> m_link;
    std::unique_ptr<MapLink> m_mapLink;
};

} // namespace tf::ui
