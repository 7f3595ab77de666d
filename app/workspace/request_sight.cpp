#include "app/workspace/request_sight.h"

#include "app/endpoint/attempt.h"
#include "app/endpoint/local/prompt_look.h"
#include "app/endpoint/profile/opened_profile.h"
#include "app/wire/data_uri.h"
#include "app/workspace/engine_choice.h"
#include "app/workspace/said.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::workspace {

namespace {

using endpoint::PromptLook;

/// "2,301,442", the same in every language, as JSON is.
std::string grouped(std::int64_t number)
{
    std::string digits = words(number);
    for (auto at = std::ssize(digits) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

/// A medium that its length stands for.
struct Shortened {
    std::string shown;
    std::int64_t uriBytes = 0;
};

class Shortening {
public:
    void shorten(wire::ChatRequest& chat)
    {
        for (wire::Message& message : chat.messages) {
            for (wire::Part& part : message.parts)
                shorten(part);
        }
    }

    /// Of a body that was written of the shortened request, its media whole.
    [[nodiscard]] std::int64_t wholeBytes(const std::string& body) const
    {
        auto bytes = std::ssize(body);
        std::size_t from = 0;
        for (const Shortened& medium : m_media) {
            const auto at = body.find(medium.shown, from);
            if (at == std::string::npos)
                continue; // it is sent in another form
            from = at + medium.shown.size();
            bytes += medium.uriBytes - std::ssize(medium.shown);
        }
        return bytes;
    }

private:
    void shorten(wire::Part& part)
    {
        if (auto* image = std::get_if<wire::ImagePart>(&part))
            shorten(image->media);
        auto* video = std::get_if<wire::VideoPart>(&part);
        if (video == nullptr)
            return;
        shorten(video->media);
        for (wire::Frame& frame : video->frames)
            shorten(frame.picture);
    }

    void shorten(wire::Media& media)
    {
        if (!media.bytes)
            return;
        const auto numBytes = std::ssize(*media.bytes);
        media.url = words("<", grouped(numBytes), " bytes of ", media.type, ">");
        m_media.push_back(
            {media.url, std::ssize(wire::dataUri(media.type, {})) + (numBytes + 2) / 3 * 4});
        media.bytes = nullptr;
    }

    std::vector<Shortened> m_media;
};

bool hasMedia(const wire::ChatRequest& chat)
{
    const auto isMedium = [](const wire::Part& part) {
        return !std::holds_alternative<wire::TextPart>(part);
    };
    return std::any_of(chat.messages.begin(), chat.messages.end(), [&](const auto& message) {
        return std::any_of(message.parts.begin(), message.parts.end(), isMedium);
    });
}

/// A shell takes it as it stands.
std::string inShell(const std::string& text)
{
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out + "'";
}

class Sighting {
public:
    Sighting(SightOrder order, const draft::ReadBlob& read, const CancelToken& cancel)
        : m_order(std::move(order))
        , m_read(read)
        , m_cancel(cancel)
    {
    }

    Result<RequestSight> run() &&
    {
        auto composed = TRY(compose(std::move(m_order.compose), m_read, m_cancel));
        if (m_order.server)
            TRY(writeFor(*m_order.server, std::move(composed)));
        else
            TRY(readHere(composed.chat));
        return std::move(m_sight);
    }

private:
    Result<> writeFor(const endpoint::StoredProfile& stored, Composed composed)
    {
        const auto profile = TRY(endpoint::openProfile(stored, {}));
        wire::ChatRequest& chat = composed.chat;
        if (chat.model.empty())
            chat.model = profile.model;
        if (!hasWordFor(stored, composed.question.settings.thinking))
            chat.thinking.reset();
        countFor(chat);
        Shortening shortening;
        shortening.shorten(chat);
        auto written = TRY(wire::writeRequest(chat, profile.kind->dialect));
        m_sight.notes = std::move(written.notes);
        m_sight.text = std::move(written.body);
        m_sight.bytes = shortening.wholeBytes(m_sight.text);
        addWay(profile, stored.keyName.empty());
        return {};
    }

    /// By the language of the model here, which may be another one than the server's.
    void countFor(const wire::ChatRequest& chat)
    {
        if (!m_order.tokenizer)
            return;
        if (const auto look = lookAt(chat))
            m_sight.tokens = look->tokens;
    }

    Result<> readHere(const wire::ChatRequest& chat)
    {
        if (!m_order.tokenizer)
            return Error(Code::NotFound,
                         said(Said::tr("the model's tokenizer is not there, so that nobody knows "
                                       "what it would read")));
        auto look = TRY(lookAt(chat));
        m_sight.bytes = std::ssize(look.text);
        m_sight.text = std::move(look.text);
        m_sight.tokens = look.tokens;
        m_sight.quality = ingest::Quality::Exact;
        m_sight.notes = std::move(look.notes);
        return {};
    }

    Result<PromptLook> lookAt(const wire::ChatRequest& chat)
    {
        const vision::Decoder* decoder = nullptr;
        if (hasMedia(chat) && m_order.decoder.valid()) {
            const auto& started = *m_order.decoder.get();
            if (!started)
                return Error(started.error().code, started.error().text);
            decoder = &*started;
        }
        return endpoint::lookAtPrompt(chat, *m_order.tokenizer, decoder, text::Steering::Faithful,
                                      m_cancel);
    }

    void addWay(const endpoint::Profile& profile, bool isKeyless)
    {
        const auto url =
            endpoint::addressBelow(profile.baseUrl, QStringLiteral("chat/completions"));
        m_sight.address = url.toString(QUrl::FullyEncoded).toStdString();
        const auto request = endpoint::requestFor(url, {}, m_sight.bytes);
        for (const QByteArray& name : request.rawHeaderList())
            m_sight.headers.push_back({name.toStdString(), request.rawHeader(name).toStdString()});
        for (const endpoint::Header& header : profile.connection.headers)
            m_sight.headers.push_back({header.name.toStdString(), "***"});
        std::string& curl = m_sight.curl;
        curl = words("curl ", inShell(m_sight.address));
        for (const SightHeader& header : m_sight.headers) {
            if (header.name != "Content-Length") // curl counts itself
                curl += words(" \\\n  -H ", inShell(words(header.name, ": ", header.value)));
        }
        if (!isKeyless)
            curl += " \\\n  -H \"Authorization: Bearer $API_KEY\"";
        curl += words(" \\\n  --data-binary ", inShell(m_sight.text), "\n");
    }

    SightOrder m_order;
    const draft::ReadBlob& m_read;
    const CancelToken& m_cancel;
    RequestSight m_sight;
};

} // namespace

Result<RequestSight> sightOf(SightOrder order, const draft::ReadBlob& read,
                             const CancelToken& cancel)
{
    return Sighting(std::move(order), read, cancel).run();
}

} // namespace tf::workspace
