#include "kernels/base/mapped_file.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <mutex>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tf {

namespace {

/// One live mapping, as the signal handler sees it: plain atomics, no locks, no allocation.
/// `end` is written last and cleared first, so that a half-filled slot matches no address.
struct Slot {
    std::atomic<bool> taken{false};
    std::atomic<std::uintptr_t> begin{0};
    std::atomic<std::uintptr_t> end{0};
    std::atomic<bool> torn{false};
};

// A signal has one handler per process; these are its eyes.
std::array<Slot, MappedFile::kMaxMappings> slots;
struct sigaction previousAction;
std::uintptr_t pageBytes = 4096;

Slot* slotAround(std::uintptr_t address)
{
    for (Slot& slot : slots) {
        if (address < slot.end.load(std::memory_order_acquire)
            && address >= slot.begin.load(std::memory_order_relaxed))
            return &slot;
    }
    return nullptr;
}

void passOn(int signal, siginfo_t* info, void* context)
{
    if ((previousAction.sa_flags & SA_SIGINFO) != 0) {
        previousAction.sa_sigaction(signal, info, context);
        return;
    }
    if (previousAction.sa_handler != SIG_DFL && previousAction.sa_handler != SIG_IGN) {
        previousAction.sa_handler(signal);
        return;
    }
    // Nobody else: let the fault happen again, now with the default ending.
    struct sigaction ending = {};
    ending.sa_handler = SIG_DFL;
    sigaction(SIGBUS, &ending, nullptr);
}

void onBusError(int signal, siginfo_t* info, void* context)
{
    const int savedErrno = errno;
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    Slot* slot = slotAround(address);
    const auto page = address & ~(pageBytes - 1);
    if (slot != nullptr
        && mmap(reinterpret_cast<void*>(page), pageBytes, PROT_READ, // NOLINT(*-no-int-to-ptr)
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0)
            != MAP_FAILED) {
        slot->torn.store(true, std::memory_order_release);
    } else {
        passOn(signal, info, context);
    }
    errno = savedErrno;
}

void installHandlerOnce()
{
    static std::once_flag once;
    std::call_once(once, [] {
        pageBytes = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
        struct sigaction action = {};
        action.sa_sigaction = onBusError;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigaction(SIGBUS, &action, &previousAction);
    });
}

int takeSlot(const std::byte* begin, std::uint64_t size)
{
    for (std::size_t slotIdx = 0; slotIdx < slots.size(); ++slotIdx) {
        Slot& slot = slots[slotIdx];
        if (slot.taken.exchange(true, std::memory_order_acq_rel))
            continue;
        slot.torn.store(false, std::memory_order_relaxed);
        const auto first = reinterpret_cast<std::uintptr_t>(begin);
        slot.begin.store(first, std::memory_order_relaxed);
        slot.end.store(first + size, std::memory_order_release);
        return static_cast<int>(slotIdx);
    }
    return -1;
}

} // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path& path)
{
    MappedFile file;
    file.m_path = path;
    // O_NONBLOCK: opening a pipe must not wait for a writer; it has no effect on regular files.
    file.m_descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file.m_descriptor < 0)
        return systemError(errno, words("cannot open ", path.native()));

    struct stat status = {};
    if (fstat(file.m_descriptor, &status) != 0)
        return systemError(errno, words("cannot look at ", path.native()));
    if (!S_ISREG(status.st_mode))
        return Error(Code::BadInput, words(path.native(), " is not a regular file"));
    file.m_size = static_cast<std::uint64_t>(status.st_size);
    if (file.m_size == 0)
        return file;

    void* begin = mmap(nullptr, file.m_size, PROT_READ, MAP_PRIVATE, file.m_descriptor, 0);
    if (begin == MAP_FAILED)
        return systemError(errno, words("cannot map ", path.native()));
    file.m_begin = static_cast<const std::byte*>(begin);

    installHandlerOnce();
    file.m_slotIdx = takeSlot(file.m_begin, file.m_size);
    if (file.m_slotIdx < 0)
        return Error(
            Code::Busy,
            words("cannot map ", path.native(), ": ", kMaxMappings, " files are mapped already"));
    return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_begin(std::exchange(other.m_begin, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_slotIdx(std::exchange(other.m_slotIdx, -1))
{
}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept
{
    if (this != &other) {
        release();
        m_path = std::move(other.m_path);
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_begin = std::exchange(other.m_begin, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_slotIdx = std::exchange(other.m_slotIdx, -1);
    }
    return *this;
}

MappedFile::~MappedFile()
{
    release();
}

void MappedFile::release()
{
    if (m_slotIdx >= 0) {
        Slot& slot = slots[static_cast<std::size_t>(m_slotIdx)];
        slot.end.store(0, std::memory_order_release);
        slot.begin.store(0, std::memory_order_relaxed);
    }
    if (m_begin != nullptr)
        munmap(const_cast<std::byte*>(m_begin), m_size);
    if (m_slotIdx >= 0)
        slots[static_cast<std::size_t>(m_slotIdx)].taken.store(false, std::memory_order_release);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<std::span<const std::byte>> MappedFile::bytes(std::uint64_t offset,
                                                     std::uint64_t count) const
{
    if (offset > m_size || count > m_size - offset)
        return Error(Code::BadInput,
                     words(m_path.native(), ": ", count, " bytes at ", offset,
                           " reach past its end at ", m_size));
    return std::span(m_begin + offset, static_cast<std::size_t>(count));
}

Result<> MappedFile::intact() const
{
    struct stat status = {};
    if (fstat(m_descriptor, &status) != 0)
        return systemError(errno, words("cannot look at ", m_path.native()));
    const bool shorter = static_cast<std::uint64_t>(status.st_size) < m_size;
    const bool torn = m_slotIdx >= 0
        && slots[static_cast<std::size_t>(m_slotIdx)].torn.load(std::memory_order_acquire);
    if (shorter || torn)
        return Error(Code::Corrupt,
                     words(m_path.native(), " became shorter while it was read (", m_size,
                           " bytes when opened, ", status.st_size, " now)"));
    return {};
}

} // namespace tf
