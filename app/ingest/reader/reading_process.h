#pragma once

// One running trifold-read: started with a socket and an open folder, ended with its owner.
//
// It has nothing else of ours: no environment, no other descriptor, no terminal. Thread: one at a
// time.

#include "kernels/base/result.h"
#include "vision/media/channel.h"
#include "vision/media/child_process.h"

#include <chrono>
#include <filesystem>

namespace tf::ingest {

class ReadingProcess {
public:
    /// Beside this executable.
    static Result<std::filesystem::path> usualProgram();
    /// NotFound when there is no such program. Blocks: until its box is closed, or it cannot.
    static Result<ReadingProcess> start(const std::filesystem::path& program, int folder,
                                        const CancelToken& cancel);

    [[nodiscard]] pid_t id() const { return m_process.id(); }
    [[nodiscard]] const vision::Channel& channel() const { return m_channel; }

    /// From now on it may use so much more processor time before the kernel ends it.
    void allowCpu(std::chrono::seconds more) const { m_process.allowCpu(more); }
    /// Why it ended, in words, once its end of the socket is closed; ends it if it has not.
    [[nodiscard]] Error causeOfEnd();

private:
    ReadingProcess(vision::ChildProcess process, vision::Channel channel);
    Result<> greet(const CancelToken& cancel);

    vision::ChildProcess m_process;
    vision::Channel m_channel;
};

} // namespace tf::ingest
