#include "tests/app/ingest/obtain/archive_maker.h"

#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace {

using Writer = std::unique_ptr<archive, int (*)(archive*)>;

la_ssize_t append(archive* /*writer*/, void* to, const void* bytes, std::size_t numBytes)
{
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), numBytes);
    return static_cast<la_ssize_t>(numBytes);
}

void setFormat(archive* writer, MadeFormat format)
{
    switch (format) {
    case MadeFormat::Zip:
        archive_write_set_format_zip(writer);
        return;
    case MadeFormat::EncryptedZip:
        archive_write_set_format_zip(writer);
        archive_write_set_options(writer, "zip:encryption=zipcrypt");
        archive_write_set_passphrase(writer, "secret");
        return;
    case MadeFormat::Pax:
        archive_write_set_format_pax(writer);
        return;
    case MadeFormat::Gnu:
        archive_write_set_format_gnutar(writer);
        return;
    case MadeFormat::Ustar:
        archive_write_set_format_ustar(writer);
        return;
    }
}

void setFilter(archive* writer, MadeFilter filter)
{
    switch (filter) {
    case MadeFilter::None:
        archive_write_add_filter_none(writer);
        return;
    case MadeFilter::Gzip:
        archive_write_add_filter_gzip(writer);
        return;
    case MadeFilter::Bzip2:
        archive_write_add_filter_bzip2(writer);
        return;
    case MadeFilter::Xz:
        archive_write_add_filter_xz(writer);
        return;
    case MadeFilter::Zstd:
        archive_write_add_filter_zstd(writer);
        return;
    }
}

unsigned typeOf(MadeKind kind)
{
    switch (kind) {
    case MadeKind::Folder:
        return AE_IFDIR;
    case MadeKind::SoftLink:
        return AE_IFLNK;
    case MadeKind::Device:
        return AE_IFCHR;
    case MadeKind::Pipe:
        return AE_IFIFO;
    default:
        return AE_IFREG;
    }
}

bool put(archive* writer, const MadeEntry& made)
{
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                         archive_entry_free);
    archive_entry_set_pathname(entry.get(), made.name.c_str());
    archive_entry_set_filetype(entry.get(), typeOf(made.kind));
    archive_entry_set_perm(entry.get(), made.mode);
    archive_entry_set_size(entry.get(), 0);
    if (made.kind == MadeKind::SoftLink)
        archive_entry_set_symlink(entry.get(), made.content.c_str());
    if (made.kind == MadeKind::HardLink)
        archive_entry_set_hardlink(entry.get(), made.content.c_str());
    if (made.kind == MadeKind::File)
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(made.content.size()));
    if (archive_write_header(writer, entry.get()) < ARCHIVE_WARN)
        return false;
    return made.kind != MadeKind::File
        || archive_write_data(writer, made.content.data(), made.content.size())
        == static_cast<la_ssize_t>(made.content.size());
}

/// The bytes as one gzip stream.
std::string gzipped(const std::string& bytes)
{
    std::string out;
    const Writer writer(archive_write_new(), archive_write_free);
    archive_write_set_format_raw(writer.get());
    archive_write_add_filter_gzip(writer.get());
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    archive_write_open(writer.get(), &out, nullptr, append, nullptr);
    put(writer.get(), {"x", bytes});
    archive_write_close(writer.get());
    return out;
}

} // namespace

std::string makeArchive(MadeFormat format, MadeFilter filter, const std::vector<MadeEntry>& entries)
{
    std::string out;
    const Writer writer(archive_write_new(), archive_write_free);
    setFormat(writer.get(), format);
    setFilter(writer.get(), filter);
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    if (archive_write_open(writer.get(), &out, nullptr, append, nullptr) != ARCHIVE_OK)
        return {};
    for (const MadeEntry& entry : entries)
        if (!put(writer.get(), entry))
            return {};
    return archive_write_close(writer.get()) == ARCHIVE_OK ? out : std::string();
}

std::string makeBomb(std::int64_t numBytes)
{
    constexpr std::int64_t kPieceBytes = 8 << 20;
    std::string header = makeArchive(MadeFormat::Ustar, MadeFilter::None, {{"zeros", ""}});
    header.resize(512);
    // The size in base 256, and the sum of the header's bytes with blanks for itself.
    header[124] = '\x80';
    for (int place = 0; place < 11; ++place)
        header[static_cast<std::size_t>(135 - place)] =
            static_cast<char>(place < 8 ? (numBytes >> (8 * place)) & 0xFF : 0);
    header.replace(148, 8, 8, ' ');
    unsigned sum = 0;
    for (const char letter : header)
        sum += static_cast<unsigned char>(letter);
    char digits[8];
    std::snprintf(digits, sizeof digits, "%06o", sum);
    header.replace(148, 7, digits, 7);
    const std::string piece = gzipped(std::string(kPieceBytes, '\0'));
    std::string bomb = gzipped(header);
    for (std::int64_t at = 0; at < numBytes; at += kPieceBytes)
        bomb += piece;
    return bomb + gzipped(std::string(1024, '\0'));
}
