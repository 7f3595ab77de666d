#include "app/secrets/prompt_watch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

using namespace Qt::StringLiterals;

namespace tf::secrets {

namespace {

const QString kKeeper = u"org.freedesktop.secrets"_s;
const QString kPrompt = u"org.freedesktop.Secret.Prompt"_s;

} // namespace

PromptWatch::PromptWatch(QString path, QObject* parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    QDBusConnection::sessionBus().connect(kKeeper, m_path, kPrompt, u"Completed"_s, this,
                                          SLOT(onCompleted(bool, QDBusVariant)));
}

void PromptWatch::show()
{
    auto message = QDBusMessage::createMethodCall(kKeeper, m_path, kPrompt, u"Prompt"_s);
    message << QString(); // no window of ours to stand over
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher* done) {
                done->deleteLater();
                if (done->isError())
                    Q_EMIT ended(true);
            });
}

void PromptWatch::onCompleted(bool dismissed, const QDBusVariant& result)
{
    static_cast<void>(result);
    Q_EMIT ended(dismissed);
}

} // namespace tf::secrets
