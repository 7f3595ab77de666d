#pragma once

// The list of sessions: found by what was said in them, opened, renamed, put into the trash.
//
// Shows what the shelf holds and follows it; a search is asked for while the user types.
// Thread: main.

#include "app/workspace/shelf.h"
#include "ui/sessions/session_rows.h"
#include "ui/widgets/pane.h"

#include <QTimer>

class QLineEdit;
class QListView;
class QMimeData;
class QModelIndex;
class QPoint;
class QStackedWidget;

namespace tf::ui {

class SessionsModel;
class UndoLine;

class SessionsPane : public Pane {
    Q_OBJECT

public:
    explicit SessionsPane(const Theme& theme, QWidget* parent = nullptr);

    /// Requires: it outlives the pane. `mayWrite`: else nothing can be renamed or thrown away.
    void setShelf(workspace::Shelf& shelf, bool mayWrite);
    /// The session that the window shows; it is marked.
    void setCurrent(const session::SessionId& id);
    void focusSearch();
    /// The one after (+1) or before (−1) the current one, for the keyboard; empty: there is none.
    [[nodiscard]] session::SessionId neighbour(int step) const;

Q_SIGNALS:
    void newAsked();
    /// `words`: what was found in that turn; empty: nothing was looked for.
    void openAsked(const tf::session::SessionId& id, tf::session::TurnId turn,
                   const QString& words);
    /// A session of its own for it; valid during the call.
    void dropped(const QMimeData* data);
    /// In Markdown or as it is kept.
    void exportAsked(const tf::session::SessionId& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeSearchRow(QWidget* parent);
    QListView* makeList(QWidget* parent);
    void showRows();
    void search();
    void activate(const QModelIndex& index);
    /// Rows of that kind that are chosen: there may be several.
    [[nodiscard]] std::vector<SessionRow> chosen(SessionRowKind kind) const;
    void trash(const std::vector<SessionRow>& rows);
    void restore(const std::vector<SessionRow>& rows);
    void showMenu(const QPoint& at);
    [[nodiscard]] bool isSearching() const;

    workspace::Shelf* m_shelf = nullptr;
    bool m_mayWrite = false;
    session::SessionId m_current;
    TrashShown m_trashShown = TrashShown::Closed;
    QTimer m_typed; ///< a search begins when the typing pauses
    QLineEdit* m_search = nullptr;
    QListView* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_nothing = nullptr; ///< there are no sessions
    QWidget* m_notFound = nullptr;
    SessionsModel* m_model = nullptr;
    UndoLine* m_undo = nullptr;
};

} // namespace tf::ui
