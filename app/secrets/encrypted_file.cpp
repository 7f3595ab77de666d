#include "app/secrets/encrypted_file.h"

#include "app/secrets/file_turn.h"
#include "app/secrets/later.h"
#include "kernels/base/new_file.h"
#include "kernels/base/system_error.h"

#include <QStandardPaths>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tf::secrets {

namespace {

Result<std::string> readOpen(int descriptor)
{
    struct stat status { };
    if (::fstat(descriptor, &status) != 0)
        return systemError(errno, "cannot look at it");
    if (!S_ISREG(status.st_mode))
        return Error{Code::BadInput, "it is no file"};
    if (static_cast<std::uint64_t>(status.st_size) > kMaxSealedBytes)
        return Error{Code::Corrupt, words("it is too long: ", status.st_size, " bytes")};
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t numRead = 0;
    while (numRead < bytes.size()) {
        const auto now = ::read(descriptor, bytes.data() + numRead, bytes.size() - numRead);
        if (now < 0 && errno == EINTR)
            continue;
        if (now < 0)
            return systemError(errno, "cannot read it");
        if (now == 0)
            break;
        numRead += static_cast<std::size_t>(now);
    }
    bytes.resize(numRead);
    return bytes;
}

/// A pipe in its place does not make it wait.
Result<std::string> readWhole(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return systemError(errno, "cannot open it");
    auto bytes = readOpen(descriptor);
    ::close(descriptor);
    return bytes;
}

/// A link is followed once, so that the file behind it is replaced and not the link.
std::filesystem::path followed(const std::filesystem::path& path)
{
    std::error_code ignored;
    const auto target = std::filesystem::canonical(path, ignored);
    return target.empty() ? path : target;
}

Result<> makeFolderOf(const std::filesystem::path& path)
{
    std::error_code failed;
    const auto folder = path.parent_path();
    if (folder.empty() || !std::filesystem::create_directories(folder, failed))
        return failed ? Result<>(
                   systemError(failed.value(), words("cannot make the folder ", folder.native())))
                      : Result<>();
    ::chmod(folder.c_str(), 0700);
    return {};
}

Error notOpen(EncryptedFile::State state)
{
    if (state == EncryptedFile::State::Missing)
        return {Code::NotFound, "it is not there yet: make it with a password"};
    return {Code::Denied, "it is locked: give its password and retry"};
}

Error alreadyThere()
{
    return {Code::BadInput, "it is there already: unlock it"};
}

} // namespace

std::filesystem::path defaultSealedPath()
{
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return std::filesystem::path(folder.toStdString()) / "trifold" / "keys.sealed";
}

EncryptedFile::EncryptedFile(std::filesystem::path path, Hardness hardness)
    : m_path(followed(path))
    , m_hardness(hardness)
{
    m_pool.setMaxThreadCount(1);
}

EncryptedFile::~EncryptedFile() = default;

EncryptedFile::State EncryptedFile::state() const
{
    struct stat status { };
    if (::stat(m_path.c_str(), &status) != 0 && errno == ENOENT)
        return State::Missing;
    return m_isOpen ? State::Open : State::Locked;
}

/// Does the work on the pool's thread and answers on the main one.
template <class T, class Work>
void EncryptedFile::ask(Answer<T> answer, Work work)
{
    // Shared because Qt and std::function copy what they keep, and a Secret does not copy.
    auto kept = std::make_shared<Work>(std::move(work));
    m_pool.start([this, answer = std::move(answer), kept]() mutable {
        auto result = Result<T>((*kept)()).because(words("the file of keys ", m_path.native()));
        kept.reset();
        answerLater<T>(m_answers, std::move(answer), std::move(result));
    });
}

Result<std::string> EncryptedFile::content() const
{
    return readWhole(m_path);
}

Result<KeyMap> EncryptedFile::keys() const
{
    if (!m_opened)
        return notOpen(state());
    const std::string bytes = TRY(content());
    const SealedMap sealed = TRY(readSealed(bytes));
    if (sealed.lock != m_opened->lock)
        return Error{Code::Denied, "it has been replaced by another one: unlock it again"};
    return unseal(sealed, m_opened->key);
}

Result<> EncryptedFile::put(const KeyMap& keys) const
{
    const std::string bytes = TRY(seal(keys, m_opened->lock, m_opened->key));
    NewFile file = TRY(NewFile::createPrivate(m_path));
    TRY(file.append(std::as_bytes(std::span(bytes))));
    return file.moveIntoPlace(NewFile::Durability::Safe);
}

Result<> EncryptedFile::change(const std::function<Result<>(KeyMap&)>& edit) const
{
    if (!m_opened)
        return notOpen(state());
    const auto turn = TRY(FileTurn::take(m_path));
    KeyMap now = TRY(keys());
    TRY(edit(now));
    return put(now);
}

Result<> EncryptedFile::makeNew(const Secret& password)
{
    if (password.isEmpty())
        return Error{Code::BadInput, "the password is empty"};
    if (state() != State::Missing)
        return alreadyThere();
    TRY(makeFolderOf(m_path));
    const Lock lock = newLock(m_hardness);
    Secret key = TRY(keyOf(password, lock));
    const auto turn = TRY(FileTurn::take(m_path));
    if (state() != State::Missing) // another process was faster
        return alreadyThere();
    m_opened = Opened{lock, std::move(key)};
    m_isOpen = true;
    auto written = put({});
    if (!written) {
        m_opened.reset();
        m_isOpen = false;
    }
    return written;
}

Result<> EncryptedFile::open(const Secret& password)
{
    const std::string bytes = TRY(content());
    const SealedMap sealed = TRY(readSealed(bytes));
    Secret key = TRY(keyOf(password, sealed.lock));
    TRY(unseal(sealed, key));
    m_opened = Opened{sealed.lock, std::move(key)};
    m_isOpen = true;
    return {};
}

void EncryptedFile::create(Secret password, Answer<void> answer)
{
    ask<void>(std::move(answer),
              [this, password = std::move(password)] { return makeNew(password); });
}

void EncryptedFile::unlock(Secret password, Answer<void> answer)
{
    ask<void>(std::move(answer), [this, password = std::move(password)] { return open(password); });
}

void EncryptedFile::read(const std::string& name, Answer<Secret> answer)
{
    ask<Secret>(std::move(answer), [this, name]() -> Result<Secret> {
        KeyMap now = TRY(keys());
        const auto found = now.find(name);
        if (found == now.end())
            return noSuchKey(kind(), name);
        return std::move(found->second);
    });
}

void EncryptedFile::write(const std::string& name, Secret key, Answer<void> answer)
{
    ask<void>(std::move(answer), [this, name, key = std::move(key)]() mutable -> Result<> {
        TRY(checkEntry(name, key));
        return change([&](KeyMap& now) -> Result<> {
            now.insert_or_assign(name, std::move(key));
            return {};
        });
    });
}

void EncryptedFile::remove(const std::string& name, Answer<void> answer)
{
    ask<void>(std::move(answer), [this, name] {
        return change([&](KeyMap& now) -> Result<> {
            if (now.erase(name) == 0)
                return noSuchKey(kind(), name);
            return {};
        });
    });
}

void EncryptedFile::list(Answer<std::vector<std::string>> answer)
{
    using Names = std::vector<std::string>;
    ask<Names>(std::move(answer), [this]() -> Result<Names> {
        Names names;
        for (const auto& [name, key] : TRY(keys()))
            names.push_back(name);
        return names;
    });
}

} // namespace tf::secrets
