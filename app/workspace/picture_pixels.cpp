#include "app/workspace/picture_pixels.h"

#include "app/workspace/inbox.h"
#include "app/workspace/said.h"
#include "app/workspace/tray/reading.h"
#include "kernels/base/words.h"
#include "vision/picture/resampler.h"

#include <QThreadPool>

#include <algorithm>
#include <cstring>
#include <list>
#include <map>

namespace tf::workspace {

namespace {

using Levels = std::vector<vision::Picture>;
using vision::Picture;
using vision::Size;

constexpr std::int64_t kSmallestLevel = 600'000; ///< pixels
constexpr int kDecoders = 2;

/// What a decoding gives, beside the main thread.
using Decoding =
    std::function<Result<Picture>(const vision::Decoder& decoder, const CancelToken& cancel)>;

Result<Picture> decoded(const vision::Decoder& decoder, const vision::Source& source,
                        const CancelToken& cancel)
{
    const auto facts = TRY(decoder.probe(source, cancel));
    if (!std::holds_alternative<vision::PictureFacts>(facts))
        return Error(Code::BadInput, said(Said::tr("it is no picture any more")));
    return TRY(decoder.picture(source, {{vision::SizeRule::Native, 0}}, cancel)).picture;
}

Result<Picture> decoded(const vision::Decoder& decoder, const std::string& bytes,
                        const CancelToken& cancel)
{
    const auto source = TRY(vision::Source::fromBytes(std::as_bytes(std::span<const char>(bytes))));
    return decoded(decoder, source, cancel);
}

/// What is sent, put together as it is seen.
Result<Picture> assembled(const vision::Decoder& decoder, const std::vector<SeenPart>& parts,
                          const CancelToken& cancel)
{
    Picture whole;
    for (const SeenPart& part : parts) {
        whole.size.width = std::max(whole.size.width, part.at.x + part.seen.width);
        whole.size.height = std::max(whole.size.height, part.at.y + part.seen.height);
    }
    whole.rgb.assign(static_cast<std::size_t>(whole.size.area() * 3), 255);
    for (const SeenPart& part : parts) {
        auto picture = TRY(decoded(decoder, *part.sent, cancel));
        if (!(picture.size == part.seen))
            picture = TRY(vision::resampled(picture.view(), part.seen));
        for (std::int32_t y = 0; y < picture.size.height; ++y)
            std::memcpy(whole.rgb.data()
                            + (std::int64_t{part.at.y + y} * whole.size.width + part.at.x) * 3,
                        picture.view().row(y), static_cast<std::size_t>(picture.size.width) * 3);
    }
    return whole;
}

Result<std::shared_ptr<const Levels>> leveled(Picture picture, const CancelToken& cancel)
{
    auto levels = std::make_shared<Levels>();
    levels->push_back(std::move(picture));
    while (levels->back().size.area() > 2 * kSmallestLevel) {
        TRY(cancel.check());
        const Size size = levels->back().size;
        const Size half{std::max(size.width / 2, 1), std::max(size.height / 2, 1)};
        levels->push_back(TRY(vision::resampled(levels->back().view(), half)));
    }
    return std::shared_ptr<const Levels>(std::move(levels));
}

std::int64_t bytesOf(const LookedAt& look)
{
    std::int64_t bytes = 0;
    for (const Picture& level : look.levels ? *look.levels : Levels())
        bytes += std::ssize(level.rgb);
    return bytes;
}

std::string keyOf(const PictureOrigin& origin)
{
    if (!origin.blob.empty())
        return words("blob ", origin.blob);
    if (origin.bytes)
        return words("bytes ", reinterpret_cast<std::uintptr_t>(origin.bytes.get()));
    return words("file ", origin.version, " ", origin.place);
}

std::string keyOf(const PictureLook& look)
{
    std::string key = "seen";
    for (const SeenPart& part : look.parts)
        key += words(" ", reinterpret_cast<std::uintptr_t>(part.sent.get()), " ", part.seen.width,
                     "x", part.seen.height);
    return key;
}

} // namespace

class PicturePixels::Pixels {
public:
    Pixels(PicturePixels& face, session::Store* store, std::int64_t mostBytes)
        : m_face(face)
        , m_store(store)
        , m_mostBytes(mostBytes)
        , m_decoder(lazyDecoder())
    {
        m_pool.setMaxThreadCount(kDecoders);
    }

    ~Pixels()
    {
        stop();
        m_pool.clear(); // its end waits for what is being decoded
    }

    LookedAt original(const PictureOrigin& origin)
    {
        const std::string key = keyOf(origin);
        if (const LookedAt* known = find(key))
            return *known;
        // Bytes stay where they are as long as they are known by their place.
        begin(key, origin.bytes);
        if (!origin.blob.empty())
            fetch(key, origin.blob);
        else if (origin.bytes)
            decode(key, [bytes = origin.bytes](const auto& decoder, const auto& cancel) {
                return decoded(decoder, *bytes, cancel);
            });
        else
            decode(
                key,
                [place = origin.place](const auto& decoder, const auto& cancel) -> Result<Picture> {
                    return decoded(decoder, TRY(vision::Source::open(place)), cancel);
                });
        return {};
    }

    LookedAt seen(const PictureLook& look)
    {
        const std::string key = keyOf(look);
        if (const LookedAt* known = find(key))
            return *known;
        begin(key, std::make_shared<const std::vector<SeenPart>>(look.parts));
        decode(key, [parts = look.parts](const auto& decoder, const auto& cancel) {
            return assembled(decoder, parts, cancel);
        });
        return {};
    }

    void stop()
    {
        m_stop.cancel();
        m_stop = CancelSource();
        forget([](const LookedAt& look) { return look.state == LookedAt::State::Reading; });
    }

    void tryAgain()
    {
        forget([](const LookedAt& look) { return look.state == LookedAt::State::Failed; });
    }

    [[nodiscard]] std::int64_t bytesKept() const
    {
        std::int64_t bytes = 0;
        for (const Known& known : m_known)
            bytes += bytesOf(known.look);
        return bytes;
    }

private:
    struct Known {
        std::string key;
        LookedAt look;
        std::shared_ptr<const void> held; ///< by whose place it is known
    };

    const LookedAt* find(const std::string& key)
    {
        const auto known = std::find_if(m_known.begin(), m_known.end(),
                                        [&key](const Known& one) { return one.key == key; });
        if (known == m_known.end())
            return nullptr;
        m_known.splice(m_known.begin(), m_known, known);
        return &m_known.front().look;
    }

    void begin(const std::string& key, std::shared_ptr<const void> held)
    {
        m_known.push_front({key, {}, std::move(held)});
    }

    template <class Which>
    void forget(const Which& which)
    {
        m_known.remove_if([&which](const Known& known) { return which(known.look); });
    }

    void fetch(const std::string& key, const std::string& blob)
    {
        if (m_store == nullptr)
            return m_inbox.post([this, key] {
                take(key, Error(Code::NotFound, said(Said::tr("it was not kept"))));
            });
        m_store->blob(blob, m_inbox.answer<std::string>([this, key](auto content) {
            if (!content && content.error().code == Code::NotFound)
                return take(key, Error(Code::NotFound, said(Said::tr("it was not kept"))));
            if (!content)
                return take(key, std::move(content).error());
            auto bytes = std::make_shared<const std::string>(std::move(*content));
            decode(key, [bytes](const auto& decoder, const auto& cancel) {
                return decoded(decoder, *bytes, cancel);
            });
        }));
    }

    void decode(const std::string& key, Decoding decoding)
    {
        m_pool.start([this, key, decoding = std::move(decoding), shared = m_decoder,
                      cancel = m_stop.token(), door = m_inbox.door()] {
            auto levels = std::make_shared<Result<std::shared_ptr<const Levels>>>(
                levelsOf(shared, decoding, cancel));
            if (!cancel.cancelled())
                door([this, key, levels] { take(key, std::move(*levels)); });
        });
    }

    static Result<std::shared_ptr<const Levels>>
    levelsOf(const SharedDecoder& shared, const Decoding& decoding, const CancelToken& cancel)
    {
        TRY(cancel.check());
        const auto decoder = shared.get();
        if (!*decoder)
            return Error(decoder->error().code, decoder->error().text);
        return leveled(TRY(decoding(**decoder, cancel)), cancel);
    }

    void take(const std::string& key, Result<std::shared_ptr<const Levels>> levels)
    {
        const auto known = std::find_if(m_known.begin(), m_known.end(),
                                        [&key](const Known& one) { return one.key == key; });
        if (known == m_known.end())
            return;
        known->look.state = levels ? LookedAt::State::Shown : LookedAt::State::Failed;
        if (levels)
            known->look.levels = std::move(*levels);
        else
            known->look.problem = levels.error().text;
        dropOldest();
        Q_EMIT m_face.changed();
    }

    /// What is shown now, a picture and how it is seen, stays whatever it takes.
    void dropOldest()
    {
        constexpr std::size_t kShown = 2;
        while (m_known.size() > kShown && bytesKept() > m_mostBytes)
            m_known.pop_back();
    }

    PicturePixels& m_face;
    session::Store* m_store;
    std::int64_t m_mostBytes;
    SharedDecoder m_decoder;
    CancelSource m_stop;
    std::list<Known> m_known; ///< what was asked for last first
    QThreadPool m_pool;
    Inbox m_inbox; // the last member: what it does uses all others
};

PicturePixels::PicturePixels(session::Store* store, std::int64_t mostBytes, QObject* parent)
    : QObject(parent)
    , m_pixels(std::make_unique<Pixels>(*this, store, mostBytes))
{
}

PicturePixels::~PicturePixels() = default;

LookedAt PicturePixels::original(const PictureOrigin& origin)
{
    return m_pixels->original(origin);
}

LookedAt PicturePixels::seen(const PictureLook& look)
{
    return m_pixels->seen(look);
}

void PicturePixels::leave()
{
    m_pixels->stop();
}

void PicturePixels::tryAgain()
{
    m_pixels->tryAgain();
}

std::int64_t PicturePixels::bytesKept() const
{
    return m_pixels->bytesKept();
}

} // namespace tf::workspace
