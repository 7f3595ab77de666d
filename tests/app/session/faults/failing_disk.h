#pragma once

// A disk whose n-th call fails: a door of our own to SQLite, and the calls that our files make.
//
// Calls that change something or open something are counted, in both. The linker sends our open,
// write, fsync and rename here (--wrap); SQLite's come through the VFS of this name. The plan is
// one for the process, as the disk is. Thread: any, one test at a time.

#include <cstdint>
#include <string>

namespace tf::test {

enum class Fault : std::uint8_t { Io, Full, ShortWrite };
enum class Lasting : std::uint8_t { Once, FromThenOn };
/// A network's file system often has none.
enum class SharedMemory : std::uint8_t { There, Missing };

struct FaultPlan {
    std::int64_t failAt = 0; ///< counted from 1; 0: never
    Fault fault = Fault::Io;
    Lasting lasting = Lasting::Once;
    SharedMemory sharedMemory = SharedMemory::There;
};

/// The name to open databases with.
[[nodiscard]] std::string failingVfs();

/// From now on; the count begins anew.
void setFaultPlan(FaultPlan plan);
/// Calls since the plan was set.
[[nodiscard]] std::int64_t numDiskCalls();
/// Whether one was failed.
[[nodiscard]] bool wasFailed();

} // namespace tf::test
