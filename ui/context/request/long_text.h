#pragma once

// A text of any length in letters of one width, broken where the width ends; only what is in sight
// is laid out.
//
// To be looked at and scrolled; whole copies are made elsewhere. Screen readers get what is in
// sight. Thread: main.

#include "ui/theme/theme.h"

#include <QAbstractScrollArea>

namespace tf::ui {

class LongText : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit LongText(const Theme& theme, QWidget* parent = nullptr);

    void setText(QString text);
    [[nodiscard]] const QString& text() const { return m_text; }
    /// As it is broken now.
    [[nodiscard]] int numLines() const { return static_cast<int>(m_starts.size()); }
    [[nodiscard]] QString line(int number) const;
    /// What is in sight.
    [[nodiscard]] QString shownText() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow();
    void breakLines();
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int numInSight() const;

    const Theme& m_theme;
    QString m_text;
    std::vector<qsizetype> m_starts; ///< of the lines
    int m_columns = 0; ///< that the lines are broken for
};

/// Where lines of at most so many columns begin; a wide character takes two.
[[nodiscard]] std::vector<qsizetype> lineStarts(const QString& text, int columns);

} // namespace tf::ui
