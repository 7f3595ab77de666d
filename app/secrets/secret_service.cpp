#include "app/secrets/secret_service.h"

#include "app/secrets/later.h"
#include "app/secrets/prompt_watch.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::secrets {

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

QDBusMessage serviceCall(const QString& method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s,
                                          u"/org/freedesktop/secrets"_s,
                                          u"org.freedesktop.Secret.Service"_s, method);
}

QDBusMessage propertyCall(const QString& path, const QString& interface, const QString& property)
{
    auto message = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path,
                                                  u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message << u"org.freedesktop.Secret."_s + interface << property;
    return message;
}

Attributes ours()
{
    return {{u"server"_s, QString::fromLatin1(kServiceName)},
            {u"xdg:schema"_s, u"org.qt.keychain"_s}};
}

Error noService(const QString& reason)
{
    return {Code::Unsupported,
            words("no keyring answers on this desktop (", reason.toStdString(),
                  "): start or install one, gnome-keyring for instance, or keep keys in the "
                  "encrypted file")};
}

Error errorOf(const QDBusError& error)
{
    const QString text = error.name() + u": "_s + error.message();
    if (error.name() == u"org.freedesktop.Secret.Error.IsLocked"_s)
        return {Code::Denied, "the keyring is locked: unlock it and retry"};
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return {Code::Busy, words("the keyring does not answer: retry; ", text.toStdString())};
    default:
        return noService(text);
    }
}

QStringList textsOf(const Paths& paths)
{
    QStringList texts;
    for (const QDBusObjectPath& path : paths)
        texts += path.path();
    return texts;
}

std::vector<std::string> sorted(std::vector<std::string> names)
{
    std::sort(names.begin(), names.end());
    // Other programs may have written a second item of the same name.
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

bool isNothing(const QString& path)
{
    return path.isEmpty() || path == u"/"_s;
}

} // namespace

void SecretService::call(const QDBusMessage& message, Ended ended)
{
    auto bus = QDBusConnection::sessionBus();
    // Owned by m_answers, and gone once it has told.
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), &m_answers);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, &m_answers,
                     [ended = std::move(ended)](QDBusPendingCallWatcher* done) {
                         done->deleteLater();
                         ended(*done);
                     });
}

void SecretService::search(const Attributes& attributes, Answer<Items> answer)
{
    if (!QDBusConnection::sessionBus().isConnected())
        return answerLater<Items>(m_answers, std::move(answer), noService(u"no D-Bus"_s));
    qDBusRegisterMetaType<Attributes>();
    auto message = serviceCall(u"SearchItems"_s);
    message << QVariant::fromValue(attributes);
    call(message, [answer = std::move(answer)](const QDBusPendingCallWatcher& done) {
        const QDBusPendingReply<Paths, Paths> reply = done;
        if (reply.isError())
            return answer(errorOf(reply.error()));
        answer(Items{textsOf(reply.argumentAt<0>()), textsOf(reply.argumentAt<1>())});
    });
}

void SecretService::find(const std::string& name, Answer<Items> answer)
{
    Attributes attributes = ours();
    attributes[u"user"_s] = QString::fromStdString(name);
    search(attributes, std::move(answer));
}

void SecretService::names(Answer<std::vector<std::string>> answer)
{
    search(ours(), [this, answer = std::move(answer)](Result<Items> items) mutable {
        if (!items)
            return answer(std::move(items).error());
        if (!items->locked.empty())
            return answer(Error{Code::Denied, "the keyring is locked: unlock it and retry"});
        namesOf(items->open, std::move(answer));
    });
}

/// One question an item, all at once; the last that comes back answers.
void SecretService::namesOf(const QStringList& items, Answer<std::vector<std::string>> answer)
{
    struct Gathered {
        std::vector<std::string> names;
        qsizetype numMissing;
    };
    if (items.empty())
        return answer(std::vector<std::string>());
    const auto gathered = std::make_shared<Gathered>(Gathered{{}, items.size()});
    for (const QString& item : items) {
        call(propertyCall(item, u"Item"_s, u"Attributes"_s),
             [gathered, answer](const QDBusPendingCallWatcher& done) {
                 const QDBusPendingReply<QDBusVariant> reply = done;
                 // An item without a name was removed meanwhile.
                 if (!reply.isError()) {
                     const auto attributes =
                         qdbus_cast<Attributes>(reply.value().variant().value<QDBusArgument>());
                     gathered->names.push_back(attributes[u"user"_s].toStdString());
                 }
                 if (--gathered->numMissing != 0)
                     return;
                 answer(sorted(std::move(gathered->names)));
             });
    }
}

/// The path of the keyring that new items go to; "/" when there is none.
void SecretService::defaultRing(Answer<QString> answer)
{
    if (!QDBusConnection::sessionBus().isConnected())
        return answerLater<QString>(m_answers, std::move(answer), noService(u"no D-Bus"_s));
    auto message = serviceCall(u"ReadAlias"_s);
    message << u"default"_s;
    call(message, [answer = std::move(answer)](const QDBusPendingCallWatcher& done) {
        const QDBusPendingReply<QDBusObjectPath> reply = done;
        if (reply.isError())
            return answer(errorOf(reply.error()));
        answer(reply.value().path());
    });
}

void SecretService::ring(Answer<Ring> answer)
{
    defaultRing([this, answer = std::move(answer)](Result<QString> path) mutable {
        if (!path)
            return answer(std::move(path).error());
        if (isNothing(*path))
            return answer(Ring::Missing);
        call(propertyCall(*path, u"Collection"_s, u"Locked"_s),
             [answer = std::move(answer)](const QDBusPendingCallWatcher& done) {
                 const QDBusPendingReply<QDBusVariant> reply = done;
                 if (reply.isError())
                     return answer(errorOf(reply.error()));
                 answer(reply.value().variant().toBool() ? Ring::Locked : Ring::Open);
             });
    });
}

void SecretService::unlock(Answer<void> answer)
{
    defaultRing([this, answer = std::move(answer)](Result<QString> path) mutable {
        if (!path)
            return answer(std::move(path).error());
        if (isNothing(*path))
            return answer(
                Error{Code::Denied, "there is no keyring to unlock: the first key makes one"});
        unlockRing(*path, std::move(answer));
    });
}

void SecretService::unlockRing(const QString& ring, Answer<void> answer)
{
    auto message = serviceCall(u"Unlock"_s);
    message << QVariant::fromValue(Paths{QDBusObjectPath(ring)});
    call(message, [this, answer = std::move(answer)](const QDBusPendingCallWatcher& done) mutable {
        const QDBusPendingReply<Paths, QDBusObjectPath> reply = done;
        if (reply.isError())
            return answer(errorOf(reply.error()));
        const QString path = reply.argumentAt<1>().path();
        if (isNothing(path))
            return answer({});
        prompt(path, std::move(answer));
    });
}

void SecretService::prompt(const QString& path, Answer<void> answer)
{
    // Owned by m_answers; goes when the user has answered.
    auto* watch = new PromptWatch(path, &m_answers);
    QObject::connect(watch, &PromptWatch::completed, &m_answers,
                     [watch, answer = std::move(answer)](bool dismissed) {
                         watch->deleteLater();
                         if (dismissed)
                             return answer(Error{Code::Denied, "the keyring was not unlocked"});
                         answer({});
                     });
    watch->show();
}

} // namespace tf::secrets
