#include "engine/context/context_writer.h"

#include <utility>

namespace tf::engine {

ContextWriter::ContextWriter(NewFile file, ContextHeader header)
    : m_file(std::move(file))
    , m_header(std::move(header))
{
}

Result<ContextWriter> ContextWriter::create(const std::filesystem::path& path, ContextHeader header)
{
    const auto layout = TRY(layoutOf(header));
    auto file = TRY(NewFile::create(path));
    TRY(file.reserve(layout.numFileBytes));
    // The head holds the pages' checksums: until they are known, its place is kept by zeros.
    TRY(file.append(std::vector<std::byte>(layout.numHeadBytes)));
    return ContextWriter(std::move(file), std::move(header));
}

Result<> ContextWriter::append(std::span<const std::byte> page)
{
    CHECK(std::ssize(page) == m_header.pageBytes, "every page has the same size");
    CHECK(std::ssize(m_pageHashes) < m_header.numPages(), "one page too many");
    m_pageHashes.push_back(pageHash(page, std::ssize(m_pageHashes)));
    return m_file.append(page);
}

Result<> ContextWriter::finish()
{
    TRY(m_file.writeAt(0, writeContextHead(m_header, m_pageHashes)));
    return m_file.moveIntoPlace(NewFile::Durability::Safe);
}

Result<> saveContext(const std::filesystem::path& path, ContextHeader header,
                     const PageSource& source, const PageProgress& progress,
                     const CancelToken& cancel)
{
    auto writer = TRY(ContextWriter::create(path, std::move(header)));
    const auto numPages = writer.header().numPages();
    for (std::int64_t pageIdx = 0; pageIdx < numPages; ++pageIdx) {
        TRY(cancel.check());
        TRY(writer.append(TRY(source(pageIdx))));
        progress(pageIdx + 1, numPages);
    }
    TRY(cancel.check());
    return writer.finish();
}

} // namespace tf::engine
