#pragma once

// The files of a source, to look through: which are sent, at what cost, and why the others are not.
//
// Space lets a file or a folder in or leaves it out, Enter opens it, letters lead to names. A new
// look at the same source takes the place of the old one without moving what is open or chosen.
// Thread: main.

#include "app/workspace/inbox.h"
#include "ui/context/tree/file_search.h"
#include "ui/context/tree/file_tree_model.h"
#include "ui/theme/theme.h"

#include <QThreadPool>
#include <QTimer>
#include <QTreeView>

#include <set>

namespace tf::ui {

class FileDelegate;

class FileTree : public QTreeView {
    Q_OBJECT

public:
    explicit FileTree(const Theme& theme, QWidget* parent = nullptr);
    ~FileTree() override;

    /// Its tree is made elsewhere and shown when it is ready. null: nothing is shown.
    void setLook(std::shared_ptr<const workspace::RepositoryLook> look, FileChanges changes = {});
    /// Tokens that shares are of; 0: unknown.
    void setBudget(std::int64_t budget);
    /// Words or a glob; empty: the whole tree.
    void setFilter(const QString& query);
    [[nodiscard]] const FileTreeModel& files() const { return *m_model; }
    /// Shown as it will be, before the source is read anew.
    void choose(FileId id, Taken taken);
    void openAll();
    void closeAll();
    /// The other way round, or why not.
    void toggle(const QModelIndex& index);

Q_SIGNALS:
    /// A tree was made, or a search ended.
    void shown();
    void chosen(const std::string& path, tf::ingest::EntryKind kind, tf::ui::Taken taken);
    /// That alone.
    void onlyAsked(const std::string& path, tf::ingest::EntryKind kind);
    void openAsked(const std::string& path);
    void undoAsked();
    /// In one sentence.
    void refused(const QString& why);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
    void drawBranches(QPainter* painter, const QRect& rect,
                      const QModelIndex& index) const override;

private:
    struct Made;
    /// Where somebody looked: what stays as it is while the rows become others.
    struct Standing {
        std::string current;
        std::string top;
    };

    void takeForest(Made made);
    [[nodiscard]] Standing standing() const;
    void restore(const Standing& standing);
    void search();
    void endSearch();
    void activate(const QModelIndex& index);
    void copyPath(const QModelIndex& index) const;
    void showMenu(const QModelIndex& index, const QPoint& at);
    void sortBy(int column);
    void fitColumns();
    void follow();

    const Theme& m_theme;
    FileTreeModel* m_model;
    FileDelegate* m_delegate;
    std::set<std::string, std::less<>> m_open; ///< folders, by path
    bool m_isRestoring = false;
    int m_round = 0; ///< of the tree that counts
    QString m_query;
    std::unique_ptr<FileSearch> m_search;
    QTimer m_searching; ///< a slice at a time
    workspace::Inbox m_inbox;
    QThreadPool m_pool; // the last member: its end waits for the job
};

} // namespace tf::ui
