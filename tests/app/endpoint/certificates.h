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
    /// "good", "expired", "other_host", "self_signed", "other_authority"
    [[nodiscard]] QSslConfiguration server(const QString& name) const;

private:
    bool run(const QStringList& arguments) const;
    bool makeAuthority(const QString& name) const;
    bool makeLeaf(const QString& name, const QString& authority, const QString& names,
                  const QStringList& validity) const;
    [[nodiscard]] QString path(const QString& name) const;
    [[nodiscard]] QByteArray content(const QString& name) const;

    QTemporaryDir m_folder;
    bool m_isReady = false;
};

} // namespace tf::test
