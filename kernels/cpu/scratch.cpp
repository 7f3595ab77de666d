#include "kernels/cpu/scratch.h"

#include "kernels/base/check.h"

#include <cstdlib>

namespace tf::cpu {

std::byte* Scratch::take(std::int64_t bytes)
{
    if (bytes > m_bytes) {
        m_memory.reset();
        m_bytes = padded(bytes + bytes / 4);
        m_memory.reset(std::aligned_alloc(64, static_cast<std::size_t>(m_bytes)));
        CHECK(m_memory != nullptr, "no memory left for scratch");
    }
    return static_cast<std::byte*>(m_memory.get());
}

void Scratch::Free::operator()(void* memory) const
{
    std::free(memory);
}

} // namespace tf::cpu
