#pragma once

// How long after a piece of an answer was there a picture with it was complete.
//
// There: the turn of the event loop in which the conversation got it had ended. Complete: the turn
// in which the view painted after it was told had ended. Thread: main.

#include "app/workspace/conversation.h"

#include <QElapsedTimer>
#include <QWidget>

#include <deque>

namespace tf::test {

class PaintDelay : public QObject {
    Q_OBJECT

public:
    PaintDelay(workspace::Conversation& talk, QWidget& view);

    [[nodiscard]] double p95Millis() const;
    [[nodiscard]] int numPieces() const { return static_cast<int>(m_delays.size()); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Piece {
        std::size_t end = 0; ///< bytes of the answer
        qint64 came = 0; ///< nanoseconds
    };

    void endTurnOfLoop();
    [[nodiscard]] std::size_t size() const;

    workspace::Conversation& m_talk;
    QElapsedTimer m_clock;
    std::deque<Piece> m_waiting;
    std::size_t m_seen = 0;
    std::size_t m_told = 0; ///< bytes that the view knew of when it painted last
    bool m_hasPainted = false;
    std::vector<double> m_delays;
};

} // namespace tf::test
