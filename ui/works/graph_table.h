#pragma once

// The nodes or the edges of a diagram as a table; cells are cut, and whole in their tool tips.
//
// As tall as its rows, up to a dozen. Thread: main.

#include "app/works/branch_works.h"
#include "ui/theme/theme.h"

#include <QTableWidget>

namespace tf::ui {

class GraphTable : public QTableWidget {
    Q_OBJECT

public:
    explicit GraphTable(const Theme& theme, QWidget* parent = nullptr);

    /// What is marked: nodes that no file speaks of, and those that may be read wrongly.
    void showNodes(const works::BranchWorks& works);
    void showEdges(const works::DiagramGraph& graph);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void begin(const QStringList& columns, std::size_t rows);
    void put(int row, int column, const QString& words, Token ink = Token::Text);
    void fit();

    const Theme& m_theme;
};

} // namespace tf::ui
