#include "kernels/base/system_error.h"

#include "kernels/base/words.h"

#include <cerrno>
#include <system_error>

namespace tf {

namespace {

Code codeFor(int errorNumber)
{
    switch (errorNumber) {
    case ENOENT:
    case ENOTDIR:
        return Code::NotFound;
    case EACCES:
    case EPERM:
    case EROFS:
        return Code::Denied;
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG:
    case EINVAL:
        return Code::BadInput;
    case ENOMEM:
        return Code::OutOfMemory;
    case EMFILE:
    case ENFILE:
    case EAGAIN:
    case ENOSPC:
    case EDQUOT:
        return Code::Busy;
    case EIO:
        return Code::Corrupt;
    default:
        return Code::Internal;
    }
}

} // namespace

Error systemError(int errorNumber, std::string_view tried, const char* file, int line)
{
    return {codeFor(errorNumber), words(tried, ": ", std::generic_category().message(errorNumber)),
            file, line};
}

} // namespace tf
