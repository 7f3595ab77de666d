#include "kernels/base/error.h"

#include "kernels/base/check.h"
#include "kernels/base/words.h"

namespace tf {

std::string_view name(Code code)
{
    switch (code) {
    case Code::Cancelled:
        return "cancelled";
    case Code::NotFound:
        return "not found";
    case Code::Denied:
        return "denied";
    case Code::BadInput:
        return "bad input";
    case Code::Corrupt:
        return "corrupt";
    case Code::Unsupported:
        return "unsupported";
    case Code::OutOfMemory:
        return "out of memory";
    case Code::Network:
        return "network";
    case Code::Device:
        return "device";
    case Code::Busy:
        return "busy";
    case Code::Internal:
        return "internal";
    }
    UNREACHABLE();
}

Error Error::because(std::string_view doing) &&
{
    text = words(doing, ": ", text);
    return std::move(*this);
}

std::string Error::describe() const
{
    return words(name(code), ": ", text, " (", file, ":", line, ")");
}

} // namespace tf
