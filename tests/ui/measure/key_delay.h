#pragma once

// How long after a key was pressed its letter was painted in a text field.
//
// Presses keys itself, at moments that have nothing to do with frames. Thread: main.

#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QTimer>

#include <optional>
#include <vector>

namespace tf::test {

class KeyDelay : public QObject {
    Q_OBJECT

public:
    explicit KeyDelay(QPlainTextEdit& edit);

    [[nodiscard]] double p99Millis() const;
    [[nodiscard]] int numKeys() const { return static_cast<int>(m_delays.size()); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void press();
    void endTurnOfLoop();

    QPlainTextEdit& m_edit;
    QTimer m_pause;
    QElapsedTimer m_clock;
    std::optional<qint64> m_pressed; ///< nanoseconds; its letter has not been painted
    bool m_hasPainted = false;
    int m_numPressed = 0;
    std::vector<double> m_delays;
};

} // namespace tf::test
