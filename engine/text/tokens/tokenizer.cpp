#include "engine/text/tokens/tokenizer.h"

#include "engine/json/tokenizer_file.h"
#include "engine/text/tokens/encoder.h"
#include "engine/text/tokens/image_builder.h"
#include "engine/text/tokens/image_cache.h"
#include "kernels/base/log.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::text {

namespace {

constexpr LogCategory kTokenizerLog{"text"};

Result<TokenizerImage> imageOf(std::string_view tokenizerJson)
{
    return buildImage(TRY(json::readTokenizerFile(tokenizerJson)), markOf(tokenizerJson));
}

Result<TokenizerImage> loadImage(const std::filesystem::path& path, CacheFile cache)
{
    const auto file = TRY(MappedFile::open(path));
    if (file.size() > json::kMaxTokenizerFileBytes)
        return Error(Code::BadInput,
                     words("it has ", file.size(), " bytes; at most ", json::kMaxTokenizerFileBytes,
                           " are read"));
    const auto bytes = TRY(file.bytes(0, file.size()));
    const std::string_view source(reinterpret_cast<const char*>(bytes.data()), bytes.size());

    if (cache == CacheFile::Beside) {
        auto cached = openCache(cachePath(path), markOf(source));
        TRY(file.intact());
        if (cached)
            return cached;
        debug(kTokenizerLog, "no use of the tokenizer cache: ", cached.error().describe());
    }
    auto image = imageOf(source);
    TRY(file.intact());
    if (image && cache == CacheFile::Beside) {
        if (const auto written = writeCache(cachePath(path), *image); !written)
            debug(kTokenizerLog, "no tokenizer cache: ", written.error().describe());
    }
    return image;
}

} // namespace

Tokenizer::Tokenizer(TokenizerImage image)
    : m_image(std::make_unique<const TokenizerImage>(std::move(image)))
    , m_table(std::make_unique<const CharTable>())
{
}

Result<Tokenizer> Tokenizer::load(const std::filesystem::path& path, CacheFile cache)
{
    const auto reading = words("reading tokenizer ", path.native());
    return over(TRY(loadImage(path, cache).because(reading))).because(reading);
}

Result<Tokenizer> Tokenizer::parse(std::string_view tokenizerJson)
{
    return over(TRY(imageOf(tokenizerJson)));
}

Result<Tokenizer> Tokenizer::over(TokenizerImage image)
{
    Tokenizer tokenizer(std::move(image));
    const auto& opened = *tokenizer.m_image;
    tokenizer.m_pretokenizer = TRY(Pretokenizer::make(opened.pattern(), *tokenizer.m_table));
    if (opened.header().normalizes != 0)
        tokenizer.m_normalizer = TRY(Normalizer::make(*tokenizer.m_table));
    TRY(tokenizer.sortAdded());
    return tokenizer;
}

Result<> Tokenizer::sortAdded()
{
    std::vector<AddedTokens::Entry> before;
    std::vector<AddedTokens::Entry> after;
    for (const AddedEntry& entry : m_image->added()) {
        const std::string text(m_image->tokenBytes(entry.id));
        if ((entry.flags & kAddedNormalized) == 0 || !m_normalizer) {
            before.push_back({text, entry.id});
        } else {
            const std::string normalized(TRY(m_normalizer->normalize(text)));
            after.push_back({normalized, entry.id});
        }
    }
    m_beforeNormalizing = AddedTokens(std::move(before));
    m_afterNormalizing = AddedTokens(std::move(after));
    return {};
}

Result<std::vector<TokenId>> Tokenizer::encode(std::string_view text, ControlTokens controls) const
{
    Encoder encoder(*this);
    const auto ids = TRY(encoder.encode(text, controls));
    return std::vector<TokenId>(ids.begin(), ids.end());
}

Result<std::string> Tokenizer::decode(std::span<const TokenId> ids) const
{
    std::string text;
    for (std::size_t idx = 0; idx < ids.size(); ++idx)
        text += TRY(tokenBytes(ids[idx]).because(words("decoding id number ", idx)));
    return text;
}

Result<std::string_view> Tokenizer::tokenBytes(TokenId id) const
{
    const auto bytes = id < numIds() ? m_image->tokenBytes(id) : std::string_view();
    if (bytes.empty())
        return Error(Code::BadInput, words("no token has the id ", id));
    return bytes;
}

std::optional<TokenId> Tokenizer::controlToken(std::string_view text) const
{
    const auto before = m_beforeNormalizing.idOf(text);
    return before ? before : m_afterNormalizing.idOf(text);
}

bool Tokenizer::isControlToken(TokenId id) const
{
    const auto added = m_image->added();
    return std::any_of(added.begin(), added.end(),
                       [id](const AddedEntry& entry) { return entry.id == id; });
}

std::optional<AddedTokens::Match> Tokenizer::findControlToken(std::string_view text,
                                                              std::size_t from) const
{
    const auto before = m_beforeNormalizing.find(text, from);
    const auto after = m_afterNormalizing.find(text, from);
    if (!before || !after)
        return before ? before : after;
    return after->begin < before->begin ? after : before;
}

} // namespace tf::text
