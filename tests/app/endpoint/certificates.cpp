#include "tests/app/endpoint/certificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

const QString kNames = u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s;

} // namespace

Certificates::Certificates()
{
    const QStringList now{u"-days"_s, u"30"_s};
    m_isReady = makeAuthority(u"authority"_s) && makeAuthority(u"stranger"_s)
        && makeLeaf(u"good"_s, u"authority"_s, kNames, now)
        && makeLeaf(u"expired"_s, u"authority"_s, kNames, {u"-days"_s, u"-1"_s})
        && makeLeaf(u"other_host"_s, u"authority"_s, u"subjectAltName=DNS:example.org"_s, now)
        && makeLeaf(u"other_authority"_s, u"stranger"_s, kNames, now)
        && run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-keyout"_s, path(u"self_signed.key"_s),
                u"-out"_s, path(u"self_signed.pem"_s), u"-subj"_s, u"/CN=self"_s, u"-addext"_s,
                kNames, u"-days"_s, u"30"_s});
}

QByteArray Certificates::authority() const
{
    return content(u"authority.pem"_s);
}

QSslConfiguration Certificates::server(const QString& name) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(content(name + u".pem"_s), QSsl::Pem));
    tls.setPrivateKey(QSslKey(content(name + u".key"_s), QSsl::Ec, QSsl::Pem));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

bool Certificates::makeAuthority(const QString& name) const
{
    return run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-keyout"_s, path(name + u".key"_s),
                u"-out"_s, path(name + u".pem"_s), u"-subj"_s, u"/CN="_s + name, u"-days"_s,
                u"30"_s});
}

bool Certificates::makeLeaf(const QString& name, const QString& authority, const QString& names,
                            const QStringList& validity) const
{
    QFile extensions(path(name + u".ext"_s));
    if (!extensions.open(QIODevice::WriteOnly))
        return false;
    extensions.write(names.toLatin1() + "\nbasicConstraints=CA:FALSE\n");
    extensions.close();
    return run({u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
                u"-nodes"_s, u"-keyout"_s, path(name + u".key"_s), u"-out"_s,
                path(name + u".csr"_s), u"-subj"_s, u"/CN="_s + name})
        && run(QStringList{u"x509"_s, u"-req"_s, u"-in"_s, path(name + u".csr"_s), u"-CA"_s,
                           path(authority + u".pem"_s), u"-CAkey"_s, path(authority + u".key"_s),
                           u"-CAcreateserial"_s, u"-extfile"_s, path(name + u".ext"_s), u"-out"_s,
                           path(name + u".pem"_s)}
               + validity);
}

bool Certificates::run(const QStringList& arguments) const
{
    QProcess openssl;
    openssl.start(u"openssl"_s, arguments);
    return openssl.waitForFinished(20'000) && openssl.exitCode() == 0;
}

QString Certificates::path(const QString& name) const
{
    return m_folder.filePath(name);
}

QByteArray Certificates::content(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace tf::test
