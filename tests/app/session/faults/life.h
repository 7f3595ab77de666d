#pragma once

// A day in the life of a store, in which every step may fail by itself, and what it must leave.
//
// Thread: one at a time.

#include "tests/app/session/samples.h"

namespace tf::test {

/// How a store is found: as its last writer left it, or as a kill or damage did, or written by an
/// older program.
enum class Before : std::uint8_t { Left, Killed, Damaged, Older };
inline constexpr const char* kBefores[] = {"left in order", "killed", "damaged", "older"};

/// What was done and acknowledged before and while something failed.
struct Done {
    session::SessionId session;
    std::string blob;
    bool renamed = false;
    bool begun = false;
    bool grew = false;
    bool ended = false;
    bool desk = false;
    std::string wrong; ///< what should not have been; empty when all went well
};

/// A store with one finished turn, and a folder of its own.
struct Scene {
    StoreFolder folder;
    session::StorePlace place = folder.place();
    Before before = Before::Left;
    Done done;
};

[[nodiscard]] std::unique_ptr<Scene> makeScene(Before before);
/// Made once, a store is copied for each fault.
[[nodiscard]] std::unique_ptr<Scene> copyOf(const Scene& scene);

/// Uses the store; `done` tells how far it came.
void live(Scene& scene);

/// What is wrong with the store after a life, now that nothing fails any more.
[[nodiscard]] std::string wrongAfter(const Scene& scene);

} // namespace tf::test
