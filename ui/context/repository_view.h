#pragma once

// A source that goes along: what is known of it, its rules, its files, and what would make it fit.
//
// Shows one thing of a tray and says what the user chooses; who holds the tray reads it anew and
// shows it here again. Thread: main.

#include "app/workspace/inbox.h"
#include "app/workspace/tray/tray_item.h"
#include "ui/context/fit_card.h"
#include "ui/context/tree/file_forest.h"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace tf::ui {

class FileTree;
class IconButton;
class RuleChips;
class TextButton;
class TextLabel;

/// What else takes up the room.
struct FitRoom {
    std::int64_t rest = 0; ///< tokens of all but the repository, the answer's too
    std::int64_t room = 0; ///< of the engine; 0: nobody knows
};

class RepositoryView : public QWidget {
    Q_OBJECT

public:
    explicit RepositoryView(const Theme& theme, QWidget* parent = nullptr);
    ~RepositoryView() override;

    void setItem(const workspace::TrayItem& item, const workspace::RepositoryChoice& choice);
    void setRoom(FitRoom room);
    /// Paths that are others than in the last answer.
    void setNews(std::vector<std::string> changed, std::vector<std::string> added);
    void focusTree();
    [[nodiscard]] FileTree& tree() { return *m_tree; }
    /// Works out what to leave out, and shows it.
    void fit(const QString& name, std::int64_t size);

Q_SIGNALS:
    /// `words`: what was done, for an undo line.
    void chosen(const tf::workspace::RepositoryChoice& choice, const QString& words);
    void openAsked(const std::filesystem::path& folder, const std::string& path);
    void removeAsked();
    void undoAsked();

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeSearch();
    void connectTree();
    void showHead();
    void showRules();
    void showPlace();
    void chooseRules(const ingest::RuleChoice& rules, const QString& words);
    void openFitMenu();
    [[nodiscard]] FileChanges changesIn(const workspace::RepositoryLook& look) const;

    const Theme& m_theme;
    workspace::TrayItem m_item;
    workspace::RepositoryChoice m_choice;
    FitRoom m_room;
    std::vector<std::string> m_changed;
    std::vector<std::string> m_added;
    TextLabel* m_title = nullptr;
    TextLabel* m_detail = nullptr;
    TextLabel* m_trouble = nullptr;
    QProgressBar* m_progress = nullptr;
    IconButton* m_remove = nullptr;
    QPushButton* m_fitButton = nullptr;
    TextButton* m_rulesButton = nullptr;
    QLineEdit* m_search = nullptr;
    QWidget* m_searchRow = nullptr;
    RuleChips* m_rules;
    QStackedWidget* m_stack;
    FileTree* m_tree;
    FitCard* m_fit;
    QWidget* m_notFound;
    QWidget* m_waiting; ///< nothing is listed yet, or never will be
    TextLabel* m_refusal;
    QTimer m_refusalAge;
    bool m_isFitting = false;
    bool m_isShownAlready = false; ///< while the tree says what was chosen in it
    int m_fitRound = 0;
    workspace::Inbox m_inbox;
    QThreadPool m_pool; // the last member: its end waits for the job
};

} // namespace tf::ui
