#pragma once

// The last ten answers of an engine as a table, newest first; what nobody counted is a dash.
//
// Thread: main.

#include "app/workspace/speeds.h"
#include "ui/theme/theme.h"

#include <QStringList>
#include <QTableWidget>

#include <span>

namespace tf::ui {

/// When, first word, prompt tok/s, answer tok/s, prompt tokens, of those cached; empty: unknown.
[[nodiscard]] QStringList cellsOf(const workspace::AnswerSpeed& speed);

class SpeedTable : public QTableWidget {
    Q_OBJECT

public:
    explicit SpeedTable(const Theme& theme, QWidget* parent = nullptr);

    void show(std::span<const workspace::AnswerSpeed> speeds);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void follow();
    void fillRow(int row, const QStringList& cells);
    void fitHeight();
    void fitColumns();
    [[nodiscard]] int widestIn(int column) const;

    const Theme& m_theme;
};

} // namespace tf::ui
