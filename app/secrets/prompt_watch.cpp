#include "app/secrets/prompt_watch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QMetaMethod>

using namespace Qt::StringLiterals;

namespace tf::secrets {

namespace {

QString keeper()
{
    return u"org.freedesktop.secrets"_s;
}

QString promptInterface()
{
    return u"org.freedesktop.Secret.Prompt"_s;
}

} // namespace

PromptWatch::PromptWatch(QString path, QObject* parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    // Qt D-Bus knows names alone, so the name is taken from the member: a signal onto a signal,
    // whose kind Qt writes as a 2 before it.
    const QByteArray completion =
        '2' + QMetaMethod::fromSignal(&PromptWatch::completed).methodSignature();
    QDBusConnection::sessionBus().connect(keeper(), m_path, promptInterface(), u"Completed"_s, this,
                                          completion.constData());
}

void PromptWatch::show()
{
    auto message = QDBusMessage::createMethodCall(keeper(), m_path, promptInterface(), u"Prompt"_s);
    message << QString(); // no window of ours to stand over
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, this,
                     [this](QDBusPendingCallWatcher* done) {
                         done->deleteLater();
                         if (done->isError())
                             Q_EMIT completed(true, {});
                     });
}

} // namespace tf::secrets
