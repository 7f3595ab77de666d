#pragma once

// How long after a server sent a word the picture with it was complete.
//
// Sent: the moment that stands in the word itself, as replay_endpoint writes it ("kind=stamps").
// Complete: the turn of the event loop had ended in which the view painted after it was told of
// the word. Thread: main.

#include "app/workspace/conversation.h"

#include <QWidget>

#include <vector>

namespace tf::test {

class PaintDelay : public QObject {
    Q_OBJECT

public:
    PaintDelay(workspace::Conversation& talk, QWidget& view);

    [[nodiscard]] double p95Millis() const;
    /// How much was painted, in pictures of the whole view.
    [[nodiscard]] double numPictures() const { return m_numPictures; }
    [[nodiscard]] int numWords() const { return static_cast<int>(m_delays.size()); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void endTurnOfLoop();
    [[nodiscard]] std::string_view text() const;

    workspace::Conversation& m_talk;
    std::size_t m_seen = 0; ///< bytes of the answer that are accounted for
    std::size_t m_told = 0; ///< bytes that the view was told of
    bool m_hasPainted = false; ///< in this turn of the loop, after it was told
    double m_numPictures = 0;
    std::vector<double> m_delays;
};

/// Of many numbers; -1: there are none.
[[nodiscard]] double percentile(std::vector<double> numbers, std::size_t percent);

} // namespace tf::test
