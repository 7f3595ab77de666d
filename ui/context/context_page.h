#pragma once

// What goes along with the next question: how much of it, of what, and what the user changes of it.
//
// A tab of the inspector; follows the tray and the conversation of the session that is shown. What
// is chosen here can be taken back. Thread: main.

#include "app/workspace/conversation.h"
#include "app/workspace/source_changes.h"
#include "app/workspace/tray.h"
#include "ui/context/token_budget.h"
#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

#include <filesystem>

class QStackedWidget;

namespace tf::ui {

class BudgetBar;
class ChangesLine;
class RepositoryView;
class TextLabel;
class ThingRows;
class UndoLine;

class ContextPage : public QWidget {
    Q_OBJECT

public:
    explicit ContextPage(const Theme& theme, QWidget* parent = nullptr);
    ~ContextPage() override;

    /// What lies ready in that session, and what was said in it. null: none is shown.
    void setSession(workspace::Tray* tray, std::shared_ptr<workspace::Conversation> conversation);
    /// What lies in that tray, as it says at each change.
    void setItems(std::vector<workspace::TrayItem> items);
    /// nullptr: none is chosen.
    void setEngine(const workspace::EngineChoice* engine);
    /// Exact counts of what changed; null: estimates.
    void setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer);
    /// Looks whether what was sent is still as it was.
    void lookForChanges();
    [[nodiscard]] RepositoryView& repository() { return *m_repository; }
    /// The last choice; the one before it then.
    void undo();

Q_SIGNALS:
    void attachFolderAsked();
    /// Of a source that was listed there.
    void openAsked(const std::filesystem::path& folder, const std::string& path);
    /// A picture, a clip, a text.
    void thingAsked(tf::workspace::TrayKind kind, tf::workspace::TrayId id);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Done {
        workspace::TrayId id;
        workspace::TrayChoice before;
    };

    [[nodiscard]] QWidget* makeBudget();
    [[nodiscard]] QWidget* makeNothing();
    void takeItems();
    void showBudget();
    void showRepository();
    void choose(const workspace::RepositoryChoice& choice, const QString& words);
    void connectChanges();
    void showChanges();
    void lookAt(BudgetSource source);
    [[nodiscard]] const workspace::TrayItem* repositoryItem() const;

    const Theme& m_theme;
    QPointer<workspace::Tray> m_tray;
    std::shared_ptr<workspace::Conversation> m_conversation;
    std::optional<workspace::EngineChoice> m_engine;
    std::vector<workspace::TrayItem> m_items;
    BudgetBar* m_bar = nullptr;
    TextLabel* m_line = nullptr;
    TextLabel* m_step = nullptr;
    TextLabel* m_over = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_nothing = nullptr;
    RepositoryView* m_repository;
    ThingRows* m_things;
    ChangesLine* m_changesLine;
    UndoLine* m_undo;
    workspace::SourceChanges m_changes;
    std::vector<Done> m_done; ///< what can be taken back, the last one last
};

} // namespace tf::ui
