#include "app/ingest/obtain/unpack/unpacking.h"

#include "app/ingest/obtain/unpack/entry_path.h"
#include "app/ingest/reader/beneath/safe_name.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <utility>

namespace tf::ingest {

namespace {

/// Up to here any ratio is fine: a small archive of one large file of nothing is no bomb.
constexpr std::int64_t kRatioMattersFrom = 100'000'000;
constexpr std::int64_t kMostExamples = 8;

Error overLimit(std::string_view what, std::int64_t limit, std::string_view unit)
{
    return {Code::BadInput,
            words("the archive ", what, " ", limit, unit,
                  "; raise the limit if you know what is in it")};
}

std::string leftOutNotice(std::int64_t count, std::string_view what, const std::string& examples,
                          std::string_view why)
{
    return words(count, " ", what, count == 1 ? " is" : " are", " left out, since ", why, ": ",
                 examples, count > kMostExamples ? ", …" : "");
}

} // namespace

Unpacking::Unpacking(int target, std::int64_t archiveBytes, const UnpackOrder& order, Told told)
    : m_writer(target)
    , m_archiveBytes(std::max<std::int64_t>(archiveBytes, 1))
    , m_order(order)
    , m_told(std::move(told))
{
}

Result<UnpackDone> Unpacking::run(ArchiveReader& reader)
{
    while (const auto entry = TRY(reader.next())) {
        ++m_numEntries;
        TRY(checkEntries());
        TRY(take(reader, *entry));
        TRY(m_told({m_numEntries, m_numBytes}));
    }
    UnpackDone done;
    done.entries = m_numEntries;
    done.bytes = m_numBytes;
    done.notices = notices();
    return done;
}

Result<> Unpacking::take(ArchiveReader& reader, const ArchivedEntry& entry)
{
    const auto path = TRY(entryPath(entry.name));
    if (entry.isEncrypted)
        return Error(Code::BadInput,
                     words("the archive is encrypted (\"", shownName(entry.name),
                           "\"): unpack it yourself and open the folder"));
    switch (entry.kind) {
    case ArchivedKind::File:
        return takeFile(reader, entry, path);
    case ArchivedKind::Folder:
        TRY(m_writer.makeFolder(path));
        return checkEntries();
    case ArchivedKind::Link:
        leaveOut(m_links, words(entry.name, " → ", entry.linkTo));
        return {};
    case ArchivedKind::Special:
        leaveOut(m_specials, entry.name);
        return {};
    }
    UNREACHABLE();
}

Result<> Unpacking::takeFile(ArchiveReader& reader, const ArchivedEntry& entry,
                             const std::string& path)
{
    if (path.empty())
        return Error(Code::BadInput, "the archive holds a file without a name");
    TRY(checkBytes(entry.size));
    TRY(m_writer.beginFile(path));
    TRY(checkEntries());
    std::int64_t numBytes = 0;
    while (const auto block = TRY(reader.block())) {
        const auto inBlock = static_cast<std::int64_t>(block->bytes.size());
        if (block->offset > INT64_MAX - inBlock)
            return Error(Code::Corrupt, "the archive places data beyond any file");
        numBytes = std::max(numBytes, block->offset + inBlock);
        TRY(checkBytes(numBytes));
        TRY(m_writer.writeAt(block->offset, block->bytes));
        TRY(m_told({m_numEntries, m_numBytes + numBytes}));
    }
    // What a sparse file does not hold is nothing.
    numBytes = std::max(numBytes, entry.size);
    m_numBytes += numBytes;
    return m_writer.endFile(numBytes);
}

Result<> Unpacking::checkEntries() const
{
    if (std::max(m_numEntries, m_writer.numFoldersMade()) > m_order.mostEntries)
        return overLimit("holds more than", m_order.mostEntries, " files and folders");
    return {};
}

Result<> Unpacking::checkBytes(std::int64_t ofFile) const
{
    if (ofFile > m_order.mostBytes - m_numBytes)
        return overLimit("unpacks to more than", m_order.mostBytes, " bytes");
    const auto total = m_numBytes + ofFile;
    if (m_order.mostRatio > 0 && total > kRatioMattersFrom
        && total / m_archiveBytes >= m_order.mostRatio)
        return overLimit("unpacks to more than", m_order.mostRatio, " times its own size");
    return {};
}

void Unpacking::leaveOut(LeftOut& kind, const std::string& name) const
{
    if (++kind.count > kMostExamples)
        return;
    if (!kind.examples.empty())
        kind.examples += ", ";
    kind.examples += shownName(name);
}

std::vector<std::string> Unpacking::notices() const
{
    std::vector<std::string> notices;
    if (m_links.count > 0)
        notices.push_back(leftOutNotice(m_links.count, m_links.count == 1 ? "link" : "links",
                                        m_links.examples, "links are not made"));
    if (m_specials.count > 0)
        notices.push_back(leftOutNotice(
            m_specials.count, m_specials.count == 1 ? "device or pipe" : "devices or pipes",
            m_specials.examples, "they are no files"));
    if (m_writer.numReplaced() > 0)
        notices.push_back(words(m_writer.numReplaced(),
                                " files stand in the archive more than once: the last one counts"));
    return notices;
}

} // namespace tf::ingest
