#pragma once

// What is wrong with a server's certificate, in words that name the cause.
//
// Thread: any.

#include <QList>
#include <QSslCertificate>
#include <QSslError>

#include <string>

namespace tf::endpoint {

/// Keys and signatures that can be forged; empty: none. Held against every certificate, whatever
/// this machine's TLS library lets pass.
[[nodiscard]] std::string weaknessOf(const QSslCertificate& certificate);

/// The most telling of what TLS found wrong with the certificate of `host`.
[[nodiscard]] std::string certificateFault(const QList<QSslError>& errors,
                                           const QSslCertificate& certificate, const QString& host);

/// SHA-256 of a certificate's public key as it stands in the certificate; empty when it is of a
/// kind that this machine's TLS library does not read.
[[nodiscard]] QByteArray publicKeySha256(const QSslCertificate& certificate);

} // namespace tf::endpoint
