#pragma once

// A piece of work done by every rank of a group at the same time, each on a thread of its own.

#include "kernels/comm/collective.h"

#include <thread>
#include <vector>

namespace tf::test {

using Group = std::vector<std::unique_ptr<Collective>>;

/// work(collective) on each rank's thread; returns when all are done.
template <class Work>
void onRanks(Group& group, const Work& work)
{
    std::vector<std::thread> threads;
    for (auto& member : group)
        threads.emplace_back([&work, &member] { work(*member); });
    for (auto& thread : threads)
        thread.join();
}

} // namespace tf::test
