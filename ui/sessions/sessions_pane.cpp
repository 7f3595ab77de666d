#include "ui/sessions/sessions_pane.h"

#include "ui/sessions/session_delegate.h"
#include "ui/sessions/sessions_model.h"
#include "ui/sessions/undo_line.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/escape.h"
#include "ui/widgets/icon_button.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kMostTitle = 32; // letters of a title within a sentence
constexpr int kPauseMs = 120; // of typing, before a search begins
constexpr Qt::Alignment kFieldStart = Qt::AlignLeft | Qt::AlignVCenter;

/// Without sessions in which nothing was asked yet.
std::vector<session::SessionLine> worthListing(std::vector<session::SessionLine> lines)
{
    std::erase_if(lines, [](const session::SessionLine& line) {
        return line.turns == 0 && line.title.empty();
    });
    return lines;
}

/// As much of a title as a sentence takes.
QString shortened(const QString& title)
{
    return title.size() <= kMostTitle ? title : title.left(kMostTitle - 1).trimmed() + u'…';
}

QString wordsFound(const SessionRow& row)
{
    return row.detail.mid(row.matchBegin, row.matchEnd - row.matchBegin);
}

} // namespace

SessionsPane::SessionsPane(const Theme& theme, QWidget* parent)
    : Pane(theme, Token::SidePane, tr("Sessions"), parent)
{
    setAcceptDrops(true);
    addHeader(Icon::PaneLeft, tr("Hide sessions (Ctrl+B)"));
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(makeSearchRow(body));
    m_stack = new QStackedWidget(body);
    auto* first = new QPushButton(tr("New session"), m_stack);
    first->setAccessibleName(first->text());
    connect(first, &QPushButton::clicked, this, &SessionsPane::newAsked);
    auto* nothing = makeEmptyState(theme, Icon::Sessions,
                                   {tr("No sessions yet"),
                                    tr("A session keeps what you dropped, what you asked and what "
                                       "was answered.")},
                                   m_stack, first);
    auto* notFound = makeEmptyState(
        theme, Icon::Search,
        {tr("Nothing found"), tr("No question or answer contains all these words.")}, m_stack);
    m_nothing = makeScrolled(nothing, m_stack);
    m_notFound = makeScrolled(notFound, m_stack);
    m_list = makeList(m_stack);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_notFound);
    m_stack->addWidget(m_list);
    column->addWidget(m_stack, 1);
    m_undo = new UndoLine(theme, body);
    column->addWidget(m_undo);
    addPart(body, 1); // the list scrolls itself

    m_typed.setSingleShot(true);
    m_typed.setInterval(kPauseMs);
    connect(&m_typed, &QTimer::timeout, this, &SessionsPane::search);
}

QWidget* SessionsPane::makeSearchRow(QWidget* parent)
{
    auto* line = new QWidget(parent);
    auto* row = new QHBoxLayout(line);
    const QMargins margins(14, 2, 8, 2); // layouts do not mirror their own margins
    row->setContentsMargins(isLeftToRight() ? margins : QMargins(8, 2, 14, 2));
    row->setSpacing(6);
    m_search = new QLineEdit(line);
    m_search->setPlaceholderText(tr("Search all sessions"));
    m_search->setAccessibleName(tr("Search all sessions"));
    m_search->setClearButtonEnabled(true);
    m_search->setAlignment(QStyle::visualAlignment(layoutDirection(), kFieldStart));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        // Empty, it has no letters whose direction could say where it begins.
        m_search->setAlignment(
            text.isEmpty() ? QStyle::visualAlignment(layoutDirection(), kFieldStart) : kFieldStart);
        if (text.trimmed().isEmpty())
            search(); // back to the list at once
        else
            m_typed.start();
    });
    auto* make = new IconButton(theme(), Icon::Plus, tr("New session (Ctrl+N)"), line);
    connect(make, &IconButton::clicked, this, &SessionsPane::newAsked);
    row->addWidget(m_search, 1);
    row->addWidget(make);
    return line;
}

QListView* SessionsPane::makeList(QWidget* parent)
{
    auto* list = new QListView(parent);
    m_model = new SessionsModel(this);
    list->setModel(m_model);
    list->setItemDelegate(new SessionDelegate(theme(), list));
    list->setFrameShape(QFrame::NoFrame);
    list->setAccessibleName(tr("Sessions"));
    list->setMouseTracking(true);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    list->viewport()->setAutoFillBackground(false);
    list->installEventFilter(this);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(list, &QListView::clicked, this, [this](const QModelIndex& index) {
        const auto held = QGuiApplication::keyboardModifiers();
        if (!(held & (Qt::ControlModifier | Qt::ShiftModifier))) // which choose several
            activate(index);
    });
    connect(list, &QListView::customContextMenuRequested, this, &SessionsPane::showMenu);
    connect(&theme(), &Theme::changed, list, [list] { list->doItemsLayout(); });
    connect(m_model, &SessionsModel::renamed, this,
            [this](const session::SessionId& id, const QString& title) {
                m_shelf->rename(id, title.toStdString());
            });
    return list;
}

void SessionsPane::setShelf(workspace::Shelf& shelf, bool mayWrite)
{
    m_shelf = &shelf;
    m_mayWrite = mayWrite;
    connect(&shelf, &workspace::Shelf::changed, this, &SessionsPane::showRows);
    showRows();
}

void SessionsPane::setCurrent(const session::SessionId& id)
{
    m_current = id;
    const QModelIndex place = m_model->find(id);
    if (place.isValid())
        m_list->setCurrentIndex(place);
    else
        m_list->clearSelection();
}

void SessionsPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

session::SessionId SessionsPane::neighbour(int step) const
{
    int place = m_model->find(m_current).row() + step;
    for (; place >= 0 && place < m_model->rowCount(); place += step) {
        const SessionRow& row = m_model->row(m_model->index(place));
        if (row.kind == SessionRowKind::Session)
            return row.id;
    }
    return {};
}

bool SessionsPane::isSearching() const
{
    return !m_search->text().trimmed().isEmpty();
}

void SessionsPane::showRows()
{
    if (isSearching() || m_shelf == nullptr)
        return;
    m_model->setRows(rowsOf({worthListing(m_shelf->kept()), m_shelf->trash()}, m_trashShown,
                            QDateTime::currentDateTime()));
    m_stack->setCurrentWidget(m_model->rowCount() == 0 ? m_nothing : m_list);
    setCurrent(m_current);
}

void SessionsPane::search()
{
    m_typed.stop();
    if (!isSearching())
        return showRows();
    if (m_shelf == nullptr)
        return;
    m_shelf->search(m_search->text().toStdString(),
                    [this](const Result<std::vector<session::Found>>& found) {
                        if (!isSearching() || !found)
                            return;
                        m_model->setRows(rowsOf(found.value()));
                        m_stack->setCurrentWidget(m_model->rowCount() == 0 ? m_notFound : m_list);
                    });
}

void SessionsPane::activate(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const SessionRow& row = m_model->row(index);
    if (row.kind == SessionRowKind::TrashHeading) {
        m_trashShown = m_trashShown == TrashShown::Open ? TrashShown::Closed : TrashShown::Open;
        return showRows();
    }
    Q_EMIT openAsked(row.id, row.turn, wordsFound(row));
}

std::vector<SessionRow> SessionsPane::chosen(SessionRowKind kind) const
{
    std::vector<SessionRow> rows;
    for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes()) {
        if (m_model->row(index).kind == kind)
            rows.push_back(m_model->row(index));
    }
    return rows;
}

void SessionsPane::trash(const std::vector<SessionRow>& rows)
{
    if (!m_mayWrite || rows.empty())
        return;
    for (const SessionRow& row : rows)
        m_shelf->moveToTrash(row.id);
    const QString said = rows.size() == 1
        ? tr("“%1” is in the trash for 30 days").arg(shortened(rows.front().title))
        : tr("%n sessions are in the trash for 30 days", nullptr, static_cast<int>(rows.size()));
    m_undo->offer(said, [this, rows] { restore(rows); });
}

void SessionsPane::restore(const std::vector<SessionRow>& rows)
{
    for (const SessionRow& row : rows)
        m_shelf->restore(row.id);
}

void SessionsPane::showMenu(const QPoint& at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid() || m_model->row(index).id.empty())
        return;
    const SessionRow row = m_model->row(index);
    // A right click beside what is chosen means that one alone.
    auto rows = chosen(row.kind);
    if (std::find(rows.begin(), rows.end(), row) == rows.end())
        rows = {row};
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Open"), this,
                    [this, row] { Q_EMIT openAsked(row.id, row.turn, wordsFound(row)); });
    if (row.kind == SessionRowKind::Session) {
        menu->addAction(tr("&Rename"), this,
                        [this, id = row.id] { m_list->edit(m_model->find(id)); })
            ->setEnabled(m_mayWrite);
        menu->addAction(tr("&Export…"), this, [this, id = row.id] { Q_EMIT exportAsked(id); });
        menu->addSeparator();
        menu->addAction(tr("Move to &Trash"), this, [this, rows] { trash(rows); })
            ->setEnabled(m_mayWrite);
    }
    if (row.kind == SessionRowKind::Trashed)
        menu->addAction(tr("&Restore"), this, [this, rows] { restore(rows); })
            ->setEnabled(m_mayWrite);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void SessionsPane::dragEnterEvent(QDragEnterEvent* event)
{
    const QMimeData& data = *event->mimeData();
    if (!m_mayWrite || !(data.hasUrls() || data.hasImage() || data.hasText()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void SessionsPane::dropEvent(QDropEvent* event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT dropped(event->mimeData());
}

bool SessionsPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && isSearching() && claimsEscape(*event))
        return true;
    if (event->type() != QEvent::KeyPress)
        return Pane::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_search && key->key() == Qt::Key_Down && m_model->rowCount() > 0) {
        m_list->setFocus(Qt::TabFocusReason);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0));
        return true;
    }
    if (watched == m_search && key->key() == Qt::Key_Escape && isSearching()) {
        m_search->clear();
        return true;
    }
    if (watched != m_list)
        return Pane::eventFilter(watched, event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(m_list->currentIndex());
        return true;
    case Qt::Key_Delete:
        trash(chosen(SessionRowKind::Session));
        return true;
    case Qt::Key_F2:
        if (m_mayWrite && m_list->currentIndex().isValid()
            && m_model->row(m_list->currentIndex()).kind == SessionRowKind::Session)
            m_list->edit(m_list->currentIndex());
        return true;
    default:
        return Pane::eventFilter(watched, event);
    }
}

} // namespace tf::ui
