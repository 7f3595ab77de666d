#include "app/cli/media/frames_folder.h"

#include "app/media/png_file.h"
#include "kernels/base/new_file.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cmath>
#include <span>
#include <system_error>
#include <utility>

namespace tf::cli {

namespace {

/// With zeros in front, so that names sort by time.
std::string padded(std::int64_t number, std::size_t width)
{
    std::string digits = words(number);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

std::string frameName(int number, double seconds)
{
    const auto milliseconds = std::llround(seconds * 1000);
    return words(padded(number, 4), "_", padded(milliseconds / 1000, 4), ".",
                 padded(milliseconds % 1000, 3), "s.png");
}

} // namespace

FramesFolder::FramesFolder(std::filesystem::path path)
    : m_path(std::move(path))
{
}

Result<FramesFolder> FramesFolder::make(const std::filesystem::path& path)
{
    std::error_code why;
    std::filesystem::create_directories(path, why);
    if (why)
        return systemError(why.value(), words("cannot make the folder ", path.native()));
    if (!std::filesystem::is_empty(path, why) || why)
        return Error(Code::BadInput,
                     words(path.native(), " is not an empty folder: name a new one with --out"));
    return FramesFolder(path);
}

Result<std::string> FramesFolder::add(const vision::FrameSeen& seen,
                                      const vision::PictureView& picture)
{
    auto name = frameName(++m_numFrames, seen.time);
    TRY(app::writePng(m_path / name, picture));
    return name;
}

Result<> FramesFolder::writeText(const std::string& name, const std::string& text) const
{
    auto file = TRY(NewFile::create(m_path / name));
    TRY(file.append(std::as_bytes(std::span(text))));
    return file.moveIntoPlace(NewFile::Durability::Cache);
}

} // namespace tf::cli
