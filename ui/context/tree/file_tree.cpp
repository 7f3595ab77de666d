#include "ui/context/tree/file_tree.h"

#include "ui/context/tree/file_delegate.h"
#include "ui/context/tree/file_header.h"
#include "ui/context/tree/file_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kStepInward = 16;
constexpr int kTokensWidth = 78;
constexpr int kWideEnough = 460; ///< for a column of reasons
constexpr int kRowRadius = 4;

} // namespace

struct FileTree::Made {
    int round;
    std::unique_ptr<FileForest> forest;
    FileOrder order;
};

FileTree::FileTree(const Theme& theme, QWidget* parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_model(new FileTreeModel(this))
    , m_delegate(new FileDelegate(theme, this))
{
    m_pool.setMaxThreadCount(1);
    setAccessibleName(tr("Files"));
    setAccessibleDescription(tr("Space lets in or leaves out, Enter opens."));
    auto* header = new FileHeader(theme, this);
    setHeader(header);
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAnimated(false);
    setAllColumnsShowFocus(true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideMiddle);
    viewport()->setAutoFillBackground(false);
    m_searching.setInterval(0);
    connect(&m_searching, &QTimer::timeout, this, &FileTree::search);
    connect(header, &QHeaderView::sectionClicked, this, &FileTree::sortBy);
    connect(this, &QTreeView::activated, this, &FileTree::activate);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        if (!m_isRestoring)
            m_open.emplace(m_model->forest().path(m_model->fileOf(index)));
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        m_open.erase(std::string(m_model->forest().path(m_model->fileOf(index))));
        // What is chosen stays in sight; else the next look would open the folder for it.
        for (QModelIndex above = currentIndex(); above.isValid(); above = above.parent()) {
            if (above.internalId() == index.internalId())
                setCurrentIndex(index);
        }
    });
    connect(&theme, &Theme::changed, this, &FileTree::follow);
    follow();
}

FileTree::~FileTree() = default;

void FileTree::follow()
{
    setFont(m_theme.font(FontRole::Body));
    setIndentation(m_theme.px(kStepInward));
    QPalette inked = palette();
    inked.setColor(QPalette::Base, Qt::transparent);
    inked.setColor(QPalette::Highlight, Qt::transparent); // rows are painted here
    inked.setColor(QPalette::Text, m_theme.color(Token::Text));
    setPalette(inked);
    fitColumns();
    scheduleDelayedItemsLayout();
}

void FileTree::setLook(std::shared_ptr<const workspace::RepositoryLook> look, FileChanges changes)
{
    const int round = ++m_round;
    if (!look) {
        m_open.clear();
        return takeForest({round, std::make_unique<FileForest>(), {}});
    }
    m_pool.start([this, round, look = std::move(look), changes = std::move(changes),
                  sort = m_model->sort(), door = m_inbox.door()]() mutable {
        auto made = std::make_shared<Made>();
        made->round = round;
        made->forest = std::make_unique<FileForest>(std::move(look), changes);
        made->order = FileOrder(*made->forest, sort);
        door([this, made] { takeForest(std::move(*made)); });
    });
}

void FileTree::takeForest(Made made)
{
    if (made.round != m_round)
        return;
    const Standing was = standing();
    m_search.reset();
    m_searching.stop();
    const FileSort sort = m_model->sort();
    std::shared_ptr<FileForest> before =
        m_model->setForest(std::move(made.forest), std::move(made.order));
    m_pool.start([before = std::move(before)]() mutable { before.reset(); });
    if (m_model->sort() != sort) // somebody chose another one meanwhile
        m_model->setSort(sort);
    restore(was);
    if (!m_query.isEmpty())
        return setFilter(m_query);
    Q_EMIT shown();
}

FileTree::Standing FileTree::standing() const
{
    Standing now;
    const auto pathAt = [this](const QModelIndex& index) {
        return index.isValid() ? std::string(m_model->forest().path(m_model->fileOf(index)))
                               : std::string();
    };
    now.current = pathAt(currentIndex());
    if (verticalScrollBar()->value() > 0)
        now.top = pathAt(indexAt({0, 0}));
    return now;
}

void FileTree::restore(const Standing& was)
{
    const FileForest& forest = m_model->forest();
    if (!m_model->isFlat()) {
        m_isRestoring = true;
        for (const std::string& path : m_open) {
            if (const FileId id = forest.find(path); id != kNoFile && forest.at(id).isFolder)
                setExpanded(m_model->indexOf(id), true);
        }
        m_isRestoring = false;
    }
    // One that is not there any more: the folder that it was in.
    const auto nearest = [&](std::string path) {
        FileId id = forest.find(path);
        while (id == kNoFile && path.find('/') != std::string::npos) {
            path.resize(path.rfind('/'));
            id = forest.find(path);
        }
        return m_model->indexOf(id);
    };
    if (const QModelIndex top = nearest(was.top); top.isValid())
        scrollTo(top, PositionAtTop);
    if (const QModelIndex current = nearest(was.current); current.isValid()) {
        const int place = verticalScrollBar()->value();
        setCurrentIndex(current);
        if (!was.top.empty())
            verticalScrollBar()->setValue(place);
    }
}

void FileTree::setBudget(std::int64_t budget)
{
    if (budget == m_model->budget())
        return;
    m_model->setBudget(budget);
    viewport()->update();
}

void FileTree::setFilter(const QString& query)
{
    m_query = query.trimmed();
    m_search.reset();
    m_searching.stop();
    if (m_query.isEmpty()) {
        const Standing was = standing();
        m_model->clearFound();
        restore({was.current, {}});
        if (currentIndex().isValid())
            scrollTo(currentIndex());
        Q_EMIT shown();
        return;
    }
    m_search = std::make_unique<FileSearch>(m_model->forest(), m_query.toStdString());
    m_searching.start();
}

void FileTree::search()
{
    if (!m_search->advance())
        endSearch();
}

void FileTree::endSearch()
{
    m_searching.stop();
    const Standing was = standing();
    m_model->setFound(m_search->found());
    m_search.reset();
    restore({was.current, {}});
    Q_EMIT shown();
}

void FileTree::choose(FileId id, Taken taken)
{
    m_model->choose(id, taken);
    viewport()->update();
}

/// Before a layout that is due folders open at no cost each; Qt's own way is slower, and told to
/// nobody.
void FileTree::openAll()
{
    const FileForest& forest = m_model->forest();
    scheduleDelayedItemsLayout();
    for (FileId id = 1; id < forest.size(); ++id) {
        if (forest.at(id).isFolder)
            expand(m_model->indexOf(id));
    }
}

void FileTree::closeAll()
{
    m_open.clear();
    collapseAll();
}

void FileTree::toggle(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const FileForest& forest = m_model->forest();
    const FileId id = m_model->fileOf(index);
    const FileNode& node = forest.at(id);
    const auto name = shownPath(forest.name(id));
    if (node.mark == FileMark::Unfit) {
        Q_EMIT refused(tr("%1 cannot be sent: %2.").arg(name, whyWords(forest, id)));
        return;
    }
    if (node.mark == FileMark::NoRoom) {
        Q_EMIT refused(
            tr("There is no room for %1. Leave out something else, or give it more room.")
                .arg(name));
        return;
    }
    // What is cut cannot be let in, so a folder of which nothing else is left out is left out.
    const auto isLeftOut = [&](FileId below) {
        const FileNode& leaf = forest.at(below);
        const bool isHere =
            below == id || (!leaf.isFolder && comesWithFolder(forest.entry(below).verdict.why));
        return isHere && !leaf.isFolder && leaf.mark != FileMark::Sent
            && leaf.mark != FileMark::NoRoom;
    };
    bool hasLeftOut = false;
    for (FileId below = id; below <= id + node.numBelow && !hasLeftOut; ++below)
        hasLeftOut = isLeftOut(below);
    const Taken taken = hasLeftOut ? Taken::Yes : Taken::No;
    const auto kind = node.isFolder ? ingest::EntryKind::Folder : forest.entry(id).kind;
    const std::string path(forest.path(id));
    choose(id, taken);
    Q_EMIT chosen(path, kind, taken);
}

void FileTree::sortBy(int column)
{
    const FileSort sort =
        static_cast<FileColumn>(column) == FileColumn::Tokens ? FileSort::Tokens : FileSort::Name;
    if (static_cast<FileColumn>(column) == FileColumn::Why || sort == m_model->sort())
        return;
    const Standing was = standing();
    m_model->setSort(sort);
    restore({was.current, {}});
    header()->viewport()->update();
}

void FileTree::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void FileTree::fitColumns()
{
    const int width = viewport()->width();
    const bool isWide = width >= m_theme.px(kWideEnough);
    const int tokens = std::min(m_theme.px(kTokensWidth), width * 3 / 10);
    const int why = isWide ? width * 2 / 5 : 0;
    setColumnHidden(static_cast<int>(FileColumn::Why), !isWide);
    setColumnWidth(static_cast<int>(FileColumn::Name), std::max(1, width - tokens - why));
    setColumnWidth(static_cast<int>(FileColumn::Tokens), tokens);
    if (isWide)
        setColumnWidth(static_cast<int>(FileColumn::Why), why);
}

void FileTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                       const QModelIndex& index) const
{
    const QRect row = option.rect.adjusted(1, 1, -1, 0);
    const bool isCurrent = index.row() == currentIndex().row()
        && m_model->fileOf(index)
            == (currentIndex().isValid() ? m_model->fileOf(currentIndex()) : kNoFile);
    if (isCurrent)
        paintRounded(*painter, row, m_theme.px(kRowRadius), m_theme.color(Token::Selected));
    QStyleOptionViewItem plain = option;
    plain.state &= ~QStyle::State_HasFocus;
    QTreeView::drawRow(painter, plain, index);
    if (isCurrent && hasFocus())
        paintFocusRing(*painter, row, m_theme.px(kRowRadius), m_theme);
}

void FileTree::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    if (!m_model->hasChildren(index))
        return;
    const int side = m_theme.px(14);
    const int step = indentation();
    const int left = isLeftToRight() ? rect.right() + 1 - step : rect.left();
    const QRect place(left + (step - side) / 2, rect.center().y() - side / 2, side, side);
    paintIcon(*painter, place, isExpanded(index) ? Icon::ChevronDown : Icon::ChevronRight,
              m_theme.color(Token::Icon), layoutDirection());
}

} // namespace tf::ui
