#pragma once

// Certificates of every kind that a client must tell apart, made by the openssl program.
//
// A private authority signs them for localhost and 127.0.0.1. Thread: any.

#include <QByteArray>
#include <QSslConfiguration>
#include <QTemporaryDir>

namespace tf::test {

class Certificates {
public:
    Certificates();

    /// False when there is no openssl program.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// PEM of the authority.
    [[nodiscard]] QByteArray authority() const;
    /// "good", "expired", "not_yet", "other_host", "self_signed", "other_authority",
    /// "swapped_authority" (named as ours), "for_clients", "by_a_leaf"; for openssl's own server
    /// "short_rsa", "sha1"; for those who ask "client", "strange_client".
    [[nodiscard]] QSslConfiguration server(const QString& name) const;
    [[nodiscard]] QByteArray certificate(const QString& name) const;
    [[nodiscard]] QByteArray key(const QString& name) const;
    [[nodiscard]] QString certificateFile(const QString& name) const;
    [[nodiscard]] QString keyFile(const QString& name) const;

private:
    bool run(const QStringList& arguments) const;
    bool makeAuthority(const QString& name, const QString& commonName) const;
    bool makeRequest(const QString& name, const QByteArray& extensions,
                     const QStringList& key) const;
    bool sign(const QString& name, const QString& authority, const QStringList& more) const;
    bool makeLeaf(const QString& name, const QString& authority, const QByteArray& extensions,
                  const QStringList& more) const;
    bool makeNotYet() const;
    bool makeWeak() const;
    bool makeByALeaf() const;
    [[nodiscard]] QString path(const QString& name) const;
    [[nodiscard]] QByteArray content(const QString& name) const;

    QTemporaryDir m_folder;
    bool m_isReady = false;
};

} // namespace tf::test
