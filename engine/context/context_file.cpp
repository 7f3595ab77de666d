#include "engine/context/context_file.h"

#include "kernels/base/words.h"

#include <utility>

namespace tf::engine {

ContextFile::ContextFile(std::filesystem::path path, MappedFile file, ContextHead head)
    : m_path(std::move(path))
    , m_file(std::move(file))
    , m_head(std::move(head))
{
}

Result<ContextFile> ContextFile::open(const std::filesystem::path& path)
{
    auto file = TRY(MappedFile::open(path));
    auto head = readContextHead(TRY(file.bytes(0, file.size())));
    if (!head)
        return std::move(head).error().because(path.native());
    TRY(file.intact());
    return ContextFile(path, std::move(file), std::move(head).value());
}

Result<std::span<const std::byte>> ContextFile::page(std::int64_t pageIdx) const
{
    CHECK(pageIdx >= 0 && pageIdx < header().numPages(), "no such page");
    const auto pageBytes = static_cast<std::uint64_t>(header().pageBytes);
    const auto offset =
        m_head.layout.numHeadBytes + static_cast<std::uint64_t>(pageIdx) * pageBytes;
    const auto page = TRY(m_file.bytes(offset, pageBytes));
    const bool same =
        pageHash(page, pageIdx) == m_head.pageHashes[static_cast<std::size_t>(pageIdx)];
    TRY(m_file.intact());
    if (!same)
        return Error(Code::Corrupt,
                     words(m_path.native(), ": saved context: page ", pageIdx, " of ",
                           header().numPages(), " is damaged"));
    return page;
}

} // namespace tf::engine
