#pragma once

// A line of words behind a sign that says how it is: passed, to be looked at, failed, not done.
//
// Wraps. Where it leads somewhere it is a button to the keyboard and to screen readers.

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace tf::ui {

enum class RowSign : std::uint8_t { Plain, Good, Caution, Bad, Open };

struct SignedLine {
    RowSign sign = RowSign::Plain;
    QString text = {};
    QString detail = {}; ///< below it, quieter
    QString spoken = {}; ///< of the sign; empty: what it says of a check
};

class SignRow : public QAbstractButton {
    Q_OBJECT

public:
    enum class Leads : std::uint8_t { Nowhere, Somewhere };

    SignRow(const Theme& theme, SignedLine line, Leads leads, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QRect words(int width) const;
    [[nodiscard]] QRect detailBelow(const QRect& text) const;
    [[nodiscard]] QRect textPlace(int width) const;
    void paintSign(QPainter& painter) const;
    void paintWords(QPainter& painter, const QRect& place, const QString& words, FontRole role,
                    Token ink) const;

    const Theme& m_theme;
    SignedLine m_line;
    Leads m_leads;
};

} // namespace tf::ui
