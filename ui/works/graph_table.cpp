#include "ui/works/graph_table.h"

#include "ui/widgets/plain_name.h"

#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kMostTableRows = 12;
constexpr int kTableCellMargin = 3; // as Qt leaves around the words of a cell

/// Words in the theme's colours over a line, and no boxes.
class GraphHeader : public QHeaderView {
public:
    GraphHeader(const Theme& theme, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
        setSectionResizeMode(QHeaderView::Fixed);
        setMinimumSectionSize(1);
        setFocusPolicy(Qt::NoFocus);
        viewport()->setAutoFillBackground(false);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {0, QFontMetrics(m_theme.font(FontRole::Small)).lineSpacing() + m_theme.px(6)};
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        painter->setFont(m_theme.font(FontRole::Small));
        painter->setPen(m_theme.color(Token::TextMuted));
        const QRect words = rect.adjusted(kTableCellMargin, 0, -kTableCellMargin, -m_theme.px(4));
        painter->setLayoutDirection(layoutDirection());
        painter->drawText(words, int(Qt::AlignLeft | Qt::AlignBottom),
                          model()->headerData(section, Qt::Horizontal).toString());
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                          m_theme.color(Token::Divider));
    }

private:
    const Theme& m_theme;
};

} // namespace

GraphTable::GraphTable(const Theme& theme, QWidget* parent)
    : QTableWidget(parent)
    , m_theme(theme)
{
    setHorizontalHeader(new GraphHeader(theme, this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, &GraphTable::fit);
}

void GraphTable::begin(const QStringList& columns, std::size_t rows)
{
    clearContents();
    setColumnCount(int(columns.size()));
    setHorizontalHeaderLabels(columns);
    setRowCount(int(rows));
}

void GraphTable::put(int row, int column, const QString& words, Token ink)
{
    auto* cell = new QTableWidgetItem(words);
    cell->setToolTip(words);
    cell->setForeground(m_theme.color(ink));
    setItem(row, column, cell);
}

void GraphTable::showNodes(const works::BranchWorks& works)
{
    setAccessibleName(tr("Nodes of the diagram"));
    const auto& nodes = works.graph->nodes;
    begin({tr("Node"), tr("Kind"), tr("Zone"), tr("Resource")}, nodes.size());
    const auto& bare = works.bareNodes;
    for (std::size_t idx = 0; idx < nodes.size(); ++idx) {
        const works::GraphNode& node = nodes[idx];
        const int row = int(idx);
        const auto words = [](const std::string& text) {
            return plainName(QString::fromStdString(text));
        };
        const QString name = words(node.name.empty() ? node.id : node.name);
        put(row, 0, node.isSure ? name : tr("%1 (?)").arg(name),
            node.isSure ? Token::Text : Token::CautionText);
        if (!node.isSure)
            item(row, 0)->setToolTip(tr("%1: the answer is not sure of it").arg(name));
        put(row, 1, words(node.kind));
        put(row, 2, words(node.zone));
        const bool isBare = std::find(bare.begin(), bare.end(), node.id) != bare.end();
        if (works.files.empty() || !works::needsResource(node))
            put(row, 3, tr("–"), Token::TextMuted);
        else
            put(row, 3, isBare ? tr("none") : tr("✓"),
                isBare ? Token::CautionText : Token::GoodText);
    }
    fit();
}

void GraphTable::showEdges(const works::DiagramGraph& graph)
{
    setAccessibleName(tr("Edges of the diagram"));
    begin({tr("From"), tr("To"), tr("Protocol")}, graph.edges.size());
    for (std::size_t idx = 0; idx < graph.edges.size(); ++idx) {
        const works::GraphEdge& edge = graph.edges[idx];
        int column = 0;
        for (const std::string& words : {edge.from, edge.to, edge.protocol})
            put(int(idx), column++, plainName(QString::fromStdString(words)));
    }
    fit();
}

void GraphTable::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    fit();
}

void GraphTable::fit()
{
    setFont(m_theme.font(FontRole::Small));
    const int height = QFontMetrics(font()).height() + m_theme.px(6);
    for (int row = 0; row < rowCount(); ++row)
        setRowHeight(row, height);
    setFixedHeight(std::min(rowCount(), kMostTableRows) * height
                   + horizontalHeader()->sizeHint().height() + 2);
    const int room = viewport()->width();
    for (int column = 0; column < columnCount(); ++column)
        setColumnWidth(column, room * (column + 1) / columnCount() - room * column / columnCount());
}

} // namespace tf::ui
