#pragma once

// What the next request takes up, as a bar with a part for each source.
//
// Marks stand at the steps of the price and where the engine's room ends. Each part is a button
// with its numbers; pressing it leads to what it is made of. Thread: main.

#include "ui/context/token_budget.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tf::ui {

class BudgetSegment;

class BudgetBar : public QWidget {
    Q_OBJECT

public:
    explicit BudgetBar(const Theme& theme, QWidget* parent = nullptr);

    void setBudget(TokenBudget budget);
    [[nodiscard]] const TokenBudget& budget() const { return m_budget; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void pressed(tf::ui::BudgetSource source);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Tokens that the whole bar stands for.
    [[nodiscard]] std::int64_t whole() const;
    [[nodiscard]] int at(std::int64_t tokens) const;
    [[nodiscard]] QRect visual(const QRect& place) const;
    void place();
    void paintMark(QPainter& painter, std::int64_t tokens, Token ink) const;

    const Theme& m_theme;
    TokenBudget m_budget;
    std::vector<BudgetSegment*> m_segments; ///< in the order of the parts
};

} // namespace tf::ui
