#include "tests/app/ingest/count/read_folder.h"

#include "kernels/base/words.h"

#include <QCryptographicHash>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace tf;
using namespace tf::ingest;

Listing listFolder(const std::filesystem::path& root)
{
    Listing listing;
    listing.title = root.filename();
    for (const auto& found : std::filesystem::recursive_directory_iterator(root)) {
        if (!found.is_regular_file() || found.is_symlink())
            continue;
        Entry entry;
        entry.path = found.path().lexically_relative(root).generic_string();
        entry.state = FileState::Plain;
        entry.size = static_cast<std::int64_t>(found.file_size());
        listing.entries.push_back(std::move(entry));
    }
    std::sort(listing.entries.begin(), listing.entries.end(),
              [](const Entry& a, const Entry& b) { return a.path < b.path; });
    return listing;
}

OpenContents readerOf(const std::filesystem::path& root, std::shared_ptr<std::atomic<int>> numRead)
{
    return [root, numRead]() -> Result<ReadContent> {
        return ReadContent([root, numRead](const Entry& entry) -> Result<FileContent> {
            std::ifstream file(root / entry.path, std::ios::binary);
            if (!file)
                return Error(Code::NotFound, words("cannot open ", entry.path));
            ++*numRead;
            std::ostringstream bytes;
            bytes << file.rdbuf();
            FileContent content{bytes.str(), {}};
            QCryptographicHash hash(QCryptographicHash::Sha1);
            const auto head = words("blob ", content.bytes.size());
            hash.addData(QByteArray(head.c_str(), qsizetype(head.size()) + 1));
            hash.addData(QByteArray::fromStdString(content.bytes));
            content.blob = hash.result().toHex().toStdString();
            return content;
        });
    };
}
