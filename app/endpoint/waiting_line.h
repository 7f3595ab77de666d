#pragma once

// A line of requests: so many may go at once, further ones wait for their turn.
//
// Thread: main.

#include <QObject>

#include <deque>
#include <functional>

namespace tf::endpoint {

class WaitingLine : public QObject {
    Q_OBJECT

public:
    enum class Turn : std::uint8_t { Now, Later };

    /// 0: nobody waits.
    explicit WaitingLine(int mostAtOnce);

    /// Calls `begin` at once, or when enough of those before have gone away. A request leaves the
    /// line, from whatever place in it, by being deleted.
    Turn enter(QObject* request, std::function<void()> begin);
    /// Nobody's turn comes any more.
    void close();

private:
    struct Waiting {
        const QObject* request;
        std::function<void()> begin;
    };

    void leave(const QObject* request);

    int m_mostAtOnce;
    int m_numGoing = 0;
    std::deque<Waiting> m_waiting;
};

} // namespace tf::endpoint
