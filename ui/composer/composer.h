#pragma once

// Where a question is written: the field, what goes along, how it is thought about, what it costs.
//
// Asks the conversation itself. A question that cannot be asked yet waits and is sent when it can;
// one that cannot be asked at all says why. What is written is kept as the session's draft.

#include "app/works/preset.h"
#include "app/workspace/conversation.h"
#include "app/workspace/inbox.h"
#include "app/workspace/tray_shelf.h"
#include "ui/composer/composer_card.h"
#include "ui/composer/composer_edit.h"
#include "ui/composer/obstacles.h"
#include "ui/composer/prompt_count.h"

#include <QTimer>

class QMimeData;

namespace tf::ui {

class Composer : public QWidget {
    Q_OBJECT

public:
    /// Requires: `trays` outlives it.
    Composer(const Theme& theme, workspace::TrayShelf& trays, QWidget* parent = nullptr);
    ~Composer() override;

    /// Its draft and what lay ready for it come back; null: nothing can be asked.
    void setConversation(std::shared_ptr<workspace::Conversation> conversation);
    /// nullptr: none is chosen; questions wait.
    void setEngine(const workspace::EngineChoice* engine);
    /// Why nothing can be asked of the session that is shown; empty: it can.
    void setReadOnly(const QString& why);
    /// Exact counts; null: estimates.
    void setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer);
    /// False: git addresses of this machine alone.
    void setMayFetch(bool mayFetch);
    void setSendKey(SendKey key);
    /// Who counts what a question takes as its engine does; without it is estimated.
    void setLook(std::unique_ptr<workspace::RequestLook> look);

    /// What would be asked now; requires a conversation and an engine.
    [[nodiscard]] workspace::Ask nextAsk() const;

    /// Of the conversation that is shown.
    [[nodiscard]] workspace::Tray& tray() { return *m_tray; }
    /// What was dropped anywhere in the conversation; false: there is nothing to take.
    bool take(const QMimeData& data);
    void take(const Pasted& pasted);
    void focusEdit();
    /// Behind what is written, on lines of its own.
    void quote(const QString& quoted);
    void cycleThinking();
    /// The kind of work that the session is about, as app/works names it; empty: none.
    void choosePreset(const QString& id);
    void openPresetMenu();
    /// The answer that runs, or the question that waits; false: there was neither.
    bool stop();

Q_SIGNALS:
    /// A thing that goes along shall be looked at.
    void openAsked(tf::workspace::TrayId id);
    /// tray() is another one.
    void trayChanged();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectParts();
    void useTray(const session::SessionId& id);
    void takePasted(const Pasted& pasted);
    void takePixels(const QImage& pixels);
    void send();
    void steer();
    void sendWhenItCan();
    void sendNow();
    void editQueued(std::size_t place);
    void chooseThinking(session::Thinking mode);
    void showDraft(const std::string& draft);
    void keepDraft();
    void followSession();
    void clearQuestion();

    [[nodiscard]] bool hasQuestion() const;
    [[nodiscard]] bool isRemote() const;
    [[nodiscard]] bool isBlocked() const;
    [[nodiscard]] QString whatIsAwaited() const; ///< empty: nothing
    [[nodiscard]] std::shared_ptr<const workspace::Enclosure> enclosure() const;
    [[nodiscard]] std::optional<works::Preset> preset() const;
    [[nodiscard]] std::int64_t presetTokens() const;

    [[nodiscard]] ObstacleDeeds deeds();
    void refresh();
    void refreshButtons();
    void refreshEstimate();
    void refreshCount();
    void refreshQueue();
    void refreshPreset();

    ComposerCard* m_card;
    const ComposerParts& m_parts;
    std::shared_ptr<workspace::Conversation> m_conversation;
    workspace::TrayShelf& m_trays;
    workspace::Tray* m_tray = nullptr; ///< one of them
    std::shared_ptr<const workspace::Enclosure> m_carried; ///< of a question that is edited again
    std::optional<workspace::EngineChoice> m_engine;
    Obstacles m_now;
    std::string m_draft; ///< as it was last kept from here, or came from another window
    bool m_isSteering = false; ///< what is sent takes the place of the answer that runs
    PromptCount* m_count = nullptr; ///< none: nobody counts
    QTimer m_draftPause;
    workspace::Inbox m_inbox;
};

} // namespace tf::ui
