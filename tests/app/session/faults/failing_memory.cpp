#include "tests/app/session/faults/failing_memory.h"

#include "kernels/base/check.h"

#include <sqlite3.h>

#include <atomic>

namespace tf::test {

namespace {

/// What the process's memory does; reached from C functions that carry nothing of ours.
struct Memory {
    sqlite3_mem_methods own = {};
    MemoryPlan plan;
    std::atomic<std::int64_t> calls = 0;
    std::atomic<bool> failed = false;
};

Memory& memory()
{
    static Memory one;
    return one;
}

bool isGone()
{
    Memory& one = memory();
    const auto past = ++one.calls - one.plan.failAt;
    const bool gone = one.plan.failAt != 0 && past >= 0 && past < one.plan.numFailing;
    if (gone)
        one.failed = true;
    return gone;
}

void* allocate(int numBytes)
{
    return isGone() ? nullptr : memory().own.xMalloc(numBytes);
}

void* resize(void* bytes, int numBytes)
{
    return isGone() ? nullptr : memory().own.xRealloc(bytes, numBytes);
}

} // namespace

void countMemory()
{
    CHECK(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory().own) == SQLITE_OK, "not used yet");
    sqlite3_mem_methods counting = memory().own;
    counting.xMalloc = allocate;
    counting.xRealloc = resize;
    CHECK(sqlite3_config(SQLITE_CONFIG_MALLOC, &counting) == SQLITE_OK, "not used yet");
    CHECK(sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0) == SQLITE_OK, "not used yet");
}

void setMemoryPlan(MemoryPlan plan)
{
    Memory& one = memory();
    one.plan = plan;
    one.calls = 0;
    one.failed = false;
}

bool didMemoryFail()
{
    return memory().failed;
}

} // namespace tf::test
