#pragma once

// The middle of a window: one conversation, and under it where the next question is written.
//
// Joins the painted view, the editor of an earlier question and the composer; what they ask for
// becomes a command to the conversation. Thread: main.

#include "app/workspace/workspace.h"
#include "ui/composer/pasted.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

namespace tf::ui {

class Composer;
class ConversationPane;
class DropOverlay;
class TurnEditor;

class SessionPage : public QWidget {
    Q_OBJECT

public:
    /// Requires: `trays` outlives it.
    SessionPage(const Theme& theme, workspace::TrayShelf& trays, QWidget* parent = nullptr);
    ~SessionPage() override;

    /// nullptr: none is shown.
    void showTalk(std::shared_ptr<workspace::Conversation> conversation);
    [[nodiscard]] workspace::Conversation* conversation() const { return m_conversation.get(); }
    [[nodiscard]] std::shared_ptr<workspace::Conversation> sharedConversation() const
    {
        return m_conversation;
    }
    /// nullptr: none is chosen. Requires: it outlives the next call.
    void setEngine(const workspace::EngineChoice* engine);

    [[nodiscard]] ConversationPane& pane() { return *m_pane; }
    [[nodiscard]] Composer& composer() { return *m_composer; }

    /// That turn, and those words marked in it.
    void showFound(session::TurnId turn, const QString& words);
    void editLastQuestion();
    void showSibling(int step);
    void copyLastCode();
    /// A screen reader hears each paragraph of an answer as it is finished.
    void setReadsParagraphs(bool on);
    /// The keyboard goes to the conversation.
    void leaveField();
    /// What runs, or waits to be sent; false: there was nothing to stop.
    bool stop();
    /// Asks for the file's name.
    void saveCode(const QString& name, const QString& code);

Q_SIGNALS:
    /// It was dropped for a session of its own.
    void newAsked(const tf::ui::Pasted& dropped);
    /// That kind of work, where no session is shown yet.
    void beginAsked(const QString& preset);
    /// Something that the user should know, in one sentence.
    void told(const QString& sentence, const QString& details);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeComposerRow(const Theme& theme);
    void connectView();
    void edit(session::TurnId id);
    void keepReading(session::TurnId id);
    void showReading();

    std::shared_ptr<workspace::Conversation> m_conversation;
    const workspace::EngineChoice* m_engine = nullptr;
    ConversationPane* m_pane;
    TurnEditor* m_editor;
    Composer* m_composer;
    DropOverlay* m_overlay;
    session::TurnId m_toRead = session::kNoTurn; ///< to be shown when it is laid out
    QTimer m_reading; ///< runs while that is waited for
};

} // namespace tf::ui
