#pragma once

// The one door to the network: every endpoint's requests pass it, and it can be shut.
//
// The user says how far data may go; a request beyond that is refused before anything is looked up
// or connected, its proxy included, and one that is under way when the limit is drawn is cut.
// Thread: main.

#include "app/endpoint/connection.h"
#include "kernels/base/result.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>

namespace tf::endpoint {

/// How far data may go.
class Reach : public QObject {
    Q_OBJECT

public:
    explicit Reach(Place farthest = Place::Outside);

    [[nodiscard]] Place farthest() const { return m_farthest; }
    void setFarthest(Place farthest);

Q_SIGNALS:
    void changed();

private:
    Place m_farthest;
};

class Egress : public QObject {
    Q_OBJECT

public:
    /// Requires: `reach` outlives it.
    Egress(const Reach& reach, Connection connection);

    [[nodiscard]] const Connection& connection() const { return m_connection; }

    /// Error{Denied} beyond the reach. The reply is the caller's; `body` null: GET. Each goes over
    /// a connection of its own: one that was kept may be closing, and then nobody knows whether the
    /// server has the request.
    Result<QNetworkReply*> send(QNetworkRequest request, QIODevice* body);

    /// Error{Denied} beyond the reach, BadInput for an address that nothing is sent to.
    [[nodiscard]] Result<> check(const QUrl& url, const QNetworkProxy& proxy) const;

private:
    const Reach& m_reach;
    Connection m_connection;
};

} // namespace tf::endpoint
