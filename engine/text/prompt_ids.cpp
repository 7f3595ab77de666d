#include "engine/text/prompt_ids.h"

namespace tf::text {

namespace {

class PromptEncoding {
public:
    PromptEncoding(Encoder& encoder, const Tokenizer& tokenizer)
        : m_encoder(encoder)
        , m_tokenizer(tokenizer)
    {
    }

    void addContent(std::string_view text) { m_ordinary += text; }

    Result<> addTrusted(std::string_view text)
    {
        std::size_t at = 0;
        while (const auto match = m_tokenizer.findControlToken(text, at)) {
            m_ordinary += text.substr(at, match->begin - at);
            TRY(flush());
            m_ids.push_back(match->id);
            at = match->end;
        }
        m_ordinary += text.substr(at);
        return {};
    }

    Result<> addMedium(std::string_view text)
    {
        TRY(flush());
        return addTrusted(text);
    }

    Result<std::vector<TokenId>> finish()
    {
        TRY(flush());
        return std::move(m_ids);
    }

private:
    Result<> flush()
    {
        const auto ids = TRY(m_encoder.encode(m_ordinary, ControlTokens::AsText));
        m_ids.insert(m_ids.end(), ids.begin(), ids.end());
        m_ordinary.clear();
        return {};
    }

    Encoder& m_encoder;
    const Tokenizer& m_tokenizer;
    std::string m_ordinary; // since the last control token
    std::vector<TokenId> m_ids;
};

} // namespace

Result<std::vector<TokenId>> promptIds(Encoder& encoder, const Tokenizer& tokenizer,
                                       std::span<const Segment> segments)
{
    PromptEncoding encoding(encoder, tokenizer);
    for (const Segment& segment : segments) {
        switch (segment.kind) {
        case SegmentKind::Content:
            encoding.addContent(segment.text);
            break;
        case SegmentKind::Template:
            TRY(encoding.addTrusted(segment.text));
            break;
        case SegmentKind::Image:
        case SegmentKind::Video:
            TRY(encoding.addMedium(segment.text));
            break;
        }
    }
    return encoding.finish();
}

} // namespace tf::text
