#include "ui/works/answer_tree.h"

#include "ui/widgets/plain_name.h"

#include <QTreeWidgetItemIterator>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr int kMostShownRows = 10;
constexpr int kTreeRowHeight = 24;
constexpr int kPathRole = Qt::UserRole;
constexpr int kFolderRole = Qt::UserRole + 1;

} // namespace

AnswerTree::AnswerTree(const Theme& theme, QWidget* parent)
    : QTreeWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Files of the answers"));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideMiddle);
    viewport()->setAutoFillBackground(false);
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (const QString path = chosenPath(); !path.isEmpty())
            Q_EMIT fileChosen(path);
    });
    for (const auto signal : {&QTreeWidget::itemExpanded, &QTreeWidget::itemCollapsed})
        connect(this, signal, this, &AnswerTree::fitHeight);
    connect(&theme, &Theme::changed, this, &AnswerTree::fitHeight);
}

QTreeWidgetItem* AnswerTree::folderFor(const QString& path)
{
    const auto slash = path.lastIndexOf(u'/');
    if (slash < 0)
        return invisibleRootItem();
    const QString folder = path.left(slash);
    for (QTreeWidgetItemIterator item(this); *item != nullptr; ++item) {
        if ((*item)->data(0, kFolderRole).toString() == folder)
            return *item;
    }
    auto* item = new QTreeWidgetItem(folderFor(folder));
    const QString name = plainName(folder.mid(folder.lastIndexOf(u'/') + 1));
    item->setText(0, name + u'/');
    item->setData(0, kFolderRole, folder);
    item->setData(0, Qt::AccessibleTextRole, tr("Folder %1").arg(name));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setExpanded(true);
    return item;
}

void AnswerTree::show(const works::BranchWorks& works)
{
    const QString chosen = chosenPath();
    const QSignalBlocker quiet(this);
    clear();
    for (const works::BranchFile& file : works.files) {
        const QString path = QString::fromStdString(file.path);
        auto* item = new QTreeWidgetItem(folderFor(path));
        const QString name = plainName(path.mid(path.lastIndexOf(u'/') + 1));
        const int numVersions = int(file.versions.size());
        item->setText(
            0, numVersions > 1 ? tr("%1  (%n versions)", nullptr, numVersions).arg(name) : name);
        item->setToolTip(0, plainName(path));
        item->setData(0, kPathRole, path);
    }
    expandAll();
    fitHeight();
    choose(chosen);
    if (chosenPath().isEmpty() && !works.files.empty())
        choose(QString::fromStdString(works.files.front().path));
}

QString AnswerTree::chosenPath() const
{
    const QTreeWidgetItem* item = currentItem();
    return item == nullptr ? QString() : item->data(0, kPathRole).toString();
}

void AnswerTree::choose(const QString& path)
{
    for (QTreeWidgetItemIterator item(this); *item != nullptr && !path.isEmpty(); ++item) {
        if ((*item)->data(0, kPathRole).toString() == path)
            return setCurrentItem(*item);
    }
}

void AnswerTree::fitHeight()
{
    int rows = 0;
    for (QTreeWidgetItemIterator item(this); *item != nullptr; ++item) {
        bool isShown = true;
        for (auto* above = (*item)->parent(); above != nullptr; above = above->parent())
            isShown = isShown && above->isExpanded();
        rows += isShown ? 1 : 0;
    }
    const int height = m_theme.px(kTreeRowHeight);
    for (QTreeWidgetItemIterator item(this); *item != nullptr; ++item)
        (*item)->setSizeHint(0, QSize(0, height));
    setFixedHeight(std::min(rows, kMostShownRows) * height + m_theme.px(4));
}

} // namespace tf::ui
