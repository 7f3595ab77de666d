#pragma once

// An earlier question while it is being changed; asking it makes a sibling, nothing is overwritten.
//
// Stands above the composer. Thread: main.

#include "app/session/turn.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPlainTextEdit;

namespace tf::ui {

class TurnEditor : public QWidget {
    Q_OBJECT

public:
    explicit TurnEditor(const Theme& theme, QWidget* parent = nullptr);

    void edit(session::TurnId turn, const QString& text);
    [[nodiscard]] session::TurnId turn() const { return m_turn; }

Q_SIGNALS:
    void askAgain(tf::session::TurnId turn, const QString& text);
    void closed();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void ask();
    void cancel();

    const Theme& m_theme;
    QPlainTextEdit* m_text;
    session::TurnId m_turn = session::kNoTurn;
};

} // namespace tf::ui
