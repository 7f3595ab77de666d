// What keys, presses and the menu do in a tree of files.

#include "ui/context/tree/file_delegate.h"
#include "ui/context/tree/file_tree.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

namespace tf::ui {

void FileTree::activate(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const FileId id = m_model->fileOf(index);
    if (m_model->forest().at(id).isFolder)
        return; // Qt opens and closes it
    if (m_model->forest().entry(id).kind == ingest::EntryKind::File)
        Q_EMIT openAsked(std::string(m_model->forest().path(id)));
}

void FileTree::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo)) {
        Q_EMIT undoAsked();
        return;
    }
    const QModelIndex here = currentIndex().siblingAtColumn(0);
    if (here.isValid() && event->matches(QKeySequence::Copy))
        return copyPath(here);
    switch (event->key()) {
    case Qt::Key_Space:
        return toggle(here);
    case Qt::Key_Asterisk:
        return openAll();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (here.isValid() && m_model->hasChildren(here))
            return setExpanded(here, !isExpanded(here));
        return activate(here);
    default:
        QTreeView::keyPressEvent(event);
    }
}

void FileTree::copyPath(const QModelIndex& index) const
{
    const auto path = m_model->forest().path(m_model->fileOf(index));
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size())));
}

/// A press on the box chooses; anywhere else it leads there.
void FileTree::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos()).siblingAtColumn(0);
    const bool isOnBox = index.isValid() && event->button() == Qt::LeftButton
        && m_delegate->boxOf(visualRect(index), layoutDirection()).contains(event->pos());
    if (!isOnBox)
        return QTreeView::mousePressEvent(event);
    setCurrentIndex(index);
    toggle(index);
}

void FileTree::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = (isKey ? currentIndex() : indexAt(event->pos())).siblingAtColumn(0);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    showMenu(index,
             isKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void FileTree::showMenu(const QModelIndex& index, const QPoint& at)
{
    const FileForest& forest = m_model->forest();
    const FileId id = m_model->fileOf(index);
    const FileNode& node = forest.at(id);
    const bool isSent = node.mark == FileMark::Sent;
    const auto kind = node.isFolder ? ingest::EntryKind::Folder : forest.entry(id).kind;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!node.isFolder && kind == ingest::EntryKind::File)
        menu->addAction(tr("&Open"), this, [this, index] { activate(index); });
    // By path: the rows may be others by then.
    const std::string path(forest.path(id));
    const auto again = [this, path] { return m_model->indexOf(m_model->forest().find(path)); };
    menu->addAction(isSent ? tr("&Leave out") : tr("&Take along"), this,
                    [this, again] { toggle(again()); })
        ->setEnabled(node.mark != FileMark::Unfit && node.mark != FileMark::NoRoom);
    menu->addAction(tr("Only &this"), this, [this, path, kind] { Q_EMIT onlyAsked(path, kind); })
        ->setEnabled(node.mark != FileMark::Unfit);
    menu->addSeparator();
    if (!m_model->isFlat()) {
        menu->addAction(tr("Open a&ll folders"), this, &FileTree::openAll);
        menu->addAction(tr("Cl&ose all folders"), this, &FileTree::closeAll);
        menu->addSeparator();
    }
    menu->addAction(tr("&Copy path"), this, [this, again] {
        if (const QModelIndex here = again(); here.isValid())
            copyPath(here);
    });
    menu->popup(at);
}

} // namespace tf::ui
