#pragma once

// A program that was started with what it is given and nothing else, and that ends with its owner.
//
// A session of its own, so that Ctrl-C on the terminal is for us; signals as they are by default.
// Thread: one at a time.

#include "kernels/base/result.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace tf::vision {

/// A descriptor of ours and the number that it has in the process.
struct GivenDescriptor {
    int here = -1;
    int there = -1;
};

struct ChildPlan {
    std::filesystem::path program; ///< its whole path: nothing is searched for
    std::vector<std::string> arguments; ///< after its name
    std::vector<std::string> environment; ///< NAME=value
    /// Standard streams that are not named are nothing. Requires: numbers below sixteen.
    std::vector<GivenDescriptor> descriptors;
    /// The descriptor of the folder that it starts in, by its number there; -1: the root.
    int folderThere = -1;
};

class ChildProcess {
public:
    /// NotFound when there is no such program.
    static Result<ChildProcess> start(const ChildPlan& plan);
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Ends it at once, and leaves no zombie.
    ~ChildProcess();

    [[nodiscard]] pid_t id() const { return m_id; }
    /// From now on it may use so much more processor time before the kernel ends it.
    void allowCpu(std::chrono::seconds more) const;

    /// What waitpid says of it; nothing while it runs.
    [[nodiscard]] std::optional<int> status();
    /// The same, once it has had some time to end. Blocks: so long.
    std::optional<int> statusWithin(std::chrono::milliseconds time);
    /// Kills it, if it still runs, and waits for that. What waitpid says.
    int end();

private:
    explicit ChildProcess(pid_t id)
        : m_id(id)
    {
    }

    pid_t m_id = -1; ///< -1: ended, or moved from
    int m_status = 0;
};

/// The path of another program of ours, which lies where this one does.
Result<std::filesystem::path> programBeside(std::string_view name);

} // namespace tf::vision
