#include "ui/transcript/map/turn_map.h"

#include "ui/transcript/map/map_painter.h"
#include "ui/transcript/map/node_words.h"
#include "ui/transcript/map/turn_map_accessible.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kRowPitch = 16;
constexpr int kColumnPitch = 12;
constexpr int kInset = 12; // to the centre of the first column and row
constexpr int kLeastWidth = 24;
constexpr int kMostWidth = 64;

} // namespace

TurnMap::TurnMap(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    QAccessible::installFactory(makeTurnMapAccessible);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Branches"));
    setAccessibleDescription(tr("The turns of this conversation as a tree"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored);
    viewport()->setMouseTracking(true);
    connect(&theme, &Theme::changed, this, &TurnMap::measure);
    hide();
}

void TurnMap::setSource(std::optional<TreeSource> source)
{
    m_source = std::move(source);
    m_reading = session::kNoTurn;
    m_cursor = session::kNoTurn;
    showTree();
}

void TurnMap::showTree()
{
    TreePlan plan;
    if (m_source)
        plan = TreePlan(m_source->session(), m_source->branch());
    if (plan == m_plan)
        return;
    m_plan = std::move(plan);
    m_hovered.reset();
    setVisible(m_plan.numBranches() > 1);
    measure();
    QAccessibleEvent changed(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&changed);
}

void TurnMap::setReading(session::TurnId turn)
{
    if (std::exchange(m_reading, turn) == turn)
        return;
    viewport()->update();
    if (const auto node = m_plan.find(turn))
        reveal(m_plan.nodes()[*node]);
}

const session::Turn* TurnMap::turn(const TreeNode& node) const
{
    return m_source ? m_source->turn(node.turn) : nullptr;
}

std::optional<std::size_t> TurnMap::cursor() const
{
    if (const auto known = m_plan.find(m_cursor))
        return known;
    if (const auto read = m_plan.find(m_reading))
        return read;
    return m_plan.nodes().empty() ? std::nullopt : std::optional<std::size_t>(0);
}

void TurnMap::measure()
{
    const int content =
        m_theme.px(2 * kInset + kColumnPitch * std::max(0, m_plan.numColumns() - 1));
    setFixedWidth(std::clamp(content, m_theme.px(kLeastWidth), m_theme.px(kMostWidth)));
    const int height = m_theme.px(2 * kInset) + m_theme.px(kRowPitch) * (m_plan.numRows() - 1);
    horizontalScrollBar()->setRange(0, std::max(0, content - width()));
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_theme.px(kRowPitch));
    horizontalScrollBar()->setSingleStep(m_theme.px(kColumnPitch));
    if (const auto node = m_plan.find(m_reading))
        reveal(m_plan.nodes()[*node]);
    viewport()->update();
}

void TurnMap::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    measure();
}

QPoint TurnMap::centreOf(const TreeNode& node) const
{
    const int x = m_theme.px(kInset) + m_theme.px(kColumnPitch) * node.column
        - horizontalScrollBar()->value();
    const int y =
        m_theme.px(kInset) + m_theme.px(kRowPitch) * node.row - verticalScrollBar()->value();
    return {isRightToLeft() ? viewport()->width() - x : x, y};
}

QRect TurnMap::placeOf(const TreeNode& node) const
{
    QRect place(0, 0, m_theme.px(kColumnPitch), m_theme.px(kRowPitch));
    place.moveCenter(centreOf(node));
    return place;
}

std::optional<std::size_t> TurnMap::nodeAt(QPoint place) const
{
    const int row =
        (place.y() + verticalScrollBar()->value() - m_theme.px(kInset) + m_theme.px(kRowPitch) / 2)
        / m_theme.px(kRowPitch);
    for (const std::size_t idx : m_plan.row(row)) {
        if (placeOf(m_plan.nodes()[idx]).contains(place))
            return idx;
    }
    return std::nullopt;
}

void TurnMap::reveal(const TreeNode& node)
{
    const auto toReveal = [](QScrollBar* bar, int from, int to, int room) {
        if (from < 0)
            bar->setValue(bar->value() + from);
        else if (to > room)
            bar->setValue(bar->value() + to - room);
    };
    const QPoint centre = centreOf(node);
    const int rows = m_theme.px(kRowPitch) * 2; // what comes before and after stays in sight
    toReveal(verticalScrollBar(), centre.y() - rows, centre.y() + rows, viewport()->height());
    const int x = isRightToLeft() ? viewport()->width() - centre.x() : centre.x();
    const int inset = m_theme.px(kInset);
    toReveal(horizontalScrollBar(), x - inset, x + inset, viewport()->width());
}

Token TurnMap::surfaceOf(std::size_t node) const
{
    if (m_plan.nodes()[node].turn == m_reading)
        return Token::Selected;
    return node == m_hovered ? Token::Hover : Token::Window;
}

void TurnMap::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.color(Token::Window));
    painter.fillRect(QRect(isRightToLeft() ? viewport()->width() - 1 : 0, 0, 1, height()),
                     m_theme.color(Token::Divider));
    painter.setRenderHint(QPainter::Antialiasing);
    const MapPainter map(painter, m_theme);
    const auto isInSight = [this](const TreeNode& node) {
        const int y = centreOf(node).y();
        const int rows = m_theme.px(kRowPitch) * 2;
        return y > -rows && y < viewport()->height() + rows;
    };
    const std::vector<TreeNode>& nodes = m_plan.nodes();
    const auto focused = hasFocus() ? cursor() : std::nullopt;
    for (std::size_t idx = 0; idx < nodes.size(); ++idx) {
        if (isInSight(nodes[idx]) && surfaceOf(idx) != Token::Window)
            map.paintBack(placeOf(nodes[idx]), surfaceOf(idx));
    }
    // The shown branch lies above the others.
    for (const bool shown : {false, true}) {
        for (const TreeNode& node : nodes) {
            if (node.parent && node.isShown == shown && isInSight(node))
                map.paintLine(centreOf(nodes[*node.parent]), centreOf(node), node);
        }
    }
    for (std::size_t idx = 0; idx < nodes.size(); ++idx) {
        if (!isInSight(nodes[idx]))
            continue;
        map.paintNode(centreOf(nodes[idx]), nodes[idx], surfaceOf(idx));
        if (idx == focused)
            map.paintRing(placeOf(nodes[idx]));
    }
}

void TurnMap::press(std::size_t node)
{
    if (node >= m_plan.nodes().size())
        return;
    setCursor(node);
    Q_EMIT turnAsked(m_plan.nodes()[node].turn);
}

void TurnMap::setCursor(std::size_t node)
{
    m_cursor = m_plan.nodes()[node].turn;
    reveal(m_plan.nodes()[node]);
    viewport()->update();
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(static_cast<int>(node));
    QAccessible::updateAccessibility(&focused);
}

void TurnMap::hover(std::optional<std::size_t> node)
{
    if (std::exchange(m_hovered, node) == node)
        return;
    viewport()->setCursor(node ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

bool TurnMap::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        hover({});
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto idx = nodeAt(help->pos());
    const session::Turn* said = idx ? turn(m_plan.nodes()[*idx]) : nullptr;
    if (said == nullptr)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), NodeWords::toolTip(*said, m_plan.nodes()[*idx]),
                           viewport(), placeOf(m_plan.nodes()[*idx]));
    return true;
}

void TurnMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto node = nodeAt(event->pos()))
        press(*node);
}

void TurnMap::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
}

void TurnMap::mouseMoveEvent(QMouseEvent* event)
{
    hover(nodeAt(event->pos()));
}

std::optional<std::size_t> TurnMap::beside(const TreeNode& node, int columns) const
{
    const auto row = m_plan.row(node.row);
    const auto here = std::find_if(row.begin(), row.end(), [&](std::size_t idx) {
        return m_plan.nodes()[idx].column == node.column;
    });
    const auto there = here - row.begin() + columns;
    if (there < 0 || there >= static_cast<std::ptrdiff_t>(row.size()))
        return std::nullopt;
    return row[static_cast<std::size_t>(there)];
}

std::optional<std::size_t> TurnMap::neighbour(int key) const
{
    const auto here = cursor();
    if (!here)
        return std::nullopt;
    const TreeNode& node = m_plan.nodes()[*here];
    const int onward = isRightToLeft() ? -1 : 1;
    switch (key) {
    case Qt::Key_Up:
        return node.parent;
    case Qt::Key_Down:
        return m_plan.childOf(*here);
    case Qt::Key_Left:
        return beside(node, -onward);
    case Qt::Key_Right:
        return beside(node, onward);
    case Qt::Key_Home:
        return m_plan.at(0, 0);
    case Qt::Key_End: {
        std::size_t last = *here;
        while (const auto child = m_plan.childOf(last))
            last = *child;
        return last;
    }
    default:
        return std::nullopt;
    }
}

void TurnMap::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const auto here = cursor();
    if (here && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space))
        return press(*here);
    if (const auto node = neighbour(key))
        return setCursor(*node);
    event->ignore();
}

void TurnMap::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (const auto node = cursor())
        setCursor(*node);
}

void TurnMap::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace tf::ui
