#include "app/secrets/keychain.h"

#include "app/secrets/later.h"

#include <qt6keychain/keychain.h>

namespace tf::secrets {

namespace {

QString serviceName()
{
    return QString::fromLatin1(kServiceName);
}

/// Why a job failed; never what it carried.
Error errorOf(const QKeychain::Job& job)
{
    const auto said = words(" (", job.errorString().toStdString(), ")");
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {Code::NotFound, words("the keyring has no such key", said)};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {Code::Denied, words("the keyring refused: unlock it and retry", said)};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {Code::Unsupported, words("no keyring answers on this desktop", said)};
    default:
        return {Code::Busy,
                words("the keyring failed: see whether it is unlocked and retry; if its daemon "
                      "was started anew, restart Trifold",
                      said)};
    }
}

/// What QtKeychain read, taken out of its hands: its copy is wiped too.
Secret takenFrom(const QKeychain::ReadPasswordJob& job)
{
    const QByteArray data = job.binaryData();
    Secret key(std::string_view(data.constData(), static_cast<std::size_t>(data.size())));
    // The bytes are shared with the job, which needs them no more; data() would copy them first.
    if (!data.isEmpty())
        wipe(std::as_writable_bytes(
            std::span(const_cast<char*>(data.constData()), static_cast<std::size_t>(data.size()))));
    return key;
}

Result<Secret> keyOf(const QKeychain::ReadPasswordJob& job, const std::string& name)
{
    Secret key = takenFrom(job);
    if (auto fine = checkKey(key); !fine)
        return Error{Code::Corrupt,
                     words("what the keyring holds under \"", name,
                           "\" is no key: ", fine.error().text, "; set it again")};
    return key;
}

/// A job of QtKeychain's, which deletes itself when it has ended, and not before: libsecret holds
/// on to it until then.
template <class Job>
Job* jobFor(const std::string& name)
{
    auto* job = new Job(serviceName());
    job->setAutoDelete(true);
    job->setKey(QString::fromStdString(name));
    return job;
}

QKeychain::Job* writing(const std::string& name, const Secret& key)
{
    auto* job = jobFor<QKeychain::WritePasswordJob>(name);
    const auto text = key.reveal();
    auto shown = QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    job->setTextData(shown);
    wipe(std::as_writable_bytes(std::span(shown.data(), static_cast<std::size_t>(shown.size()))));
    return job;
}

Result<> outcomeOf(const QKeychain::Job& job)
{
    if (job.error() != QKeychain::NoError)
        return errorOf(job);
    return {};
}

/// The same where no keyring was there to take the key: the desktop had to ask for a new one.
Result<> outcomeWithoutRing(const QKeychain::Job& job)
{
    if (job.error() != QKeychain::NoError)
        return Error{Code::Denied,
                     words("this desktop has no keyring yet, and none was made (",
                           job.errorString().toStdString(),
                           "): make one in its password program, or keep keys in the encrypted "
                           "file")};
    return {};
}

Error lockedRing()
{
    return {Code::Denied, "the keyring is locked: unlock it and retry"};
}

/// That the item is there, and readable.
Result<> openItem(Result<SecretService::Items>& items, const std::string& name)
{
    if (!items)
        return std::move(items).error();
    if (!items->open.empty())
        return {};
    if (!items->locked.empty())
        return lockedRing();
    return noSuchKey(StoreKind::Keyring, name);
}

} // namespace

Keychain::Keychain(Patience patience)
    : m_patience(patience)
{
}

Keychain::~Keychain() = default;

template <class T>
Once<T> Keychain::once(Answer<T> answer)
{
    return Once<T>(m_answers, m_patience.answer,
                   words("the keyring has not answered for ", m_patience.answer.count(),
                         " ms: see whether it asks for something, then retry; a change may still "
                         "happen"),
                   std::move(answer));
}

// One job at a time, as QtKeychain does itself; but what waits behind one that hangs can be given
// up here, and there it would be done at some later time.
void Keychain::enqueue(Waiting job)
{
    m_waiting.push_back(std::move(job));
    next();
}

void Keychain::next()
{
    while (!m_isRunning && !m_waiting.empty()) {
        const Waiting waiting = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!waiting.isWanted())
            continue;
        m_isRunning = true;
        QKeychain::Job* job = waiting.make();
        QObject::connect(job, &QKeychain::Job::finished, &m_answers,
                         [this, ended = waiting.ended](QKeychain::Job* done) {
                             m_isRunning = false;
                             next();
                             ended(*done); // last: whoever is told may take the store down
                         });
        job->start();
    }
}

void Keychain::read(const std::string& name, Answer<Secret> answer)
{
    const auto asked = once<Secret>(std::move(answer));
    m_service.find(name, [this, name, asked](Result<SecretService::Items> items) {
        if (auto there = openItem(items, name); !there)
            return asked(std::move(there).error());
        const auto make = [name] { return jobFor<QKeychain::ReadPasswordJob>(name); };
        const auto ended = [name, asked](const QKeychain::Job& job) {
            if (job.error() == QKeychain::EntryNotFound)
                return asked(noSuchKey(StoreKind::Keyring, name));
            if (job.error() != QKeychain::NoError)
                return asked(errorOf(job));
            asked(keyOf(static_cast<const QKeychain::ReadPasswordJob&>(job), name));
        };
        enqueue({[asked] { return asked.isOpen(); }, make, ended});
    });
}

void Keychain::write(const std::string& name, Secret key, Answer<void> answer)
{
    const auto asked = once<void>(std::move(answer));
    if (auto entry = checkEntry(name, key); !entry)
        return answerLater<void>(m_answers, asked, std::move(entry));
    // Shared because std::function copies, and a Secret does not.
    const auto kept = std::make_shared<Secret>(std::move(key));
    m_service.ring([this, name, kept, asked](Result<SecretService::Ring> ring) {
        if (!ring)
            return asked(std::move(ring).error());
        if (*ring == SecretService::Ring::Locked)
            return asked(lockedRing());
        const auto make = [name, kept] { return writing(name, *kept); };
        const bool hasRing = *ring != SecretService::Ring::Missing;
        const auto ended = [asked, hasRing](const QKeychain::Job& job) {
            asked(hasRing ? outcomeOf(job) : outcomeWithoutRing(job));
        };
        enqueue({[asked] { return asked.isOpen(); }, make, ended});
    });
}

void Keychain::remove(const std::string& name, Answer<void> answer)
{
    const auto asked = once<void>(std::move(answer));
    m_service.find(name, [this, name, asked](Result<SecretService::Items> items) {
        if (auto there = openItem(items, name); !there)
            return asked(std::move(there).error());
        const auto make = [name] { return jobFor<QKeychain::DeletePasswordJob>(name); };
        const auto ended = [asked](const QKeychain::Job& job) { asked(outcomeOf(job)); };
        enqueue({[asked] { return asked.isOpen(); }, make, ended});
    });
}

void Keychain::list(Answer<std::vector<std::string>> answer)
{
    m_service.names(once<std::vector<std::string>>(std::move(answer)));
}

void Keychain::unlock(Answer<void> answer)
{
    const Once<void> asked(m_answers, m_patience.unlock,
                           "the keyring was not unlocked in time: retry", std::move(answer));
    m_service.unlock(asked);
}

} // namespace tf::secrets
