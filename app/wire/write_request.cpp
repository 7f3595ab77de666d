#include "app/wire/chat_request.h"
#include "app/wire/data_uri.h"
#include "app/wire/fields.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace tf::wire {

namespace {

using json::Value;

constexpr std::array<std::string_view, 5> kRoles{"system", "developer", "user", "assistant",
                                                 "tool"};
constexpr std::array<std::string_view, 4> kDetails{"", "low", "default", "high"};

void put(Value& object, std::string_view name, Value value)
{
    object.members.emplace_back(name, std::move(value));
}

Value textPart(std::string text)
{
    Value part = Value::object();
    put(part, "type", Value::string("text"));
    put(part, "text", Value::string(std::move(text)));
    return part;
}

Value addressOf(const Media& media)
{
    return Value::string(media.bytes ? dataUri(media.type, *media.bytes) : media.url);
}

/// "[1m5.00s]", as M3 was taught to read the times of frames.
std::string timeLabel(double seconds)
{
    char label[64];
    const auto minutes = static_cast<long long>(seconds / 60);
    std::snprintf(label, sizeof label, "[%lldm%.2fs]", minutes,
                  seconds - 60.0 * static_cast<double>(minutes));
    return label;
}

class Writer {
public:
    Writer(const ChatRequest& request, const Dialect& dialect)
        : m_request(request)
        , m_dialect(dialect)
    {
    }

    Result<WrittenRequest> write()
    {
        put(m_body, "model", Value::string(m_request.model));
        Value messages = Value::array();
        for (const Message& message : m_request.messages)
            messages.items.push_back(TRY(messageValue(message)));
        put(m_body, "messages", std::move(messages));
        addTools();
        TRY(addThinking());
        addSampling();
        addMediaKwargs();
        if (m_request.delivery == Delivery::Streamed) {
            Value options = Value::object();
            put(options, "include_usage", Value::boolean(true));
            put(m_body, "stream", Value::boolean(true));
            put(m_body, "stream_options", std::move(options));
        }
        return WrittenRequest{json::write(m_body), std::move(m_notes)};
    }

private:
    void note(std::string words)
    {
        if (std::find(m_notes.begin(), m_notes.end(), words) == m_notes.end())
            m_notes.push_back(std::move(words));
    }

    Result<Value> messageValue(const Message& message)
    {
        Value out = Value::object();
        put(out, "role", Value::string(std::string(kRoles.at(std::size_t(message.role)))));
        put(out, "content", TRY(contentValue(message)));
        addEcho(out, message);
        if (!message.calls.empty())
            put(out, "tool_calls", callsValue(message.calls));
        if (message.role == Role::Tool)
            put(out, "tool_call_id", Value::string(message.callId));
        return out;
    }

    Result<Value> contentValue(const Message& message)
    {
        const std::string prefix = thinkPrefix(message);
        const bool isText =
            message.parts.size() == 1 && std::holds_alternative<TextPart>(message.parts.front());
        if (message.parts.empty() || isText)
            return Value::string(prefix
                                 + (isText ? std::get<TextPart>(message.parts.front()).text : ""));
        Value list = Value::array();
        if (!prefix.empty())
            list.items.push_back(textPart(prefix));
        for (const Part& part : message.parts)
            TRY(addPart(list, part));
        return list;
    }

    Result<> addPart(Value& list, const Part& part)
    {
        if (const auto* text = std::get_if<TextPart>(&part)) {
            list.items.push_back(textPart(text->text));
            return {};
        }
        if (const auto* image = std::get_if<ImagePart>(&part)) {
            list.items.push_back(imageValue(*image));
            return {};
        }
        return addVideo(list, std::get<VideoPart>(part));
    }

    void addSizes(Value& object, Detail detail, std::optional<std::int64_t> maxLongSide)
    {
        if (detail != Detail::Unnamed)
            put(object, "detail", Value::string(std::string(kDetails.at(std::size_t(detail)))));
        if (maxLongSide)
            put(object, "max_long_side_pixel", jsonNumber(*maxLongSide));
    }

    Value imageValue(const ImagePart& image)
    {
        Value url = Value::object();
        put(url, "url", addressOf(image.media));
        if (m_dialect.imageDetail == Honours::Yes)
            addSizes(url, image.detail, image.maxLongSide);
        else
            rememberSizes(image.detail, image.maxLongSide);
        Value part = Value::object();
        put(part, "type", Value::string("image_url"));
        put(part, "image_url", std::move(url));
        return part;
    }

    Result<> addVideo(Value& list, const VideoPart& video)
    {
        const bool hasClip = video.media.bytes || !video.media.url.empty();
        if (m_dialect.video == VideoForm::None || !hasClip)
            return addFrames(list, video);
        Value url = Value::object();
        put(url, "url", addressOf(video.media));
        if (m_dialect.video == VideoForm::InsideUrl) {
            if (video.fps)
                put(url, "fps", jsonNumber(*video.fps));
            addSizes(url, video.detail, video.maxLongSide);
        } else {
            rememberSizes(video.detail, video.maxLongSide);
            rememberFps(video.fps);
        }
        Value part = Value::object();
        put(part, "type", Value::string("video_url"));
        put(part, "video_url", std::move(url));
        list.items.push_back(std::move(part));
        return {};
    }

    Result<> addFrames(Value& list, const VideoPart& video)
    {
        if (video.frames.empty())
            return Error{Code::Unsupported, "this server takes no video, and there are no frames"};
        note("the video is sent as pictures with their times");
        list.items.push_back(textPart("Video:"));
        const Frame* before = nullptr;
        for (const Frame& frame : video.frames) {
            // Twice in a row: it has a pair of its own where frames go in pairs.
            if (before != nullptr && *before == frame)
                continue;
            before = &frame;
            list.items.push_back(textPart(timeLabel(frame.seconds)));
            list.items.push_back(imageValue({frame.picture, video.detail, video.maxLongSide}));
        }
        return {};
    }

    void rememberSizes(Detail detail, std::optional<std::int64_t> maxLongSide)
    {
        if (detail != Detail::Unnamed)
            note("this server has no detail levels: the picture's own size decides");
        if (maxLongSide && m_dialect.video == VideoForm::Kwargs)
            m_maxLongSide = std::max(m_maxLongSide.value_or(0), *maxLongSide);
        else if (maxLongSide)
            note("this server does not take a largest side");
    }

    void rememberFps(std::optional<double> fps)
    {
        if (fps && m_dialect.video == VideoForm::Kwargs)
            m_fps = std::max(m_fps.value_or(0), *fps);
        else if (fps)
            note("this server chooses its own frames per second");
    }

    /// One setting for all media of the request: the finest that one of them asks for.
    void addMediaKwargs()
    {
        if (m_fps) {
            Value video = Value::object();
            put(video, "fps", jsonNumber(*m_fps));
            Value kwargs = Value::object();
            put(kwargs, "video", std::move(video));
            put(m_body, "media_io_kwargs", std::move(kwargs));
        }
        if (m_maxLongSide) {
            Value kwargs = Value::object();
            put(kwargs, "max_long_side_pixel", jsonNumber(*m_maxLongSide));
            put(m_body, "mm_processor_kwargs", std::move(kwargs));
        }
    }

    [[nodiscard]] std::string thinkPrefix(const Message& message) const
    {
        const bool inText = m_dialect.echo == ReasoningEcho::ThinkTags
            || (m_dialect.echo == ReasoningEcho::Details && message.reasoningDetails.isNull());
        if (!inText || message.reasoning.empty())
            return {};
        return words("<think>\n", message.reasoning, "\n</think>\n\n");
    }

    void addEcho(Value& out, const Message& message) const
    {
        const bool hasDetails = !message.reasoningDetails.isNull();
        if (m_dialect.echo == ReasoningEcho::Details && hasDetails)
            put(out, "reasoning_details", message.reasoningDetails);
        if (message.reasoning.empty())
            return;
        if (m_dialect.echo == ReasoningEcho::ReasoningContent)
            put(out, "reasoning_content", Value::string(message.reasoning));
        if (m_dialect.echo == ReasoningEcho::Reasoning)
            put(out, "reasoning", Value::string(message.reasoning));
    }

    static Value callsValue(const std::vector<ToolCall>& calls)
    {
        Value list = Value::array();
        for (const ToolCall& call : calls) {
            Value function = Value::object();
            put(function, "name", Value::string(call.name));
            put(function, "arguments", Value::string(call.arguments));
            Value value = Value::object();
            put(value, "id", Value::string(call.id));
            put(value, "type", Value::string("function"));
            put(value, "function", std::move(function));
            list.items.push_back(std::move(value));
        }
        return list;
    }

    void addTools()
    {
        if (m_request.tools.empty())
            return;
        Value list = Value::array();
        for (const Tool& tool : m_request.tools) {
            Value value = Value::object();
            put(value, "type", Value::string("function"));
            put(value, "function", tool.function);
            list.items.push_back(std::move(value));
        }
        put(m_body, "tools", std::move(list));
    }

    Result<> addThinking()
    {
        if (m_dialect.reasoningSplit == Honours::Yes)
            put(m_body, "reasoning_split", Value::boolean(true));
        if (!m_request.thinking)
            return {};
        const ThinkingWord& word = m_dialect.word(*m_request.thinking);
        if (word.wire.empty())
            return Error{Code::Unsupported, std::string(word.note)};
        if (!word.note.empty())
            note(std::string(word.note));
        const auto inside = [&](std::string_view outer, std::string_view name, Value value) {
            Value object = Value::object();
            put(object, name, std::move(value));
            put(m_body, outer, std::move(object));
        };
        switch (m_dialect.thinkingField) {
        case ThinkingField::None:
            break;
        case ThinkingField::TemplateMode:
            inside("chat_template_kwargs", "thinking_mode", Value::string(std::string(word.wire)));
            break;
        case ThinkingField::ThinkingType:
            inside("thinking", "type", Value::string(std::string(word.wire)));
            break;
        case ThinkingField::ReasoningEnabled:
            inside("reasoning", "enabled", Value::boolean(word.wire == "true"));
            break;
        case ThinkingField::Effort:
            put(m_body, "reasoning_effort", Value::string(std::string(word.wire)));
            break;
        }
        return {};
    }

    void addSampling()
    {
        const Sampling& sampling = m_request.sampling;
        if (sampling.maxTokens)
            put(m_body, m_dialect.maxTokens, jsonNumber(*sampling.maxTokens));
        if (sampling.temperature)
            put(m_body, "temperature", jsonNumber(*sampling.temperature));
        if (sampling.topP)
            put(m_body, "top_p", jsonNumber(*sampling.topP));
        if (sampling.topK && m_dialect.topK == Honours::Yes)
            put(m_body, "top_k", jsonNumber(*sampling.topK));
        else if (sampling.topK)
            note("this server does not take top_k");
        const bool wantsStops = sampling.seed || !sampling.stops.empty();
        if (wantsStops && m_dialect.stopsAndSeed == Honours::No)
            note("this server takes neither stop texts nor a seed");
        if (m_dialect.stopsAndSeed == Honours::No)
            return;
        if (sampling.seed)
            put(m_body, "seed", jsonNumber(*sampling.seed));
        if (sampling.stops.empty())
            return;
        Value stops = Value::array();
        for (const std::string& stop : sampling.stops)
            stops.items.push_back(Value::string(stop));
        put(m_body, "stop", std::move(stops));
    }

    const ChatRequest& m_request;
    const Dialect& m_dialect;
    Value m_body = Value::object();
    std::vector<std::string> m_notes;
    std::optional<std::int64_t> m_maxLongSide;
    std::optional<double> m_fps;
};

} // namespace

Result<WrittenRequest> writeRequest(const ChatRequest& request, const Dialect& dialect)
{
    return Writer(request, dialect).write();
}

Dialect ownDialect()
{
    return {.thinkingField = ThinkingField::TemplateMode,
            .thinkingWords = {{{"disabled", {}}, {"adaptive", {}}, {"enabled", {}}}},
            .echo = ReasoningEcho::ReasoningContent,
            .video = VideoForm::InsideUrl,
            .imageDetail = Honours::Yes,
            .topK = Honours::Yes};
}

} // namespace tf::wire
