#pragma once

// libgit2, told to look nowhere and to take little.
//
// While one lives the library may be used: no settings of the system or the user are searched,
// mappings and caches are bounded, every object's name is checked against its bytes. Thread: made
// and dropped while no other thread uses git.

#include "kernels/base/error.h"

#include <string_view>

namespace tf::ingest {

class GitLibrary {
public:
    GitLibrary();
    GitLibrary(const GitLibrary&) = delete;
    GitLibrary& operator=(const GitLibrary&) = delete;
    ~GitLibrary();
};

/// What libgit2 said last on this thread, as Corrupt: it reads what others wrote.
[[nodiscard]] Error gitError(std::string_view tried);

} // namespace tf::ingest
