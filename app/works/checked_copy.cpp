#include "app/works/checked_copy.h"

#include "app/works/saved_files.h"
#include "kernels/base/system_error.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace tf::works {

Result<CheckedCopy> CheckedCopy::make(std::span<const AnswerFile> files)
{
    std::error_code why;
    std::string name =
        (std::filesystem::temp_directory_path(why) / "trifold-check-XXXXXX").native();
    if (why || mkdtemp(name.data()) == nullptr)
        return systemError(why ? why.value() : errno, "cannot make a folder for the checks");
    CheckedCopy copy{std::filesystem::path(name)};
    const auto plan = TRY(planSave(copy.folder(), files));
    TRY(save(plan, Replace::No));
    return copy;
}

CheckedCopy::CheckedCopy(CheckedCopy&& other) noexcept
    : m_folder(std::exchange(other.m_folder, {}))
{
}

CheckedCopy::~CheckedCopy()
{
    std::error_code why; // what stays is in the folder for temporary files
    if (!m_folder.empty())
        std::filesystem::remove_all(m_folder, why);
}

} // namespace tf::works
