#pragma once

// How a server is reached: time-outs, retries, proxy, further authorities.
//
// Thread: any.

#include "app/endpoint/destination.h"
#include "app/endpoint/retry.h"
#include "kernels/base/result.h"

#include <QByteArray>
#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QUrl>

#include <vector>

namespace tf::endpoint {

struct Timeouts {
    Millis connect{10'000}; ///< until the request goes out, TLS included
    Millis firstByte{120'000}; ///< of the answer's body; long prompts are read for minutes
    Millis gap{60'000}; ///< between bytes of the answer
    Millis notice{10'000}; ///< of silence, then every so long
};

enum class ProxyUse : std::uint8_t { System, None, Given };

struct ProxyChoice {
    ProxyUse use = ProxyUse::System;
    QNetworkProxy given; ///< HttpProxy or Socks5Proxy
};

/// Without TLS only to this machine, unless the user says that the network is trusted.
enum class PlainHttp : std::uint8_t { ThisMachine, LocalNetwork };

/// Goes out with every request of an endpoint; holds no key.
struct Header {
    QByteArray name;
    QByteArray value;

    bool operator==(const Header&) const = default;
};

struct Connection {
    Timeouts timeouts;
    RetryRules retries;
    ProxyChoice proxy;
    PlainHttp plainHttp = PlainHttp::ThisMachine;
    std::vector<Header> headers;
    QByteArray extraCas; ///< PEM; trusted for this endpoint beside the system's
    QByteArray
        clientCertificate; ///< PEM, its chain behind it; shown to a server that asks who we are
    QByteArray clientKey; ///< PEM, of that certificate
    QByteArray publicKeySha256; ///< what the server's key must be; empty: any that is vouched for
    int mostAtOnce = 0; ///< requests, further ones wait; 0: no limit
};

/// BadInput when it is no address of a server, or would go out unencrypted.
Result<> checkUrl(const QUrl& url, PlainHttp plainHttp);

/// BadInput when the further authorities, or the client's certificate and key, cannot be read.
Result<QSslConfiguration> tlsOf(const Connection& connection);

/// The proxy for that address; this machine is always reached directly.
[[nodiscard]] QNetworkProxy proxyFor(const QUrl& url, const ProxyChoice& choice);

} // namespace tf::endpoint
