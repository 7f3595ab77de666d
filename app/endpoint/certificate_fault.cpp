#include "app/endpoint/certificate_fault.h"

#include "kernels/base/words.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSslKey>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tf::endpoint {

namespace {

constexpr int kLeastRsaBits = 2048;
constexpr int kLeastEcBits = 224;

std::string namesOf(const QSslCertificate& certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    return names.isEmpty() ? std::string("nobody") : names.join(u", "_s).toStdString();
}

std::string issuerOf(const QSslCertificate& certificate)
{
    const QStringList names = certificate.issuerInfo(QSslCertificate::CommonName);
    return names.isEmpty() ? std::string("an authority without a name")
                           : names.join(u", "_s).toStdString();
}

std::string dayOf(const QDateTime& moment)
{
    return moment.toUTC().date().toString(Qt::ISODate).toStdString();
}

/// What one error means; nullopt: nothing that is known here.
std::optional<std::string> wordsOf(QSslError::SslError error, const QSslCertificate& certificate,
                                   const QString& host)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return words("the server's certificate expired on ", dayOf(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return words("the server's certificate is not valid before ",
                     dayOf(certificate.effectiveDate()), ": is this machine's clock right?");
    case QSslError::HostNameMismatch:
        return words("the certificate is for ", namesOf(certificate), ", not for ",
                     host.toStdString(), ": another server, or a login page of the network");
    case QSslError::InvalidPurpose:
        return "the certificate is not made for servers";
    case QSslError::InvalidCaCertificate:
        return words("the certificate was issued by one that is no authority, ",
                     issuerOf(certificate));
    case QSslError::SelfSignedCertificate:
        return "the server's certificate is signed by itself: only --ca-file can make it trusted";
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::CertificateUntrusted:
        return words("the server's certificate was issued by ", issuerOf(certificate),
                     ", which this machine does not trust; --ca-file names further authorities");
    case QSslError::CertificateSignatureFailed:
        return words("the certificate says that ", issuerOf(certificate),
                     " issued it, and its signature says otherwise");
    default:
        return std::nullopt;
    }
}

} // namespace

std::string weaknessOf(const QSslCertificate& certificate)
{
    const QSslKey key = certificate.publicKey();
    const bool isShort = (key.algorithm() == QSsl::Rsa && key.length() < kLeastRsaBits)
        || (key.algorithm() == QSsl::Ec && key.length() < kLeastEcBits);
    if (isShort)
        return words("the certificate's key has ", key.length(), " bits, which can be broken");
    const QString text = certificate.toText();
    const auto at = text.indexOf("Signature Algorithm: "_L1) + 21;
    const QString algorithm = text.mid(at, text.indexOf(u'\n', at) - at).trimmed();
    for (const auto weak : {"sha1"_L1, "md5"_L1, "md4"_L1, "md2"_L1}) {
        if (algorithm.contains(weak, Qt::CaseInsensitive))
            return words("the certificate is signed with ", algorithm.toStdString(),
                         ", which can be forged");
    }
    return {};
}

std::string certificateFault(const QList<QSslError>& errors, const QSslCertificate& certificate,
                             const QString& host)
{
    if (!certificate.isNull()) {
        if (std::string weak = weaknessOf(certificate); !weak.empty())
            return weak;
    }
    // In the order of what tells most; a certificate without an authority often has all of them.
    constexpr QSslError::SslError kTelling[] = {
        QSslError::CertificateExpired,   QSslError::CertificateNotYetValid,
        QSslError::HostNameMismatch,     QSslError::CertificateSignatureFailed,
        QSslError::InvalidCaCertificate, QSslError::InvalidPurpose};
    for (const auto telling : kTelling) {
        const bool isThere = std::any_of(errors.begin(), errors.end(),
                                         [telling](const auto& e) { return e.error() == telling; });
        if (isThere)
            return *wordsOf(telling, certificate, host);
    }
    for (const QSslError& error : errors) {
        if (const auto known = wordsOf(error.error(), certificate, host))
            return *known;
    }
    return errors.isEmpty() ? std::string() : errors.first().errorString().toStdString();
}

QByteArray publicKeySha256(const QSslCertificate& certificate)
{
    const QByteArray key = certificate.publicKey().toDer();
    return key.isEmpty() ? QByteArray() : QCryptographicHash::hash(key, QCryptographicHash::Sha256);
}

} // namespace tf::endpoint
