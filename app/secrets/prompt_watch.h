#pragma once

// A question that the keyring asks the user in a window of its own, until it is answered or
// dismissed.
//
// Thread: main.

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace tf::secrets {

class PromptWatch : public QObject {
    Q_OBJECT

public:
    /// `path` is the prompt's on the session bus.
    PromptWatch(QString path, QObject* parent);

    void show();

Q_SIGNALS:
    /// Dismissed as well when the desktop has nobody who could ask.
    void completed(bool dismissed, const QDBusVariant& result);

private:
    QString m_path;
};

} // namespace tf::secrets
