#pragma once

// The folder that m3 frames fills: one PNG a frame, named by its number and time.

#include "kernels/base/result.h"
#include "vision/media/asks.h"
#include "vision/picture/picture.h"

#include <filesystem>
#include <string>

namespace tf::cli {

class FramesFolder {
public:
    /// Made if it is missing; refused when there is something in it.
    static Result<FramesFolder> make(const std::filesystem::path& path);

    /// The file's name: "0001_0012.345s.png".
    Result<std::string> add(const vision::FrameSeen& seen, const vision::PictureView& picture);
    Result<> writeText(const std::string& name, const std::string& text) const;

private:
    explicit FramesFolder(std::filesystem::path path);

    std::filesystem::path m_path;
    int m_numFrames = 0;
};

} // namespace tf::cli
