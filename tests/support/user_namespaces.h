#pragma once

// Whether this system lets a process have a user namespace of its own, which boxes are made of.
//
// It does not within a chroot, in many containers, or where a setting forbids it.

namespace tf::test {

/// Asks by making one, in a child.
[[nodiscard]] bool hasUserNamespaces();

} // namespace tf::test
