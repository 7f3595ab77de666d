#include "kernels/cpu/memory.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <array>
#include <cerrno>
#include <charconv>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace tf::cpu {

namespace {

constexpr std::uint64_t kLargePage = std::uint64_t(2) << 20;

/// The number behind "name:", in bytes.
std::uint64_t fieldOf(std::string_view meminfo, std::string_view name)
{
    const auto place = meminfo.find(name);
    if (place == std::string_view::npos)
        return 0;
    const auto digits = meminfo.find_first_of("0123456789", place + name.size());
    if (digits == std::string_view::npos)
        return 0;
    std::uint64_t kilobytes = 0;
    std::from_chars(meminfo.data() + digits, meminfo.data() + meminfo.size(), kilobytes);
    return kilobytes * 1024;
}

std::uint64_t megabytes(std::uint64_t bytes)
{
    return (bytes + (1U << 20) - 1) >> 20;
}

void unmap(void* data, std::uint64_t bytes)
{
    munmap(data, bytes);
}

} // namespace

DeviceMemory parseMemory(std::string_view meminfo)
{
    return {fieldOf(meminfo, "MemTotal:"), fieldOf(meminfo, "MemAvailable:")};
}

DeviceMemory machineMemory()
{
    std::array<char, 4096> text;
    const int file = open("/proc/meminfo", O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    const ssize_t numRead = read(file, text.data(), text.size());
    close(file);
    if (numRead <= 0)
        return {};
    return parseMemory({text.data(), static_cast<std::size_t>(numRead)});
}

Result<Buffer> allocate(std::uint64_t bytes)
{
    if (bytes == 0)
        return Buffer();
    const DeviceMemory memory = machineMemory();
    if (memory.totalBytes != 0 && bytes > memory.freeBytes)
        return Error(Code::OutOfMemory,
                     words("wanted ", megabytes(bytes), " MB of memory, but of this machine's ",
                           megabytes(memory.totalBytes), " MB only ", megabytes(memory.freeBytes),
                           " MB are free: close other programs, or ask for less context"));
    void* data = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (data == MAP_FAILED)
        return systemError(errno, words("cannot get ", megabytes(bytes), " MB of memory"));
    if (bytes >= kLargePage)
        madvise(data, bytes, MADV_HUGEPAGE); // a wish: small pages do as well, slower
    return Buffer(data, bytes, unmap);
}

} // namespace tf::cpu
