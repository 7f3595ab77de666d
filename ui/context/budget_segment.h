#pragma once

// One part of the budget bar: a stretch of colour that can be pressed and says its numbers.

#include "ui/context/token_budget.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace tf::ui {

class BudgetSegment : public QAbstractButton {
    Q_OBJECT

public:
    explicit BudgetSegment(const Theme& theme, QWidget* parent = nullptr);

    void setPart(const BudgetPart& part, const TokenBudget& budget);
    [[nodiscard]] BudgetSource source() const { return m_part.source; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    BudgetPart m_part;
};

} // namespace tf::ui
