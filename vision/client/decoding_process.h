#pragma once

// One running trifold-decode: started with nothing of ours but a socket, ended with its owner.
//
// It warms itself up while nobody waits; greet() waits for its first word, which says that its box
// is closed. Thread: one at a time.

#include "kernels/base/result.h"
#include "vision/media/channel.h"
#include "vision/media/child_process.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace tf::vision {

class DecodingProcess {
public:
    /// NotFound when there is no such program. Returns before it is warm.
    static Result<DecodingProcess> spawn(const std::filesystem::path& program);

    [[nodiscard]] pid_t id() const { return m_process.id(); }
    [[nodiscard]] const Channel& channel() const { return m_channel; }
    [[nodiscard]] bool isGone() const { return m_channel.isGone(); }

    /// Returns at once after the first time. Errors are the channel's, or why it cannot close its
    /// box.
    Result<> greet(const Deadline& deadline);
    /// From now on it may use so much more processor time before the kernel ends it.
    void allowCpu(std::chrono::seconds more) const { m_process.allowCpu(more); }
    /// Why it ended, in words, once its end of the socket is closed; ends it if it has not.
    [[nodiscard]] Error causeOfEnd();

private:
    DecodingProcess(ChildProcess process, Channel channel);

    ChildProcess m_process;
    Channel m_channel;
    bool m_isGreeted = false;
};

} // namespace tf::vision
