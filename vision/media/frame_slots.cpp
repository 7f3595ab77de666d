#include "vision/media/frame_slots.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace tf::vision {

namespace {

constexpr int kSlotSeals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW;

std::int64_t numBytes(const SlotLayout& layout)
{
    return layout.count * layout.bytesEach;
}

Result<> possible(const SlotLayout& layout)
{
    if (layout.count < 1 || layout.count > kMostSlots || layout.bytesEach < 1
        || layout.bytesEach > kMostSlotBytes)
        return Error(Code::BadInput,
                     words(layout.count, " slots of ", layout.bytesEach,
                           " bytes: a frame of that size is not handed over"));
    return {};
}

Result<std::uint8_t*> mapped(int memory, const SlotLayout& layout, int protection)
{
    void* begin = mmap(nullptr, static_cast<std::size_t>(numBytes(layout)), protection, MAP_SHARED,
                       memory, 0);
    if (begin == MAP_FAILED)
        return systemError(errno, "cannot map the memory for frames");
    return static_cast<std::uint8_t*>(begin);
}

} // namespace

FrameSlots::FrameSlots(Descriptor memory, const SlotLayout& layout)
    : m_memory(std::move(memory))
    , m_layout(layout)
{
}

Result<FrameSlots> FrameSlots::make(const SlotLayout& layout)
{
    TRY(possible(layout));
    FrameSlots slots(Descriptor(memfd_create("trifold-frames", MFD_CLOEXEC | MFD_ALLOW_SEALING)),
                     layout);
    const int memory = slots.descriptor();
    if (memory < 0 || ftruncate(memory, numBytes(layout)) != 0
        || fcntl(memory, F_ADD_SEALS, kSlotSeals) != 0)
        return systemError(errno, "cannot make memory for frames");
    slots.m_begin = TRY(mapped(memory, layout, PROT_READ));
    return slots;
}

Result<FrameSlots> FrameSlots::map(Descriptor memory, const SlotLayout& layout)
{
    TRY(possible(layout));
    FrameSlots slots(std::move(memory), layout);
    struct stat status = {};
    const int seals = fcntl(slots.descriptor(), F_GET_SEALS);
    if (seals < 0 || (seals & kSlotSeals) != kSlotSeals || fstat(slots.descriptor(), &status) != 0
        || status.st_size != numBytes(layout))
        return Error(Code::BadInput, "the memory for frames is not what was announced");
    slots.m_begin = TRY(mapped(slots.descriptor(), layout, PROT_READ | PROT_WRITE));
    slots.m_isWritable = true;
    return slots;
}

FrameSlots::FrameSlots(FrameSlots&& other) noexcept
    : m_memory(std::move(other.m_memory))
    , m_layout(other.m_layout)
    , m_begin(std::exchange(other.m_begin, nullptr))
    , m_isWritable(other.m_isWritable)
{
}

FrameSlots::~FrameSlots()
{
    if (m_begin != nullptr)
        munmap(m_begin, static_cast<std::size_t>(numBytes(m_layout)));
}

const std::uint8_t* FrameSlots::slot(std::int32_t slot) const
{
    CHECK(slot >= 0 && slot < m_layout.count, "a slot that does not exist");
    return m_begin + slot * m_layout.bytesEach;
}

std::uint8_t* FrameSlots::writable(std::int32_t slot)
{
    CHECK(slot >= 0 && slot < m_layout.count && m_isWritable, "a slot that may not be written");
    return m_begin + slot * m_layout.bytesEach;
}

} // namespace tf::vision
