#include "tests/app/endpoint/certificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

const QString kNames = u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s;
const QByteArray kLeaf = "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n";
const QStringList kEcKey = {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};

bool put(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

Certificates::Certificates()
{
    const QStringList now{u"-days"_s, u"30"_s};
    m_isReady = makeAuthority(u"authority"_s, u"authority"_s)
        && makeAuthority(u"stranger"_s, u"stranger"_s)
        && makeAuthority(u"swapped"_s, u"authority"_s)
        && makeLeaf(u"good"_s, u"authority"_s, kLeaf, now)
        && makeLeaf(u"expired"_s, u"authority"_s, kLeaf, {u"-days"_s, u"-1"_s})
        && makeLeaf(u"other_host"_s, u"authority"_s, "subjectAltName=DNS:example.org\n", now)
        && makeLeaf(u"other_authority"_s, u"stranger"_s, kLeaf, now)
        && makeLeaf(u"swapped_authority"_s, u"swapped"_s, kLeaf, now)
        && makeLeaf(u"for_clients"_s, u"authority"_s, kLeaf + "extendedKeyUsage=clientAuth\n", now)
        && makeLeaf(u"client"_s, u"authority"_s, "extendedKeyUsage=clientAuth\n", now)
        && makeLeaf(u"strange_client"_s, u"stranger"_s, "extendedKeyUsage=clientAuth\n", now)
        && makeNotYet() && makeWeak() && makeByALeaf()
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
    tls.setLocalCertificateChain(QSslCertificate::fromData(certificate(name), QSsl::Pem));
    tls.setPrivateKey(QSslKey(content(name + u".key"_s), QSsl::Ec, QSsl::Pem));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

QByteArray Certificates::certificate(const QString& name) const
{
    return content(name + u".pem"_s);
}

QByteArray Certificates::key(const QString& name) const
{
    return content(name + u".key"_s);
}

QString Certificates::certificateFile(const QString& name) const
{
    return path(name + u".pem"_s);
}

QString Certificates::keyFile(const QString& name) const
{
    return path(name + u".key"_s);
}

bool Certificates::makeAuthority(const QString& name, const QString& commonName) const
{
    return run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-keyout"_s, path(name + u".key"_s),
                u"-out"_s, path(name + u".pem"_s), u"-subj"_s, u"/CN="_s + commonName, u"-days"_s,
                u"30"_s});
}

bool Certificates::makeRequest(const QString& name, const QByteArray& extensions,
                               const QStringList& key) const
{
    return put(path(name + u".ext"_s), extensions)
        && run(QStringList{u"req"_s, u"-newkey"_s} + key
               + QStringList{u"-nodes"_s, u"-keyout"_s, path(name + u".key"_s), u"-out"_s,
                             path(name + u".csr"_s), u"-subj"_s, u"/CN="_s + name});
}

bool Certificates::sign(const QString& name, const QString& authority,
                        const QStringList& more) const
{
    return run(QStringList{u"x509"_s, u"-req"_s, u"-in"_s, path(name + u".csr"_s), u"-CA"_s,
                           path(authority + u".pem"_s), u"-CAkey"_s, path(authority + u".key"_s),
                           u"-CAcreateserial"_s, u"-extfile"_s, path(name + u".ext"_s), u"-out"_s,
                           path(name + u".pem"_s)}
               + more);
}

bool Certificates::makeLeaf(const QString& name, const QString& authority,
                            const QByteArray& extensions, const QStringList& more) const
{
    return makeRequest(name, extensions, kEcKey) && sign(name, authority, more);
}

/// Only the program's own small authority chooses when a certificate begins.
bool Certificates::makeNotYet() const
{
    const QByteArray config = "[ca]\ndefault_ca=c\n[c]\nnew_certs_dir=" + path({}).toUtf8()
        + "\ndatabase=" + path(u"index"_s).toUtf8() + "\nserial=" + path(u"number"_s).toUtf8()
        + "\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n";
    return makeRequest(u"not_yet"_s, kLeaf, kEcKey) && put(path(u"index"_s), {})
        && put(path(u"number"_s), "01\n") && put(path(u"config"_s), config)
        && run({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, path(u"config"_s), u"-in"_s,
                path(u"not_yet.csr"_s), u"-cert"_s, path(u"authority.pem"_s), u"-keyfile"_s,
                path(u"authority.key"_s), u"-startdate"_s, u"20900101000000Z"_s, u"-enddate"_s,
                u"20950101000000Z"_s, u"-extfile"_s, path(u"not_yet.ext"_s), u"-out"_s,
                path(u"not_yet.pem"_s)});
}

bool Certificates::makeWeak() const
{
    const QStringList now{u"-days"_s, u"30"_s};
    return makeRequest(u"short_rsa"_s, kLeaf, {u"rsa:1024"_s})
        && sign(u"short_rsa"_s, u"authority"_s, now) && makeRequest(u"sha1"_s, kLeaf, kEcKey)
        && sign(u"sha1"_s, u"authority"_s, now + QStringList{u"-sha1"_s});
}

/// Whoever has any certificate at all makes one for another host.
bool Certificates::makeByALeaf() const
{
    return makeLeaf(u"by_a_leaf"_s, u"good"_s, kLeaf, {u"-days"_s, u"30"_s})
        && put(path(u"by_a_leaf.pem"_s), certificate(u"by_a_leaf"_s) + certificate(u"good"_s));
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
