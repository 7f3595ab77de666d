#pragma once

// SQLite's memory, whose n-th allocation fails.
//
// All of them are counted, small ones too: SQLite keeps no reserve of its own here. The plan is one
// for the process, as the memory is. Thread: any, one test at a time.

#include <cstdint>

namespace tf::test {

/// Counted from 1; 0: never. How many fail from there on.
struct MemoryPlan {
    std::int64_t failAt = 0;
    std::int64_t numFailing = 1;
};

/// Requires: SQLite was not used yet.
void countMemory();

/// From now on; the count begins anew.
void setMemoryPlan(MemoryPlan plan);
/// Whether an allocation was failed since.
[[nodiscard]] bool didMemoryFail();

} // namespace tf::test
