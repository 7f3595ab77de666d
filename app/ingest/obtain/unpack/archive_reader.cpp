#include "app/ingest/obtain/unpack/archive_reader.h"

#include "app/ingest/reader/beneath/safe_name.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

namespace tf::ingest {

namespace {

constexpr std::int64_t kTarBlockBytes = 512;

ArchivedKind kindOf(archive_entry* entry)
{
    if (archive_entry_hardlink(entry) != nullptr || archive_entry_filetype(entry) == AE_IFLNK)
        return ArchivedKind::Link;
    switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
        return ArchivedKind::File;
    case AE_IFDIR:
        return ArchivedKind::Folder;
    default:
        return ArchivedKind::Special;
    }
}

std::string textOf(const char* text)
{
    return text != nullptr ? std::string(text) : std::string();
}

/// A name that the current locale cannot spell is there in UTF-8.
std::string nameOf(archive_entry* entry)
{
    const char* name = archive_entry_pathname(entry);
    return textOf(name != nullptr ? name : archive_entry_pathname_utf8(entry));
}

std::string linkOf(archive_entry* entry)
{
    const char* hard = archive_entry_hardlink(entry);
    return textOf(hard != nullptr ? hard : archive_entry_symlink(entry));
}

/// What is damaged or cut off has the beginning of one; what has not is something else.
bool looksLikeArchive(int file)
{
    std::array<char, 262> head{};
    const ssize_t got = pread(file, head.data(), head.size(), 0);
    const std::string_view text(head.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    using namespace std::string_view_literals;
    for (const auto beginning : {"PK\3\4"sv, "PK\5\6"sv, "\x1f\x8b"sv,
                                 "\xfd"
                                 "7zXZ"sv,
                                 "\x28\xb5\x2f\xfd"sv, "BZh"sv})
        if (text.starts_with(beginning))
            return true;
    return text.size() == head.size() && text.ends_with("ustar"sv);
}

} // namespace

struct ArchiveReader::Input {
    int file = -1;
    std::int64_t at = 0;
    std::array<std::byte, 1 << 16> buffer;

    static la_ssize_t read(archive* handle, void* data, const void** bytes)
    {
        auto& input = *static_cast<Input*>(data);
        const ssize_t got = pread(input.file, input.buffer.data(), input.buffer.size(), input.at);
        if (got < 0) {
            archive_set_error(handle, errno, "cannot read the archive");
            return ARCHIVE_FATAL;
        }
        input.at += got;
        *bytes = input.buffer.data();
        return got;
    }
    static la_int64_t skip(archive* /*handle*/, void* data, la_int64_t numBytes)
    {
        auto& input = *static_cast<Input*>(data);
        const auto size = lseek(input.file, 0, SEEK_END);
        const auto taken = std::clamp<la_int64_t>(size - input.at, 0, numBytes);
        input.at += taken;
        return taken;
    }
    static la_int64_t seek(archive* /*handle*/, void* data, la_int64_t offset, int whence)
    {
        auto& input = *static_cast<Input*>(data);
        const la_int64_t size = lseek(input.file, 0, SEEK_END);
        const la_int64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? input.at : size;
        input.at = std::clamp<la_int64_t>(base + offset, 0, size);
        return input.at;
    }
};

void ArchiveReader::Closer::operator()(archive* handle) const
{
    archive_read_free(handle);
}

ArchiveReader::ArchiveReader()
    : m_input(std::make_unique<Input>())
    , m_archive(archive_read_new())
{
}

ArchiveReader::ArchiveReader(ArchiveReader&&) noexcept = default;
ArchiveReader::~ArchiveReader() = default;

Result<ArchiveReader> ArchiveReader::open(int file)
{
    ArchiveReader reader;
    archive* handle = reader.m_archive.get();
    if (handle == nullptr)
        return Error(Code::OutOfMemory, "no memory to read an archive");
    reader.m_input->file = file;
    // A zip without its directory is cut off: the reader that does without is not asked.
    archive_read_support_format_zip_seekable(handle);
    archive_read_support_format_tar(handle);
    archive_read_support_filter_gzip(handle);
    archive_read_support_filter_bzip2(handle);
    archive_read_support_filter_xz(handle);
    archive_read_support_filter_zstd(handle);
    archive_read_set_read_callback(handle, Input::read);
    archive_read_set_skip_callback(handle, Input::skip);
    archive_read_set_seek_callback(handle, Input::seek);
    archive_read_set_callback_data(handle, reader.m_input.get());
    if (archive_read_open1(handle) == ARCHIVE_OK)
        return reader;
    return reader.trouble();
}

Result<std::optional<ArchivedEntry>> ArchiveReader::next()
{
    const auto before = archive_filter_bytes(m_archive.get(), 0);
    const int code = archive_read_next_header(m_archive.get(), &m_entry);
    if (code == ARCHIVE_EOF) {
        TRY(checkEnd(before));
        return std::optional<ArchivedEntry>();
    }
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
        return trouble();
    ArchivedEntry entry;
    entry.name = nameOf(m_entry);
    entry.kind = kindOf(m_entry);
    if (entry.kind == ArchivedKind::Link)
        entry.linkTo = linkOf(m_entry);
    entry.size = std::max<std::int64_t>(archive_entry_size(m_entry), 0);
    entry.isEncrypted = archive_entry_is_encrypted(m_entry) != 0;
    if (entry.name.empty())
        return Error(Code::Corrupt, "the archive holds an entry without a name");
    return std::optional(std::move(entry));
}

/// A tar that is cut off between two entries ends like a whole one, but for its last blocks.
Result<> ArchiveReader::checkEnd(std::int64_t before) const
{
    const bool isTar =
        (archive_format(m_archive.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR;
    if (isTar && archive_filter_bytes(m_archive.get(), 0) - before < kTarBlockBytes)
        return Error(Code::Corrupt, "the archive is cut off: its end is missing");
    return {};
}

Result<std::optional<ArchivedBlock>> ArchiveReader::block()
{
    const void* bytes = nullptr;
    std::size_t numBytes = 0;
    la_int64_t offset = 0;
    const int code = archive_read_data_block(m_archive.get(), &bytes, &numBytes, &offset);
    if (code == ARCHIVE_EOF)
        return std::optional<ArchivedBlock>();
    if (code != ARCHIVE_OK)
        return trouble();
    if (offset < 0)
        return Error(Code::Corrupt, "the archive places data before the beginning of a file");
    const std::span block(static_cast<const std::byte*>(bytes), numBytes);
    return std::optional(ArchivedBlock{block, offset});
}

Error ArchiveReader::trouble() const
{
    const int number = archive_errno(m_archive.get());
    const auto why = shownName(textOf(archive_error_string(m_archive.get())));
    if (number == ENOMEM)
        return {Code::OutOfMemory, "unpacking takes more memory than it may"};
    if (m_entry != nullptr || looksLikeArchive(m_input->file))
        return {Code::Corrupt, words("the archive is cut off or damaged (", why, ")")};
    return {Code::BadInput, "this file is neither a git bundle nor a zip or tar archive"};
}

} // namespace tf::ingest
