#include "app/workspace/kept_media.h"

#include "app/workspace/inbox.h"
#include "app/workspace/tray/reading.h"
#include "app/workspace/tray/small_picture.h"

#include <QThreadPool>
#include <QTimer>

#include <list>
#include <map>

namespace tf::workspace {

namespace {

constexpr std::size_t kMostKept = 256; // of some 60 KB each
constexpr int kMostTries = 4; // what was sent this moment may still be on its way into the store
constexpr std::chrono::milliseconds kAgain{500};

KeptMedium decoded(const SharedDecoder& shared, const std::string& content,
                   const CancelToken& cancel)
{
    KeptMedium medium;
    medium.state = KeptMedium::State::Broken;
    medium.bytes = std::ssize(content);
    const auto decoder = shared.get();
    const auto source = vision::Source::fromBytes(std::as_bytes(std::span(content)));
    if (!*decoder || !source)
        return medium;
    auto small = smallPictureOf(**decoder, *source, cancel);
    if (!small || !small->preview.rgb)
        return medium;
    medium.state = KeptMedium::State::Shown;
    medium.preview = std::move(small->preview);
    medium.width = small->size.width;
    medium.height = small->size.height;
    medium.tokens = small->tokens;
    medium.seconds = small->seconds;
    return medium;
}

} // namespace

class KeptMedia::Looking {
public:
    Looking(KeptMedia& face, session::Store& store)
        : m_face(face)
        , m_store(store)
        , m_decoder(lazyDecoder())
    {
        m_pool.setMaxThreadCount(1);
    }

    ~Looking()
    {
        m_cancel.cancel();
        m_pool.clear(); // its end waits for what is being decoded
    }

    KeptMedium look(const std::string& blob)
    {
        const auto known = m_known.find(blob);
        if (known != m_known.end())
            return known->second;
        m_known.emplace(blob, KeptMedium());
        m_order.push_back(blob);
        if (m_order.size() > kMostKept) {
            m_known.erase(m_order.front());
            m_order.pop_front();
        }
        read(blob, 1);
        return {};
    }

private:
    void read(const std::string& blob, int tries)
    {
        m_store.blob(blob, m_inbox.answer<std::string>([this, blob, tries](auto content) {
            if (content)
                return decode(blob, std::move(*content));
            if (tries < kMostTries)
                QTimer::singleShot(kAgain, &m_here, [this, blob, tries] { read(blob, tries + 1); });
            else
                take(blob, {KeptMedium::State::Missing, {}});
        }));
    }

    void decode(const std::string& blob, std::string content)
    {
        m_pool.start([this, blob, content = std::move(content), decoder = m_decoder,
                      cancel = m_cancel.token(), door = m_inbox.door()] {
            door([this, blob, medium = decoded(decoder, content, cancel)] { take(blob, medium); });
        });
    }

    void take(const std::string& blob, KeptMedium medium)
    {
        const auto known = m_known.find(blob);
        if (known == m_known.end())
            return;
        known->second = std::move(medium);
        Q_EMIT m_face.changed();
    }

    KeptMedia& m_face;
    session::Store& m_store;
    SharedDecoder m_decoder;
    CancelSource m_cancel;
    std::map<std::string, KeptMedium> m_known;
    std::list<std::string> m_order; ///< the oldest first
    QObject m_here;
    QThreadPool m_pool;
    Inbox m_inbox; // the last member: what it does uses all others
};

KeptMedia::KeptMedia(session::Store& store, QObject* parent)
    : QObject(parent)
    , m_looking(std::make_unique<Looking>(*this, store))
{
}

KeptMedia::~KeptMedia() = default;

KeptMedium KeptMedia::look(const std::string& blob)
{
    return m_looking->look(blob);
}

} // namespace tf::workspace
