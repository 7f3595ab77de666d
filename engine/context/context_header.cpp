#include "engine/context/context_header.h"

#include "kernels/base/checked.h"
#include "kernels/base/words.h"

#include <bit>
#include <cstring>
#include <limits>
#include <utility>

#define XXH_INLINE_ALL // NOLINT(*-macro-usage): how this header is told to need no library
#include <xxhash.h>

namespace tf::engine {

namespace {

static_assert(std::endian::native == std::endian::little, "numbers are copied as they lie");

// The line ends and the end-of-file sign are damaged by whoever treats it as text.
constexpr char kMagic[8] = {'T', 'F', 'C', 'T', 'X', '\r', '\n', '\x1a'};
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kAlignment = 64;
constexpr std::uint32_t kMaxNameBytes = 4096;

/// Begins every file; the strings, tokens, media and page hashes follow in this order.
struct Fixed {
    char magic[8];
    std::uint32_t version;
    std::uint32_t byteOrder;
    std::uint64_t hash; // of everything from the next field to the first page
    std::uint64_t numHeadBytes;
    std::int64_t pageBytes;
    std::int64_t numTokens;
    std::int64_t numMedia;
    std::int32_t block;
    std::int32_t numRanks;
    std::uint32_t numModelBytes;
    std::uint32_t numLayoutBytes;
    std::uint32_t numTypesBytes;
    std::uint32_t zero;
};
static_assert(sizeof(Fixed) == 80 && sizeof(MediaSpan) == 32, "the file's own layout");

constexpr std::size_t kHashedFrom = offsetof(Fixed, numHeadBytes);

Error corrupt(std::string_view what)
{
    return {Code::Corrupt, words("saved context: ", what)};
}

/// A count of at most what the file could hold, so that sums of a few cannot overflow.
Result<std::uint64_t> sane(std::int64_t count)
{
    if (count < 0 || count > std::numeric_limits<std::int64_t>::max() / 256)
        return Error(Code::BadInput, words("a count of ", count));
    return static_cast<std::uint64_t>(count);
}

Result<ContextLayout> layoutFor(const Fixed& fixed)
{
    if (fixed.block < 1 || fixed.numRanks < 1 || fixed.pageBytes < 1 || fixed.numTokens < 1)
        return Error(Code::BadInput, "a context without tokens, pages, blocks or ranks");
    const auto block = static_cast<std::uint64_t>(fixed.block);
    const auto numTokens = TRY(sane(fixed.numTokens));
    const auto numPages = (numTokens + block - 1) / block;
    ContextLayout layout;
    layout.pageHashes = sizeof(Fixed) + std::uint64_t(fixed.numModelBytes) + fixed.numLayoutBytes
        + fixed.numTypesBytes + numTokens * sizeof(std::int32_t)
        + TRY(sane(fixed.numMedia)) * sizeof(MediaSpan);
    const auto end = layout.pageHashes + numPages * sizeof(std::uint64_t);
    layout.numHeadBytes = (end + kAlignment - 1) / kAlignment * kAlignment;
    const auto pages = TRY(checkedMul(numPages, TRY(sane(fixed.pageBytes))));
    layout.numFileBytes = TRY(checkedAdd(layout.numHeadBytes, pages));
    return layout;
}

Fixed fixedOf(const ContextHeader& header)
{
    Fixed fixed = {};
    std::memcpy(fixed.magic, kMagic, sizeof kMagic);
    fixed.version = kContextVersion;
    fixed.byteOrder = kByteOrder;
    fixed.block = header.block;
    fixed.pageBytes = header.pageBytes;
    fixed.numTokens = header.text.size();
    fixed.numMedia = std::ssize(header.text.media);
    fixed.numRanks = header.owner.numRanks;
    fixed.numModelBytes = static_cast<std::uint32_t>(header.owner.model.size());
    fixed.numLayoutBytes = static_cast<std::uint32_t>(header.owner.layout.size());
    fixed.numTypesBytes = static_cast<std::uint32_t>(header.owner.types.size());
    return fixed;
}

/// Copies what follows one another. Requires: enough room, which the layout has promised.
class Writing {
public:
    explicit Writing(std::span<std::byte> target)
        : m_target(target)
    {
    }

    void put(const void* data, std::size_t numBytes)
    {
        if (numBytes > 0)
            std::memcpy(m_target.data(), data, numBytes);
        m_target = m_target.subspan(numBytes);
    }

private:
    std::span<std::byte> m_target;
};

/// Takes apart what follows one another. Requires: the layout fits the bytes.
class Reading {
public:
    explicit Reading(std::span<const std::byte> source)
        : m_source(source)
    {
    }

    std::string text(std::size_t numBytes)
    {
        std::string out(numBytes, '\0');
        take(out.data(), numBytes);
        return out;
    }

    template <class T>
    std::vector<T> list(std::size_t count)
    {
        std::vector<T> out(count);
        take(out.data(), count * sizeof(T));
        return out;
    }

private:
    void take(void* target, std::size_t numBytes)
    {
        if (numBytes > 0)
            std::memcpy(target, m_source.data(), numBytes);
        m_source = m_source.subspan(numBytes);
    }

    std::span<const std::byte> m_source;
};

std::uint64_t headHash(std::span<const std::byte> head)
{
    return XXH3_64bits(head.data() + kHashedFrom, head.size() - kHashedFrom);
}

/// The fixed part, once all of the file but its pages is known to be what was written.
Result<Fixed> readFixed(std::span<const std::byte> file)
{
    Fixed fixed = {};
    if (file.size() < sizeof fixed)
        return corrupt(words("cut off after ", file.size(), " bytes"));
    std::memcpy(&fixed, file.data(), sizeof fixed);
    if (std::memcmp(fixed.magic, kMagic, sizeof kMagic) != 0)
        return Error(Code::BadInput, "not a saved context");
    if (fixed.version != kContextVersion)
        return Error(Code::Unsupported,
                     words("saved context of version ", fixed.version, ": this program reads ",
                           kContextVersion));
    if (fixed.byteOrder != kByteOrder)
        return corrupt("its numbers are written in another order of bytes");
    if (fixed.numHeadBytes < sizeof fixed || fixed.numHeadBytes > file.size())
        return corrupt(
            words("its head of ", fixed.numHeadBytes, " bytes is not in the file's ", file.size()));
    if (headHash(file.first(fixed.numHeadBytes)) != fixed.hash)
        return corrupt("the checksum of its head is wrong");
    return fixed;
}

Result<> checkText(const SequenceText& text)
{
    for (const auto token : text.tokens) {
        if (token < 0)
            return corrupt(words("token ", token));
    }
    std::int64_t end = 0;
    for (const MediaSpan& span : text.media) {
        if (span.firstPosition < end || span.firstPosition >= text.size() || span.numPositions < 1
            || span.numPositions > text.size() - span.firstPosition)
            return corrupt("media outside its text");
        end = span.firstPosition + span.numPositions;
    }
    return {};
}

std::string difference(std::string_view what, std::string_view saved, std::string_view here)
{
    return saved == here ? std::string() : words("; ", what, " ", saved, ", here ", here);
}

} // namespace

Result<ContextLayout> layoutOf(const ContextHeader& header)
{
    const auto& owner = header.owner;
    for (const auto* name : {&owner.model, &owner.layout, &owner.types}) {
        if (name->size() > kMaxNameBytes)
            return Error(Code::BadInput, words("a fingerprint of ", name->size(), " bytes"));
    }
    return layoutFor(fixedOf(header));
}

std::vector<std::byte> writeContextHead(const ContextHeader& header,
                                        std::span<const std::uint64_t> pageHashes)
{
    CHECK(std::ssize(pageHashes) == header.numPages(), "a checksum for every page");
    const auto layout = MUST(layoutOf(header));
    auto fixed = fixedOf(header);
    fixed.numHeadBytes = layout.numHeadBytes;
    std::vector<std::byte> head(layout.numHeadBytes);
    Writing writing(head);
    writing.put(&fixed, sizeof fixed);
    for (const auto* name : {&header.owner.model, &header.owner.layout, &header.owner.types})
        writing.put(name->data(), name->size());
    writing.put(header.text.tokens.data(), header.text.tokens.size() * sizeof(std::int32_t));
    writing.put(header.text.media.data(), header.text.media.size() * sizeof(MediaSpan));
    writing.put(pageHashes.data(), pageHashes.size() * sizeof(std::uint64_t));
    sealContextHead(head);
    return head;
}

std::uint64_t pageHash(std::span<const std::byte> page, std::int64_t pageIdx)
{
    return XXH3_64bits_withSeed(page.data(), page.size(), static_cast<XXH64_hash_t>(pageIdx));
}

void sealContextHead(std::span<std::byte> head)
{
    const auto hash = headHash(head);
    std::memcpy(head.data() + offsetof(Fixed, hash), &hash, sizeof hash);
}

Result<ContextHead> readContextHead(std::span<const std::byte> file)
{
    const auto fixed = TRY(readFixed(file));
    auto layout = layoutFor(fixed);
    if (!layout)
        return corrupt(std::move(layout).error().text);
    if (layout->numHeadBytes != fixed.numHeadBytes)
        return corrupt("its head has not the size that its counts make");
    if (layout->numFileBytes != file.size())
        return corrupt(words("it has ", file.size(), " bytes and not ", layout->numFileBytes));
    ContextHead head;
    head.layout = *layout;
    auto& header = head.header;
    header.block = fixed.block;
    header.pageBytes = fixed.pageBytes;
    header.owner.numRanks = fixed.numRanks;
    Reading reading(file.subspan(sizeof fixed, layout->numHeadBytes - sizeof fixed));
    header.owner.model = reading.text(fixed.numModelBytes);
    header.owner.layout = reading.text(fixed.numLayoutBytes);
    header.owner.types = reading.text(fixed.numTypesBytes);
    header.text.tokens = reading.list<std::int32_t>(static_cast<std::size_t>(fixed.numTokens));
    header.text.media = reading.list<MediaSpan>(static_cast<std::size_t>(fixed.numMedia));
    head.pageHashes = reading.list<std::uint64_t>(static_cast<std::size_t>(header.numPages()));
    TRY(checkText(header.text));
    return head;
}

Result<> checkOwner(const ContextOwner& saved, const ContextOwner& here)
{
    if (saved == here)
        return {};
    return Error(Code::Unsupported,
                 words("saved context of another engine",
                       difference("model", saved.model, here.model),
                       difference("page layout", saved.layout, here.layout),
                       difference("types", saved.types, here.types),
                       difference("ranks", words(saved.numRanks), words(here.numRanks))));
}

} // namespace tf::engine
