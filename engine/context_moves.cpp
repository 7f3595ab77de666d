#include "engine/context_moves.h"

#include "engine/context/context_file.h"
#include "engine/context/context_writer.h"
#include "engine/sched/held_pages.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::engine {

namespace {

ContextOwner ownerOf(const Group& group)
{
    const Precision& precision = group.options().precision;
    ContextOwner owner;
    owner.model = group.modelFingerprint();
    owner.layout = group.pageFingerprint();
    owner.types = words("kv ", nameOf(precision.kv), ", index ", nameOf(precision.index),
                        ", computed in ", nameOf(precision.activations));
    owner.numRanks = group.options().split.ranks;
    return owner;
}

/// The text's first positions, media that reach beyond them cut off with it.
SequenceText firstPositions(SequenceText text, std::int64_t count)
{
    text.tokens.resize(static_cast<std::size_t>(count));
    std::erase_if(text.media, [count](const MediaSpan& media) {
        return media.firstPosition + media.numPositions > count;
    });
    return text;
}

/// Holds pages for as long as a move takes.
class Hold {
public:
    Hold(HeldPages held, PrefixCache& cache)
        : m_held(std::move(held))
        , m_cache(cache)
    {
    }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;
    ~Hold() { m_held.close(m_cache); }

    [[nodiscard]] HeldPages& held() { return m_held; }

private:
    HeldPages m_held;
    PrefixCache& m_cache;
};

Result<> checkFits(const ContextHeader& header, const Group& group)
{
    TRY(checkOwner(header.owner, ownerOf(group)));
    const bool fits = header.block == group.config().block()
        && header.pageBytes == static_cast<std::int64_t>(group.pageBytes());
    if (!fits)
        return Error(Code::Unsupported,
                     words("its pages hold ", header.block, " positions in ", header.pageBytes,
                           " bytes; here they hold ", group.config().block(), " in ",
                           group.pageBytes()));
    return {};
}

Result<> fill(Hold& hold, const ContextFile& file, Group& group, const CancelToken& cancel)
{
    const auto& pages = hold.held().pages();
    for (std::size_t idx = hold.held().numFilled(); idx < pages.size(); ++idx) {
        TRY(cancel.check());
        const auto bytes = TRY(file.page(static_cast<std::int64_t>(idx)));
        TRY(group.writePages(std::span(&pages[idx], 1), bytes));
    }
    return {};
}

} // namespace

Result<std::int64_t> saveCache(const std::filesystem::path& file, SequenceText text, Group& group,
                               PrefixCache& cache, const CancelToken& cancel)
{
    Hold hold(HeldPages::keep(cache, text), cache);
    const auto& pages = hold.held().pages();
    const auto positions = std::ssize(pages) * cache.block();
    if (pages.empty())
        return Error(Code::NotFound,
                     words("nothing to save: the cache holds no whole page of ", cache.block(),
                           " positions of this text"));
    ContextHeader header;
    header.owner = ownerOf(group);
    header.block = cache.block();
    header.pageBytes = static_cast<std::int64_t>(group.pageBytes());
    header.text = firstPositions(std::move(text), positions);
    std::vector<std::byte> page;
    const PageSource source = [&](std::int64_t idx) -> Result<std::span<const std::byte>> {
        page = TRY(group.readPages(std::span(&pages[static_cast<std::size_t>(idx)], 1)));
        return std::span<const std::byte>(page);
    };
    const PageProgress quiet = [](std::int64_t, std::int64_t) {};
    TRY(saveContext(file, std::move(header), source, quiet, cancel));
    return positions;
}

Result<std::int64_t> restoreCache(const std::filesystem::path& path, Group& group,
                                  PrefixCache& cache, const CancelToken& cancel)
{
    const auto file = TRY(ContextFile::open(path));
    TRY(checkFits(file.header(), group).because(words("restoring ", path.string())));
    Hold hold(TRY(HeldPages::makeRoom(cache, file.header().text)), cache);
    TRY(fill(hold, file, group, cancel));
    hold.held().setFilled(cache);
    return file.header().text.size();
}

} // namespace tf::engine
