#pragma once

// A file of the user's that is a source: open, and told apart from what lay there before.

#include "kernels/base/result.h"
#include "vision/media/descriptor.h"

#include <filesystem>
#include <string>

namespace tf::ingest {

class LocalFile {
public:
    /// BadInput when it is no regular file. Blocks: never, whatever it is.
    static Result<LocalFile> open(const std::filesystem::path& path);

    [[nodiscard]] int descriptor() const { return m_file.number(); }
    /// Its whole path, without links.
    [[nodiscard]] const std::string& path() const { return m_path; }
    /// Another after every change that leaves a trace: size, time, file.
    [[nodiscard]] const std::string& stamp() const { return m_stamp; }
    /// As much of its beginning as there is.
    [[nodiscard]] std::string head(std::size_t mostBytes) const;

private:
    LocalFile() = default;

    vision::Descriptor m_file;
    std::string m_path;
    std::string m_stamp;
};

} // namespace tf::ingest
