#pragma once

// A whole archive unpacked beneath a folder, within limits.
//
// Links, devices and pipes are left out and told; a name that leads elsewhere, a broken or an
// encrypted archive ends it with an error. What is made until then is for the caller to remove.
// Thread: one at a time.

#include "app/ingest/obtain/unpack/archive_reader.h"
#include "app/ingest/obtain/unpack/messages.h"
#include "app/ingest/obtain/unpack/tree_writer.h"

#include <functional>

namespace tf::ingest {

class Unpacking {
public:
    /// Told often; an error ends the work.
    using Told = std::function<Result<>(const UnpackProgress&)>;

    /// `archiveBytes`: its own size. Both descriptors stay open meanwhile.
    Unpacking(int target, std::int64_t archiveBytes, const UnpackOrder& order, Told told);

    Result<UnpackDone> run(ArchiveReader& reader);

private:
    struct LeftOut {
        std::int64_t count = 0;
        std::string examples;
    };

    Result<> take(ArchiveReader& reader, const ArchivedEntry& entry);
    Result<> takeFile(ArchiveReader& reader, const ArchivedEntry& entry, const std::string& path);
    Result<> checkEntries() const;
    /// As if the file had so many bytes.
    Result<> checkBytes(std::int64_t ofFile) const;
    void leaveOut(LeftOut& kind, const std::string& name) const;
    [[nodiscard]] std::vector<std::string> notices() const;

    TreeWriter m_writer;
    std::int64_t m_archiveBytes;
    UnpackOrder m_order;
    Told m_told;
    std::int64_t m_numEntries = 0;
    std::int64_t m_numBytes = 0; ///< of files that are done
    LeftOut m_links;
    LeftOut m_specials;
};

} // namespace tf::ingest
