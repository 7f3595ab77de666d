#include "app/workspace/store_watch.h"

#include <QThreadPool>

#include <unistd.h>

namespace tf::workspace {

namespace {

/// Less than this, and a disk that refuses is called full.
constexpr std::int64_t kLittleRoom = 1 << 20;

/// Thread: any. Blocks: on the disk.
StoreTrouble lookedAt(const std::filesystem::path& folder, const Error& error)
{
    StoreTrouble trouble;
    trouble.folder = folder.native();
    trouble.details = error.text;
    std::error_code fault;
    const auto space = std::filesystem::space(folder, fault);
    if (!fault)
        trouble.freeBytes = static_cast<std::int64_t>(space.available);
    const bool hasNoRoom = trouble.freeBytes >= 0 && trouble.freeBytes < kLittleRoom;
    // A disk that was mounted to read fails in many ways.
    const bool isReadOnly = ::access(folder.c_str(), W_OK) != 0;
    if (error.code == Code::Denied || isReadOnly)
        trouble.refusal = StoreRefusal::Denied;
    else if (hasNoRoom || error.text.find("full") != std::string::npos)
        trouble.refusal = StoreRefusal::Full;
    return trouble;
}

} // namespace

bool isOfTheStore(const Error& error)
{
    return error.code != Code::NotFound && error.code != Code::BadInput
        && error.code != Code::Internal;
}

StoreWatch::StoreWatch(std::filesystem::path folder)
    : m_folder(std::move(folder))
{
}

void StoreWatch::follow(Conversation& talk)
{
    const session::SessionId id = talk.session().id;
    connect(&talk, &Conversation::troubled, this, [this, id, &talk](const Trouble& trouble) {
        // What streams is told by the store itself, and nothing waits for it here.
        if (trouble.of != Trouble::Of::Keeping || talk.isKept() || !isOfTheStore(trouble.error))
            return;
        m_refused.insert(id);
        look(trouble.error);
    });
    const auto forget = [this, id] {
        if (m_refused.erase(id) > 0)
            settle();
    };
    connect(&talk, &Conversation::kept, this, forget);
    connect(&talk, &QObject::destroyed, this, forget);
}

void StoreWatch::noteStream(const Error& error)
{
    m_isStreamRefused = true;
    look(error);
}

void StoreWatch::noteStreamKept()
{
    m_isStreamRefused = false;
    settle();
}

/// A disk that refuses may be slow to say how much room it has.
void StoreWatch::look(const Error& error)
{
    if (m_trouble || std::exchange(m_isLooking, true))
        return;
    QThreadPool::globalInstance()->start([this, error, folder = m_folder, door = m_inbox.door()] {
        door([this, trouble = lookedAt(folder, error)] {
            m_isLooking = false;
            if (!m_isStreamRefused && m_refused.empty())
                return;
            m_trouble = trouble;
            Q_EMIT troubled(trouble);
        });
    });
}

void StoreWatch::settle()
{
    if (m_isStreamRefused || !m_refused.empty() || !m_trouble)
        return;
    m_trouble.reset();
    Q_EMIT mended();
}

} // namespace tf::workspace
